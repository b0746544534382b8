import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import { openConcernAction } from "../actions";

interface Props {
  proposal: number;
  requester: string;
  owners: readonly OwnerChoice[];
  kept?: string | string[];
}

export async function OpenConcernForm({ proposal, requester, owners, kept }: Props) {
  return (
    <Section title="Raise a concern" id="raise">
      <ActionForm
        action={openConcernAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "open-concern")}
        submitLabel="Raise the concern"
        label="Raise a concern"
      >
        <HiddenField name="proposal" value={proposal} />
        <TextArea
          name="text"
          label="Your concern"
          hint="What stands in the way, and what would resolve it. Markdown works. It carries your name, and the board cannot approve until you say that it is resolved."
          rows={5}
          required
        />
        <datalist id="resolvers">
          {owners.map((owner) => (
            <option key={owner.value} value={owner.value}>
              {owner.label}
            </option>
          ))}
        </datalist>
        <TextField
          name="resolver"
          label="Who is to resolve it"
          hint={`A person such as @ada, or a body such as infra. Left empty, it is ${requester}, the requester.`}
          list="resolvers"
          autoComplete="off"
          required={false}
          maxLength={100}
        />
      </ActionForm>
    </Section>
  );
}
