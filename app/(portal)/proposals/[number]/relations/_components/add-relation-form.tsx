import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { type RelationKind, relationHints, relationWords } from "@/lib/proposals/relation-text";
import { addRelationAction } from "../actions";

const options = Object.entries(relationWords).map(([value, { from }]) => ({
  value,
  label: `${from}: ${relationHints[value as RelationKind]}`, // keys of the same table
}));

export async function AddRelationForm({ number, kept }: { number: number; kept?: string | string[] }) {
  return (
    <Section title="Add another proposal" id="add">
      <ActionForm
        action={addRelationAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "add-relation")}
        submitLabel="Add it"
        label="Add another proposal"
      >
        <HiddenField name="number" value={number} />
        <SelectField name="kind" label="How this one stands to it" options={options} />
        <TextField
          name="other"
          label="The other proposal"
          hint="Its number, such as #12."
          autoComplete="off"
          required
          maxLength={12}
        />
      </ActionForm>
    </Section>
  );
}
