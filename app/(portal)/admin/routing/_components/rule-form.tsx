import { ActionForm } from "@/components/forms/action-form";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { newSubmissionKey } from "@/lib/form-action";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import type { KeptRule } from "@/lib/tickets/routing-queries";
import { debtorLabels, kindLabels, routedSizeLabels } from "@/lib/tickets/routing-rule";
import { destinationLabels } from "@/lib/tickets/ui-text";

interface Props {
  action: FormAction;
  state: FormState;
  submitLabel: string;
  sigs: { value: string; label: string }[];
  rule?: KeptRule;
}

export function RuleForm({ action, state, submitLabel, sigs, rule }: Props) {
  return (
    <ActionForm
      action={action}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel={submitLabel}
      label="Rule"
    >
      {rule && <HiddenField name="key" value={rule.key} />}
      {rule && <HiddenField name="version" value={rule.version} />}
      <When rule={rule} sigs={sigs} />
      <Then rule={rule} />
    </ActionForm>
  );
}

function When({ rule, sigs }: Pick<Props, "rule" | "sigs">) {
  return (
    <Fieldset legend="When" hint="All that is given here has to be so; what is left open fits everything.">
      <SelectField
        name="kind"
        label="What it is"
        defaultValue={rule?.kind ?? ""}
        options={anyOr(kindLabels)}
        required={false}
      />
      <TextArea
        name="words"
        label="Words"
        hint="One phrase on each line; one of them has to stand in the text. A star stands for the rest of a word, “20+ hosts” for twenty or more."
        defaultValue={rule?.words.join("\n")}
        rows={5}
        required={false}
      />
      <div className="pair">
        <SelectField
          name="size"
          label="At least this large"
          defaultValue={rule?.size ?? ""}
          options={anyOr(routedSizeLabels)}
          required={false}
        />
        <SelectField
          name="sig"
          label="Of the SIG"
          defaultValue={rule?.sig ?? ""}
          options={[{ value: "", label: "Any" }, ...sigs]}
          required={false}
        />
      </div>
      <SelectField
        name="owedBy"
        label="Owed by"
        hint="Only of a question, a condition or an action."
        defaultValue={rule?.owedBy ?? ""}
        options={anyOr(debtorLabels)}
        required={false}
      />
    </Fieldset>
  );
}

function Then({ rule }: Pick<Props, "rule">) {
  const types = requestTypes.map(({ key, label }) => ({ value: key, label }));
  return (
    <Fieldset legend="Then">
      <div className="pair">
        <SelectField
          name="destination"
          label="It goes to"
          defaultValue={rule?.destination ?? ""}
          options={[{ value: "", label: "Choose" }, ...optionsOf(destinationLabels)]}
          required
        />
        <SelectField
          name="requestType"
          label="As the request"
          hint="Only for the infra team."
          defaultValue={rule?.requestType ?? ""}
          options={[{ value: "", label: "None" }, ...types]}
          required={false}
        />
      </div>
      <TextField
        name="reason"
        label="Because"
        hint="A sentence, shown beside the proposal. Such as: It speaks of names in DNS."
        defaultValue={rule?.reason}
        required
      />
    </Fieldset>
  );
}

function anyOr(labels: Readonly<Record<string, string>>) {
  return [{ value: "", label: "Any" }, ...optionsOf(labels)];
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
