import { Fieldset } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { OwnerChoice } from "@/lib/people/queries";
import type { FormValues } from "@/lib/proposals/form-values";
import { askKindHints, askKindLabels, askSizeLabels } from "@/lib/proposals/ui-text";
import { askHelp } from "@/lib/proposals/writing-ui-text";
import { FieldHelp } from "./field-help";
import { Fold, GroupError } from "./fold";

interface AsksProps {
  values: FormValues;
  owners: OwnerChoice[];
  rows: number;
  /** The row that was just asked for: whoever pressed the button goes on writing there. */
  focusRow?: number;
}

/** The asks of a proposal: what, what kind, whose; the rest is folded until somebody needs it. */
export function AsksFields({ values, owners, rows, focusRow }: AsksProps) {
  return (
    <Fieldset
      id="asks"
      legend="Asks"
      hint="One thing each. A board can only decide on what is asked. Rows left empty are not saved."
    >
      <FieldHelp of="Asks" help={askHelp} />
      <GroupError name="asks" />
      <datalist id="owners">
        {owners.map((owner) => (
          <option key={owner.value} value={owner.value}>
            {owner.label}
          </option>
        ))}
      </datalist>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <AskFields key={row} row={row} values={values} autoFocus={row === focusRow} />
      ))}
      <div className="actions">
        <SubmitButton name="intent" value="more" variant="plain" size="small" pendingLabel="Adding …">
          Add another ask
        </SubmitButton>
      </div>
    </Fieldset>
  );
}

const kinds = Object.entries(askKindLabels).map(([value, label]) => ({
  value,
  label: `${label}: ${askKindHints[value as keyof typeof askKindHints]}`, // keys of the same table
}));

const sizes = [
  { value: "", label: "Not known yet" },
  ...Object.entries(askSizeLabels).map(([value, label]) => ({ value, label })),
];

function AskFields({ row, values, autoFocus }: { row: number; values: FormValues; autoFocus: boolean }) {
  const [kind, text, owner, rationale, size, test] = [
    `asks.${row}.kind`,
    `asks.${row}.text`,
    `asks.${row}.owner`,
    `asks.${row}.rationale`,
    `asks.${row}.size`,
    `asks.${row}.acceptanceTest`,
  ] as const;
  const more = [rationale, size, test];
  return (
    <Fieldset legend={`Ask ${row + 1}`}>
      <TextArea
        name={text}
        label="What is asked"
        rows={2}
        defaultValue={values[text]}
        autoFocus={autoFocus}
      />
      <div className="ask-head">
        <SelectField name={kind} label="Kind" options={kinds} defaultValue={values[kind]} />
        <TextField
          name={owner}
          label="Owner"
          hint="Such as @ada, infra or sig-leaders."
          list="owners"
          defaultValue={values[owner]}
          autoComplete="off"
        />
      </div>
      <Fold
        summary="Why, how big, and how one sees that it is done"
        names={more}
        open={more.some((name) => values[name])}
      >
        <TextArea name={rationale} label="Rationale" rows={2} defaultValue={values[rationale]} />
        <SelectField
          name={size}
          label="Size"
          hint="How much work it is, all in all."
          options={sizes}
          defaultValue={values[size]}
        />
        <TextField
          name={test}
          label="Acceptance test"
          hint="How everybody can see that it was done."
          defaultValue={values[test]}
        />
      </Fold>
    </Fieldset>
  );
}
