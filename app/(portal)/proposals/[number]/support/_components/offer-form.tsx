import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { EndorsementPart } from "@/lib/proposals/endorsement-policy";
import { offerEndorsementAction } from "../actions";

interface Props {
  number: number;
  parts: readonly EndorsementPart[];
  kept?: string | string[];
}

const words = { sponsor: "I sponsor it and bring it to the board", endorser: "I endorse it" } as const;

export async function OfferForm({ number, parts, kept }: Props) {
  return (
    <Section title="Stand behind it yourself" id="offer">
      <ActionForm
        action={offerEndorsementAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "offer-endorsement")}
        submitLabel="Stand behind it"
        label="Stand behind it yourself"
      >
        <HiddenField name="number" value={number} />
        <SelectField
          name="part"
          label="What you do"
          options={parts.map((part) => ({ value: part, label: words[part] }))}
        />
        <TextField
          name="note"
          label="What you say with it"
          hint="Everybody who reads the proposal sees it."
          required={false}
          maxLength={1000}
        />
      </ActionForm>
    </Section>
  );
}
