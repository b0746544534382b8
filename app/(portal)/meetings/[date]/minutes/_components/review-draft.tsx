import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Minutes } from "@/lib/meetings/minutes-queries";
import type { MinutesReviewing } from "@/lib/meetings/minutes-review";
import { commentOnMinutesAction, reviewMinutesAction } from "../actions";
import { Thread } from "./review-thread";

interface Props {
  minutes: Minutes;
  reviewing: MinutesReviewing;
  kept?: string | string[];
}

/** What the board says about the draft, before everybody reads it: comments, and who has reviewed it. */
export async function ReviewDraft({ minutes, reviewing, kept }: Props) {
  const { date, version } = minutes;
  const review = minutes.moves.filter((move) => move.name === "review");
  return (
    <div className="no-print">
      <Section title="Review of the draft" id="review" aside={openWords(reviewing.open)}>
        <p className="meta">Only the board and its officers read this.</p>
        <Reviews reviews={reviewing.reviews} />
        {reviewing.threads.length > 0 && (
          <ol className="said">
            {reviewing.threads.map((thread) => (
              <Thread
                key={thread.id}
                date={date}
                thread={thread}
                mayReply={reviewing.mayComment}
                submissionKey={newSubmissionKey()}
              />
            ))}
          </ol>
        )}
        {reviewing.mayComment && (
          <ActionForm
            action={commentOnMinutesAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "minutes-comment")}
            label="Comment on the draft"
          >
            <HiddenField name="date" value={date} />
            <SelectField
              name="itemId"
              label="About"
              options={[
                { value: "", label: "The minutes as a whole" },
                ...reviewing.items.map(({ id, title }) => ({ value: String(id), label: title })),
              ]}
            />
            <TextArea name="text" label="What is missing, or not as it was said" rows={3} required />
            <div className="actions">
              <SubmitButton variant="plain">Comment</SubmitButton>
            </div>
          </ActionForm>
        )}
        <MoveButtons
          moves={review}
          action={reviewMinutesAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "review-minutes")}
          hidden={{ date, version }}
        />
      </Section>
    </div>
  );
}

function openWords(open: number): string | undefined {
  if (open === 0) return undefined;
  return open === 1 ? "1 comment is open" : `${open} comments are open`;
}

function Reviews({ reviews }: Pick<MinutesReviewing, "reviews">) {
  if (reviews.length === 0) return <p>No director has reviewed it yet.</p>;
  return (
    <ul className="lines">
      {reviews.map(({ by, at, isFresh }) => (
        <li key={by.handle}>
          <span>
            <a href={`/people/${by.handle}`}>{by.name}</a> reviewed it <Time at={at} />
            {!isFresh && <span className="hint">, before it last changed</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
