import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { visibleTo } from "../../proposals/visibility";
import { done, notFound, type Result, refuse } from "../../result";
import { ticketsVisibleTo } from "../../tickets/visibility";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { isByPortal, subjectOf } from "../comment-policy";
import { signInFirst } from "../facts";
import { renderKnown } from "../mention-queries";
import { mayEditComment } from "../policy";
import type { editCommentInput } from "../schema";
import { commentsVisibleTo } from "../visibility";
import { mentionedIn } from "../write-comment";

/** Its author changes a comment; what it said before stays in the event. */
export async function editComment(
  actor: Actor,
  input: z.output<typeof editCommentInput>,
): Promise<Result<{ comment: number; nobody?: string[] }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const comment = await find(tx, actor, input.comment);
    if (!comment) return notFound("comment");
    if (isByPortal(comment))
      return refuse("refused", "The portal posted this from the minutes; it stays as they say it.");
    if (!mayEditComment(actor, comment)) return refuse("forbidden", "Only its author may change a comment.");
    const { markdown } = input;
    if (markdown === comment.markdown) return done({ comment: comment.id });
    const rendered = await renderKnown(tx, markdown, { proposal: comment.proposal?.number });
    const { html, nobody } = rendered;
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, markdown: comment.markdown },
      data: { markdown, html, editedAt: now(), editorId: actor.personId },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        "This comment was changed meanwhile, in another window. Look again, then decide.",
      );
    }
    await record(tx, actor, {
      type: "comment.edited",
      subject: subjectOf(comment),
      subjectId: comment.id,
      proposalId: comment.proposalId,
      ticketId: comment.ticketId,
      executive: isExecutive(comment),
      data: {
        commentId: comment.id,
        old: comment.markdown,
        ...(comment.visibility === "executive" && { boardOnly: true }),
        ...mentionedIn(rendered),
      },
    });
    return done({ comment: comment.id, ...(nobody.length > 0 && { nobody }) });
  });
}

function isExecutive({
  visibility,
  proposal,
  ticket,
}: NonNullable<Awaited<ReturnType<typeof find>>>): boolean {
  return visibility === "executive" || (proposal ?? ticket?.proposal)?.visibility === "executive";
}

function find(tx: Tx, actor: Actor, id: number) {
  return tx.comment.findFirst({
    where: {
      id,
      AND: commentsVisibleTo(actor),
      OR: [{ proposal: visibleTo(actor) }, { ticket: ticketsVisibleTo(actor) }],
    },
    select: {
      id: true,
      proposalId: true,
      ticketId: true,
      authorId: true,
      sourceKey: true,
      markdown: true,
      visibility: true,
      proposal: { select: { number: true, visibility: true } },
      ticket: { select: { proposal: { select: { visibility: true } } } },
    },
  });
}
