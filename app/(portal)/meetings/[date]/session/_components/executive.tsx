import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Session } from "@/lib/meetings/session-queries";
import { executiveAction } from "../actions";

/** The chair sends the guests out, and lets them in again. */
export async function Executive({ session, kept }: { session: Session; kept?: string | string[] }) {
  const isIn = session.live.executiveSince !== null;
  return (
    <ActionForm
      action={executiveAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "executive")}
      label="Executive session"
    >
      <HiddenField name="date" value={session.date} />
      <HiddenField name="move" value={isIn ? "leave" : "enter"} />
      <SubmitButton variant="plain">
        {isIn ? "End the executive session" : "Go into executive session"}
      </SubmitButton>
    </ActionForm>
  );
}
