import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextArea } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { Timeline } from "@/components/workflow/timeline";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { TicketShown } from "@/lib/tickets/queries";
import { commentOnTicketAction } from "../../actions";

interface Props {
  ticket: TicketShown;
  signedIn: boolean;
  kept: string | string[] | undefined;
}

export async function TicketComments({ ticket, signedIn, kept }: Props) {
  const { number, comments } = ticket;
  return (
    <Section title="Comments">
      {comments.length === 0 && <p className="hint">Nobody has said anything yet.</p>}
      {comments.length > 0 && (
        <Timeline
          entries={comments.map(({ id, author, createdAt, html, editedAt }) => ({
            kind: "comment",
            id,
            anchor: `comment-${id}`,
            author,
            at: createdAt,
            html,
            editedAt,
          }))}
        />
      )}
      {signedIn ? (
        <ActionForm
          action={commentOnTicketAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "comment-on-ticket")}
          submitLabel="Comment"
          label="Comment on this ticket"
        >
          <HiddenField name="ticket" value={number} />
          <TextArea name="markdown" label="Your comment" hint="Markdown." rows={4} required />
        </ActionForm>
      ) : (
        <p>
          <a href={`/sign-in?back=/tickets/${number}`}>Sign in to comment.</a>
        </p>
      )}
    </Section>
  );
}
