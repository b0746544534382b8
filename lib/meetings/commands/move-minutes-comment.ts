import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf, readsExecutive } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { minutesCommentMachine } from "../minutes-comment-machine";
import { holdMinutes } from "../minutes-facts";
import type { moveMinutesCommentInput } from "../minutes-schema";
import { reopenReviewed } from "../reopen-reviewed";

/** Says that a comment on a draft was dealt with, and how; or that it was not. */
export async function moveMinutesComment(
  actor: Actor,
  { commentId, version, move, resolution }: z.output<typeof moveMinutesCommentInput>,
): Promise<Result<{ date: string; commentId: number }>> {
  return transact(async (tx) => {
    const found = readsExecutive(actor)
      ? await tx.minutesComment.findFirst({
          where: { id: commentId, parentId: null },
          select: { meetingId: true },
        })
      : null;
    const held = found && (await holdMinutes(tx, actor, { id: found.meetingId }));
    if (!held) return notFound("comment");
    const { status, authorId } = await tx.minutesComment.findUniqueOrThrow({
      where: { id: commentId },
      select: { status: true, authorId: true },
    });
    const facts = { status, authorId, minutesStatus: held.facts.status };
    const step = decide(minutesCommentMachine, move, actor, facts);
    if (!step.ok) return step;
    const reopened = move === "reopen" ? await reopenReviewed(tx, actor, held) : done(null);
    if (!reopened.ok) return reopened;
    const resolved = move === "resolve" ? { resolution, resolvedById: personIdOf(actor) } : {};
    const moved = await applyStep(
      tx,
      step.value,
      { id: commentId, version },
      {
        meetingId: held.meeting.id,
        executive: true,
        set: resolved,
        data: { commentId, authorId, ...(resolution && { resolution }) },
      },
    );
    return moved.ok ? done({ date: held.meeting.date, commentId }) : moved;
  });
}
