import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { MarkdownField } from "@/components/forms/markdown-field";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import { quoted } from "@/lib/discussion/quoting";
import type { QuotedComment } from "@/lib/discussion/talk-queries";
import type { OwnerChoice } from "@/lib/people/queries";
import { SubjectField } from "./subject-field";

export interface CommentFormProps {
  on: DiscussedNumber;
  action: FormAction;
  submissionKey: string;
  state?: FormState;
  /** Who is likely to be asked: offered, not all there are. */
  owners: readonly OwnerChoice[];
  /** Whether the writer may say something that only the board reads. */
  mayWriteForBoard: boolean;
  /** The comment that it replies to. */
  quote?: QuotedComment;
}

/** A comment; opened, it also asks somebody, who then owes the answer. */
export function CommentForm(props: CommentFormProps) {
  const { on, action, submissionKey, state, owners, mayWriteForBoard, quote } = props;
  const asks = Boolean(state?.values?.askOf || state?.errors?.some((error) => error.path === "askOf"));
  return (
    <ActionForm
      action={action}
      submissionKey={submissionKey}
      state={state}
      submitLabel="Comment"
      label="Add to the discussion"
    >
      <SubjectField on={on} />
      {quote && <HiddenField name="parent" value={quote.id} />}
      <MarkdownField
        // Another quote is another text to begin with.
        key={quote?.id ?? 0}
        name="markdown"
        label="Your comment"
        hint="Markdown works. @handle calls a person, #63 names a proposal, T-12 a ticket."
        defaultValue={quote && quoted(quote, on)}
        rows={quote ? 10 : 5}
        required
      />
      {mayWriteForBoard && (
        <CheckField
          name="boardOnly"
          label="Only for the board"
          hint="Nobody else learns that it was written. It cannot ask or answer a question."
          defaultChecked={quote?.boardOnly}
        />
      )}
      <Disclosure summary="Ask somebody" open={asks}>
        <datalist id="debtors">
          {owners.map((owner) => (
            <option key={owner.value} value={owner.value}>
              {owner.label}
            </option>
          ))}
        </datalist>
        <TextField
          name="askOf"
          label="Who should answer"
          hint="A person such as @ada, a body such as board, or a role such as sig-leaders. It stays open, under their name, until it is answered or you take it back."
          list="debtors"
          autoComplete="off"
          required={false}
          maxLength={100}
        />
        <TextField
          name="question"
          label="The question in one sentence"
          hint="Left empty, it is the first question in your comment."
          required={false}
          maxLength={1000}
        />
      </Disclosure>
    </ActionForm>
  );
}
