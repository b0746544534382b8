import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import { partHints } from "@/lib/proposals/endorsement-text";
import { askEndorsementAction } from "../actions";

interface Props {
  number: number;
  eligible: readonly OwnerChoice[];
  kept?: string | string[];
}

export async function AskForm({ number, eligible, kept }: Props) {
  return (
    <Section title="Ask somebody to stand behind it" id="ask">
      <ActionForm
        action={askEndorsementAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "ask-endorsement")}
        submitLabel="Ask them"
        label="Ask somebody to stand behind it"
      >
        <HiddenField name="number" value={number} />
        <datalist id="supporters">
          {eligible.map((person) => (
            <option key={person.value} value={person.value}>
              {person.label}
            </option>
          ))}
        </datalist>
        <TextField
          name="person"
          label="Person"
          hint="Such as @ada. They are told, and confirm or decline."
          list="supporters"
          autoComplete="off"
          required
          maxLength={100}
        />
        <RadioGroup
          name="part"
          legend="What you ask of them"
          defaultValue="sponsor"
          required
          options={[
            { value: "sponsor", label: "To sponsor it", hint: `${partHints.sponsor}.` },
            { value: "endorser", label: "To endorse it", hint: `${partHints.endorser}.` },
          ]}
        />
      </ActionForm>
    </Section>
  );
}
