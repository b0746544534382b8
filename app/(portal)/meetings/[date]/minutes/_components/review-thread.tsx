import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { MinutesCommentRow } from "@/lib/meetings/minutes-beside-facts";
import type { MinutesThread } from "@/lib/meetings/minutes-review";
import { minutesCommentLabels } from "@/lib/meetings/minutes-ui-text";
import { commentOnMinutesAction, moveMinutesCommentAction } from "../actions";

interface Props {
  date: string;
  thread: MinutesThread;
  mayReply: boolean;
  submissionKey: string;
}

/** A comment on the draft, what was answered, and what became of it. */
export function Thread({ date, thread, mayReply, submissionKey }: Props) {
  const { id, status, resolution, resolvedBy, item } = thread;
  return (
    <li id={`comment-${id}`}>
      <p className="meta">
        <Badge stage={status === "open" ? "discussion" : "done"}>{minutesCommentLabels[status]}</Badge>{" "}
        {item ? (
          <>
            On “<span dir="auto">{item}</span>”
          </>
        ) : (
          "On the minutes as a whole"
        )}
      </p>
      <Said comment={thread} />
      {thread.replies.map((reply) => (
        <div className="reply" id={`comment-${reply.id}`} key={reply.id}>
          <Said comment={reply} />
        </div>
      ))}
      {status === "resolved" && (
        <p className="meta">
          Resolved{resolvedBy && ` by ${resolvedBy}`}
          {resolution && (
            <>
              : <span dir="auto">{resolution}</span>
            </>
          )}
        </p>
      )}
      {mayReply && <Reply date={date} id={id} submissionKey={submissionKey} />}
      <Moves date={date} thread={thread} submissionKey={submissionKey} />
    </li>
  );
}

function Said({ comment }: { comment: MinutesCommentRow }) {
  return (
    <>
      <p className="meta">
        <a href={`/people/${comment.author.handle}`}>{comment.author.name}</a> · <Time at={comment.at} />
      </p>
      <p dir="auto" className="as-typed">
        {comment.text}
      </p>
    </>
  );
}

function Reply({ date, id, submissionKey }: { date: string; id: number; submissionKey: string }) {
  return (
    <ActionForm
      action={commentOnMinutesAction}
      submissionKey={`${submissionKey}-reply`}
      label={`Answer comment ${id}`}
      folded="Answer"
    >
      <HiddenField name="date" value={date} />
      <HiddenField name="parentId" value={id} />
      <TextArea name="text" label="Your answer" rows={2} required />
      <div className="actions">
        <SubmitButton variant="plain">Answer</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Moves({ date, thread, submissionKey }: Pick<Props, "date" | "thread" | "submissionKey">) {
  const [move] = thread.moves.filter(({ refusal }) => !refusal);
  if (!move) return null;
  return (
    <ActionForm
      action={moveMinutesCommentAction}
      submissionKey={`${submissionKey}-move`}
      label={`${move.label}: comment ${thread.id}`}
      folded={move.label}
    >
      <HiddenField name="date" value={date} />
      <HiddenField name="commentId" value={thread.id} />
      <HiddenField name="version" value={thread.version} />
      <HiddenField name="move" value={move.name} />
      {move.name === "resolve" && <TextField name="resolution" label="What was done" required={false} />}
      <div className="actions">
        <SubmitButton variant="plain">{move.label}</SubmitButton>
      </div>
    </ActionForm>
  );
}
