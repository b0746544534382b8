import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdMeeting } from "../facts";
import { holdNegotiation, termsOf } from "../negotiation";
import { recordOverride, weighReadiness } from "../readiness-override";
import type { offerSlotInput } from "../schema";
import { slotRequestMachine } from "../slot-machine";

/**
 * The officers put a meeting and minutes on the table. One that does not fit is refused with by how many minutes,
 * unless a reason is given to take it all the same; the reason then stands with the offer, and later with the item.
 * One that is not ready for the board needs a reason of its own, which an event of its own keeps.
 */
export async function offerSlot(
  actor: Actor,
  input: z.output<typeof offerSlotInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.meeting });
    const held = await holdNegotiation(tx, actor, input.number);
    if (!held.ok) return held;
    if (!meeting) return notFound("meeting");
    const { slot, proposal } = held.value;
    const terms = termsOf(meeting, input, input.overrideReason);
    const step = decide(slotRequestMachine, "offer", actor, { ...slot.facts, terms });
    if (!step.ok) return step;
    const override = await weighReadiness(tx, { proposal, meeting, reason: input.unreadyReason });
    if (!override.ok) return override;
    const overrideReason = terms.overMinutes > 0 ? input.overrideReason : null;
    const offered = { presentMinutes: input.presentMinutes, qaMinutes: input.qaMinutes, note: input.note };
    const moved = await applyStep(
      tx,
      step.value,
      { id: slot.id, version: input.version },
      {
        proposalId: proposal.id,
        executive: slot.executive,
        data: {
          ...offered,
          meeting: meeting.date,
          ...(overrideReason && { overrideReason, overMinutes: terms.overMinutes }),
        },
        set: {
          offeredMeetingId: meeting.id,
          offeredPresentMinutes: input.presentMinutes,
          offeredQaMinutes: input.qaMinutes,
          offerNote: input.note,
          offeredById: personIdOf(actor),
          overrideReason,
          updatedAt: now(),
        },
      },
    );
    if (!moved.ok) return moved;
    await recordOverride(tx, actor, { proposal, meeting, override: override.value });
    return done({ number: input.number });
  });
}
