import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { openQuestion } from "../../discussion/open-question";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { HeldItem } from "../facts";

type Person = Extract<Actor, { kind: "person" }>;

/**
 * Enters a question of the meeting into the proposal's list, asked of whoever presents, else of its requester.
 * Null where it stays a line of the minutes only: the item has no proposal, its proposal is past questions, or the
 * item is executive and the proposal public (its list is read by everybody).
 */
export async function askInMeeting(
  tx: Tx,
  actor: Person,
  item: HeldItem,
  text: string,
): Promise<Result<{ id: number; number: number } | null>> {
  if (item.proposalId === null) return done(null);
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: item.proposalId },
    select: {
      number: true,
      status: true,
      visibility: true,
      revision: true,
      authorId: true,
      author: { select: { handle: true } },
    },
  });
  const { number, status, revision, authorId, author } = proposal;
  if (status === "delivering" || status === "closed") return done(null);
  const executive = proposal.visibility === "executive";
  if (item.executive && !executive) return done(null);
  const presenter =
    item.presenterId && !executive
      ? await tx.person.findFirst({
          where: { id: item.presenterId, disabledAt: null },
          select: { handle: true },
        })
      : null;
  const discussed = { proposalId: item.proposalId, ticketId: null, executive, number, revision, authorId };
  const asked = await openQuestion(tx, actor, discussed, {
    of: `@${(presenter ?? author).handle}`,
    text,
    askedById: actor.personId,
    field: "text",
  });
  if (!asked.ok) return asked;
  await tx.proposal.update({ where: { id: item.proposalId }, data: { updatedAt: now() } });
  return asked;
}
