import { SubjectField } from "@/components/discussion/subject-field";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import { askQuestionAction } from "../actions";

interface Props {
  on: DiscussedNumber;
  owners: readonly OwnerChoice[];
  kept?: string | string[];
}

export async function AskForm({ on, owners, kept }: Props) {
  return (
    <Section title="Ask a question" id="ask">
      <ActionForm
        action={askQuestionAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "ask-question")}
        submitLabel="Ask"
        label="Ask a question"
      >
        <SubjectField on={on} />
        <TextArea
          name="text"
          label="Question"
          hint="One sentence that one answer settles."
          rows={2}
          required
        />
        <SelectField
          name="of"
          label="Who should answer"
          hint="It stays open, under their name, until it is answered or you take it back. A role’s question waits for everybody who holds the role."
          options={[{ value: "", label: "Choose a person, a body or a role" }, ...owners]}
          required
        />
      </ActionForm>
    </Section>
  );
}
