import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type HeldItem, type HeldMeeting, holdItem } from "../facts";
import { holdNextOfSeries } from "./cancel-meeting";
import { carryItem } from "./carry-item";
import { removeItem } from "./withdraw-item";

/**
 * Moves what an ending meeting never came to onto the next one of its series, each counted once more (DOMAIN 3,
 * "Carry-over"); where none is planned, proposals go back to discussion. The caller holds the meeting.
 */
export async function carryItems(
  tx: Tx,
  actor: Actor,
  meeting: HeldMeeting,
): Promise<Result<{ carried: number }>> {
  const planned = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, status: "planned" },
    orderBy: [{ section: "asc" }, { position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const to = planned.length > 0 ? await holdNextOfSeries(tx, actor, meeting) : null;
  for (const { id } of planned) {
    const item = await holdItem(tx, actor, { id });
    if (!item) return notFound("agenda item");
    const moved = to
      ? await carryItem(tx, actor, { item, to, reason: `The meeting of ${meeting.date} ended before it.` })
      : await sendBack(tx, actor, meeting, item);
    if (!moved.ok) return moved;
  }
  return done({ carried: to ? planned.length : 0 });
}

async function sendBack(tx: Tx, actor: Actor, meeting: HeldMeeting, item: HeldItem): Promise<Result<null>> {
  if (item.proposalId !== null) {
    const data = { carryCount: { increment: 1 }, updatedAt: now() };
    await tx.proposal.update({ where: { id: item.proposalId }, data });
  }
  const reason = `The meeting of ${meeting.date} ended before it, and no later one is planned.`;
  return removeItem(tx, actor, { item, reason });
}
