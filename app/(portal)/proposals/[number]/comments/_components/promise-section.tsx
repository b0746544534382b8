import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { ShownComment } from "@/lib/discussion/comment-queries";
import { newSubmissionKey } from "@/lib/form-action";
import { mayMarkPromises, mayUnmark } from "@/lib/tickets/split-policy";
import type { Actor } from "@/lib/workflow/actor";
import { markFollowUpAction, unmarkFollowUpAction } from "../promise-actions";

/** Whether a comment promises something that the split has to account for: said by anybody who reads it. */
export function PromiseSection({ shown, actor }: { shown: ShownComment; actor: Actor }) {
  const { promise } = shown;
  const { proposalStatus: status, boardOnly } = shown;
  const may = status !== null && !boardOnly && mayMarkPromises(actor, { status });
  if (!promise && !may) return null;
  return (
    <Section title="Promise" id="promise">
      {promise ? (
        <p>
          Follow-up {promise.number}, marked by {promise.markedBy} on <Time at={promise.at} format="date" />:
          the split accounts for it.
        </p>
      ) : (
        <p>
          Does this promise to do something? Mark it, and the split of the proposal cannot be confirmed before
          it is a ticket, answered, or dropped with a reason.
        </p>
      )}
      {may && (!promise || mayUnmark(actor, { ...promise, authorId: shown.authorId })) && (
        <ActionForm
          action={promise ? unmarkFollowUpAction : markFollowUpAction}
          submissionKey={newSubmissionKey()}
          submitLabel={promise ? "This is no promise" : "Mark as a promise to follow up"}
          label="Promise"
        >
          <HiddenField name="comment" value={shown.id} />
        </ActionForm>
      )}
    </Section>
  );
}
