import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { visibleTo } from "../../proposals/visibility";
import { done, notFound, type Result } from "../../result";
import { ticketsVisibleTo } from "../../tickets/visibility";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { subjectOf } from "../comment-policy";
import { type Person, signInFirst } from "../facts";
import type { reactInput } from "../schema";
import { commentsVisibleTo } from "../visibility";

/**
 * Gives a reaction to a comment, or takes one's own back. The second of two clicks on the same button finds that it is
 * done already: the unique key settles them, and nothing more is recorded.
 */
export async function react(
  actor: Actor,
  input: z.output<typeof reactInput>,
): Promise<Result<{ comment: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const comment = await find(tx, actor, input.comment);
    if (!comment) return notFound("comment");
    const changed = input.give ? await give(tx, actor, input) : await takeBack(tx, actor, input);
    if (changed) {
      const { id, proposalId, ticketId, visibility } = comment;
      await record(tx, actor, {
        type: input.give ? "comment.reacted" : "comment.reaction_removed",
        subject: subjectOf(comment),
        subjectId: id,
        ...{ proposalId, ticketId },
        executive:
          visibility === "executive" ||
          (comment.proposal ?? comment.ticket?.proposal)?.visibility === "executive",
        data: { commentId: id, reaction: input.kind, ...(visibility === "executive" && { boardOnly: true }) },
      });
    }
    return done({ comment: comment.id });
  });
}

interface Wish {
  comment: number;
  kind: string;
}

async function give(tx: Tx, actor: Person, { comment: commentId, kind }: Wish): Promise<boolean> {
  const data = [{ commentId, personId: actor.personId, kind, createdAt: now() }];
  return (await tx.reaction.createMany({ data, skipDuplicates: true })).count > 0;
}

async function takeBack(tx: Tx, actor: Person, { comment: commentId, kind }: Wish): Promise<boolean> {
  return (await tx.reaction.deleteMany({ where: { commentId, personId: actor.personId, kind } })).count > 0;
}

function find(tx: Tx, actor: Actor, id: number) {
  const executive = { select: { visibility: true } } as const;
  return tx.comment.findFirst({
    where: {
      id,
      AND: commentsVisibleTo(actor),
      OR: [
        { proposal: { AND: [visibleTo(actor), { status: { not: "draft" } }] } },
        { ticket: ticketsVisibleTo(actor) },
      ],
    },
    select: {
      ...{ id: true, proposalId: true, ticketId: true, visibility: true },
      proposal: executive,
      ticket: { select: { proposal: executive } },
    },
  });
}
