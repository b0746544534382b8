import { ActionForm } from "@/components/forms/action-form";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { OwnerChoice } from "@/lib/people/queries";
import { askKindHints, askKindLabels, sectionTemplate, sectionTitle } from "@/lib/proposals/ui-text";

export interface ProposalFormProps {
  action: FormAction;
  submissionKey: string;
  state: FormState;
  sigs: { handle: string; name: string }[];
  owners: OwnerChoice[];
  mayBeExecutive: boolean;
  /** What is there already; absent for a new proposal. */
  saved?: SavedProposal;
}

export interface SavedProposal {
  number: number;
  version: number;
  published: boolean;
  title: string;
  summary: string;
  sig: string;
  sections: { key: string; markdown: string }[];
  asks: { kind: string; text: string; owner: string; acceptanceTest: string }[];
}

const spareRows = 2;

/** The one form for writing a proposal, new or again. */
export function ProposalForm(props: ProposalFormProps) {
  const { saved, owners } = props;
  return (
    <ActionForm
      action={props.action}
      submissionKey={props.submissionKey}
      state={props.state}
      label="Proposal"
    >
      {saved && <HiddenField name="number" value={saved.number} />}
      {saved && <HiddenField name="version" value={saved.version} />}
      <TextField
        name="title"
        label="Title"
        hint="What you want to be true, in one line."
        defaultValue={saved?.title}
        maxLength={200}
        required
      />
      <TextArea
        name="summary"
        label="Summary"
        hint="Two or three sentences for somebody who has never heard of it. Needed before you publish."
        defaultValue={saved?.summary}
        rows={3}
      />
      <SelectField
        name="sig"
        label="SIG"
        hint="The group that stands behind it."
        defaultValue={saved?.sig}
        options={[
          { value: "", label: "None yet" },
          ...props.sigs.map(({ handle, name }) => ({ value: handle, label: name })),
        ]}
      />
      {props.mayBeExecutive && !saved && (
        <SelectField
          name="visibility"
          label="Who may read it"
          options={[
            { value: "public", label: "Everybody, once it is published" },
            { value: "executive", label: "The board only (executive session)" },
          ]}
        />
      )}
      <Asks asks={saved?.asks ?? []} owners={owners} kept={props.state.values} />
      <Sections saved={saved?.sections ?? []} />
      {saved?.published && (
        <TextField
          name="reason"
          label="Why it changes"
          hint="Readers see it with the new revision, such as “answers question 2”."
          maxLength={500}
          required
        />
      )}
      <div className="actions">
        <SubmitButton>{saved?.published ? "Publish this revision" : "Save draft"}</SubmitButton>
      </div>
    </ActionForm>
  );
}

interface AsksProps {
  asks: SavedProposal["asks"];
  owners: OwnerChoice[];
  kept?: Record<string, string>;
}

function Asks({ asks, owners, kept = {} }: AsksProps) {
  const keptRows = Object.keys(kept).map((name) => Number(/^asks\.(\d+)\.text$/.exec(name)?.[1] ?? -1));
  const rows = Math.max(asks.length + spareRows, ...keptRows.map((row) => row + 1));
  return (
    <Fieldset
      legend="Asks"
      hint="One thing each. A board can only decide on what is asked. Rows left empty are not saved; saving gives you more rows."
    >
      <datalist id="owners">
        {owners.map((owner) => (
          <option key={owner.value} value={owner.value}>
            {owner.label}
          </option>
        ))}
      </datalist>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <AskFields key={row} row={row} ask={asks[row]} />
      ))}
    </Fieldset>
  );
}

function AskFields({ row, ask }: { row: number; ask?: SavedProposal["asks"][number] }) {
  const kinds = Object.entries(askKindLabels).map(([value, label]) => ({
    value,
    label: `${label}: ${askKindHints[value as keyof typeof askKindHints]}`, // keys of the same table
  }));
  return (
    <Fieldset legend={`Ask ${row + 1}`}>
      <SelectField name={`asks.${row}.kind`} label="Kind" options={kinds} defaultValue={ask?.kind} />
      <TextArea name={`asks.${row}.text`} label="What is asked" rows={2} defaultValue={ask?.text} />
      <TextField
        name={`asks.${row}.owner`}
        label="Owner"
        hint="Who commits to it: a person such as @ada, or a body such as infra."
        list="owners"
        defaultValue={ask?.owner}
        autoComplete="off"
      />
      <TextField
        name={`asks.${row}.acceptanceTest`}
        label="Acceptance test"
        hint="How everybody can see that it was done."
        defaultValue={ask?.acceptanceTest}
      />
    </Fieldset>
  );
}

/** The template's sections, and an imported thread's own text where there is one. */
function Sections({ saved }: { saved: SavedProposal["sections"] }) {
  const text = new Map(saved.map((section) => [section.key, section.markdown]));
  return (
    <Fieldset legend="Sections" hint="Markdown. Leave out what you have nothing to say about yet.">
      {text.has("body") && (
        <TextArea
          name="sections.body"
          label={sectionTitle("body")}
          rows={12}
          defaultValue={text.get("body")}
        />
      )}
      {sectionTemplate.map(({ key, title, hint }) => (
        <TextArea
          key={key}
          name={`sections.${key}`}
          label={title}
          hint={hint}
          rows={(text.get(key)?.length ?? 0) > 300 ? 8 : 4}
          defaultValue={text.get(key)}
        />
      ))}
    </Fieldset>
  );
}
