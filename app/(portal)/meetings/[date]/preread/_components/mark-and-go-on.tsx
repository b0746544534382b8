import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { newSubmissionKey } from "@/lib/form-action";
import type { PrereadItem } from "@/lib/meetings/preread-queries";
import { markAndGoOnAction } from "../actions";

interface Props {
  date: string;
  item: PrereadItem;
  /** The item that is read after it; absent where this is the last. */
  next?: number;
}

/** "I have read this", and on to what comes next. */
export function MarkAndGoOn({ date, item, next }: Props) {
  if (!item.proposal) return null;
  return (
    <ActionForm
      action={markAndGoOnAction}
      submissionKey={newSubmissionKey()}
      className="moves"
      label={`Mark ${item.title} as read`}
    >
      <HiddenField name="date" value={date} />
      <HiddenField name="proposal" value={item.proposal.number} />
      {next && <HiddenField name="next" value={next} />}
      <SubmitButton size="small" variant={next ? "primary" : "plain"}>
        {next ? "I have read this: next" : "I have read this"}
      </SubmitButton>
    </ActionForm>
  );
}
