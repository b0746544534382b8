import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { record } from "../workflow/events";
import type { Discussed, Person } from "./facts";
import { renderMarkdown } from "./markdown";

/** Writes a comment with its event; the HTML is made here, once, and stored beside its source. */
export async function writeComment(
  tx: Tx,
  actor: Person,
  on: Discussed,
  comment: { markdown: string; parentId?: number | null },
): Promise<number> {
  const { proposalId, ticketId, revision, executive } = on;
  const { id } = await tx.comment.create({
    data: {
      proposalId,
      ticketId,
      revision,
      authorId: actor.personId,
      markdown: comment.markdown,
      html: renderMarkdown(comment.markdown),
      parentId: comment.parentId ?? null,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "comment.posted",
    subject: "comment",
    subjectId: id,
    proposalId,
    ticketId,
    executive,
    data: { commentId: id },
  });
  await touch(tx, on);
  return id;
}

/** Lifts what is talked about in the lists. */
export async function touch(
  tx: Tx,
  on: { proposalId: number | null; ticketId: number | null },
): Promise<void> {
  const data = { updatedAt: now() };
  if (on.proposalId) await tx.proposal.update({ where: { id: on.proposalId }, data, select: { id: true } });
  if (on.ticketId) await tx.ticket.update({ where: { id: on.ticketId }, data, select: { id: true } });
}
