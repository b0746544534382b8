import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { HeldItem } from "../facts";

type Person = Extract<Actor, { kind: "person" }>;

/**
 * Enters a question of the meeting into the proposal's list, asked of whoever presents, else of its requester.
 * Null where it stays a line of the minutes only: the item has no proposal, its proposal is past questions, or the item
 * is executive and the proposal public (its list is read by everybody).
 */
export async function askInMeeting(
  tx: Tx,
  actor: Person,
  item: HeldItem,
  text: string,
): Promise<{ id: number; number: number } | null> {
  if (item.proposalId === null) return null;
  const [proposal] = await tx.$queryRaw<{ authorId: number; visibility: string; status: string }[]>`
    SELECT "authorId", "visibility"::text, "status"::text FROM "Proposal" WHERE "id" = ${item.proposalId} FOR UPDATE`;
  if (!proposal || proposal.status === "delivering" || proposal.status === "closed") return null;
  if (item.executive && proposal.visibility === "public") return null;
  const last = await tx.question.aggregate({ where: { proposalId: item.proposalId }, _max: { number: true } });
  const question = await tx.question.create({
    data: {
      proposalId: item.proposalId,
      number: (last._max.number ?? 0) + 1,
      text,
      askedById: actor.personId,
      askedOfPersonId: item.presenterId ?? proposal.authorId,
      createdAt: now(),
    },
    select: { id: true, number: true },
  });
  await tx.proposal.update({ where: { id: item.proposalId }, data: { updatedAt: now() } });
  await record(tx, actor, {
    type: "question.asked",
    subject: "question",
    subjectId: question.id,
    proposalId: item.proposalId,
    meetingId: item.meetingId,
    executive: item.executive,
    data: { number: question.number, itemId: item.id },
  });
  return question;
}
