import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { record } from "../workflow/events";
import { subjectOf } from "./comment-policy";
import type { Discussed, Person } from "./facts";
import { type Rendered, renderKnown } from "./mention-queries";

export interface NewComment {
  markdown: string;
  parentId?: number | null;
  /** Only the board reads it. */
  boardOnly?: boolean;
}

/** Writes a comment with its event; its id. */
export async function writeComment(
  tx: Tx,
  actor: Person,
  on: Discussed,
  comment: NewComment,
): Promise<number> {
  return (await sayComment(tx, actor, on, comment)).id;
}

/** Like `writeComment`, and tells which names in it nobody has. The HTML is made here, once, and stored. */
export async function sayComment(
  tx: Tx,
  actor: Person,
  on: Discussed,
  comment: NewComment,
): Promise<{ id: number; nobody: string[] }> {
  const { proposalId, ticketId, revision } = on;
  const rendered = await renderKnown(tx, comment.markdown, {
    proposal: proposalId === null ? null : on.number,
  });
  const visibility = comment.boardOnly ? "executive" : "public";
  const { id } = await tx.comment.create({
    data: {
      proposalId,
      ticketId,
      revision,
      visibility,
      authorId: actor.personId,
      markdown: comment.markdown,
      html: rendered.html,
      parentId: comment.parentId ?? null,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "comment.posted",
    subject: subjectOf({ visibility }),
    subjectId: id,
    proposalId,
    ticketId,
    executive: on.executive || comment.boardOnly,
    data: { commentId: id, ...(comment.boardOnly && { boardOnly: true }), ...mentionedIn(rendered) },
  });
  // A place further up in the lists would tell everybody that the board said something.
  if (!comment.boardOnly) await touch(tx, on);
  return { id, nobody: rendered.nobody };
}

/** The part of an event that says who was called by name; absent where nobody was. */
export function mentionedIn({ mentioned }: Pick<Rendered, "mentioned">) {
  const { people, bodies, roles } = mentioned;
  return people.length + bodies.length + roles.length > 0 ? { mentioned: { people, bodies, roles } } : {};
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
