import { isoDate } from "../../calendar-date";
import { now } from "../../clock";
import { db } from "../../db/client";
import { transact } from "../../db/transaction";
import { env } from "../../env";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdOpenSlot } from "../facts";
import { unansweredSince } from "../slot-expiry";
import { slotRequestMachine } from "../slot-machine";

const portal: Actor = { kind: "system", name: "The portal" };
const atOnce = 100;

/**
 * Ends negotiations that nobody went on with: an offer or a counter-offer without an answer in time, or whose meeting
 * has begun, and a request whose latest date is past. Both sides are told; time can be asked for again. Run twice it
 * changes nothing; somebody who answers at the same moment is quicker or is told. Says how many it ended.
 */
export async function expireSlots(): Promise<number> {
  const before = unansweredSince(now(), env().SLOT_EXPIRY_DAYS);
  const waiting: { in: ("offered" | "countered")[] } = { in: ["offered", "countered"] };
  const due = await db.slotRequest.findMany({
    where: {
      OR: [
        { status: waiting, updatedAt: { lt: before } },
        { status: waiting, offeredMeeting: { startsAt: { lt: now() } } },
        { status: "requested", latestOn: { lt: isoDate(now()) } },
      ],
    },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true, version: true, proposalId: true },
  });
  let ended = 0;
  for (const slot of due) if ((await expire(slot)).ok) ended += 1;
  return ended;
}

async function expire({
  id,
  version,
  proposalId,
}: {
  id: number;
  version: number;
  proposalId: number;
}): Promise<Result<null>> {
  return transact(async (tx) => {
    const slot = await holdOpenSlot(tx, { proposalId });
    if (slot?.id !== id) return done(null);
    const step = decide(slotRequestMachine, "expire", portal, slot.facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id, version },
      { proposalId, executive: slot.executive, set: { updatedAt: now() } },
    );
    return moved.ok ? done(null) : moved;
  });
}
