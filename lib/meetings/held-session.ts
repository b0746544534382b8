import type { Tx } from "../db/transaction";
import { done, notFound, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import { type HeldItem, type HeldMeeting, holdItem, holdMeeting } from "./facts";

export interface HeldSession {
  meeting: HeldMeeting;
  item: HeldItem;
}

/**
 * An item with its meeting, the meeting locked first: what is said in a session is written one deed after another,
 * so that no line slips behind an adjournment or into published minutes.
 */
export async function holdSession(tx: Tx, actor: Actor, itemId: number): Promise<Result<HeldSession>> {
  const found = await tx.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } });
  const meeting = found && (await holdMeeting(tx, actor, { id: found.meetingId }));
  const item = meeting && (await holdItem(tx, actor, { id: itemId }));
  return meeting && item ? done({ meeting, item }) : notFound("agenda item");
}
