import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdMeeting } from "../facts";
import { holdNegotiation, termsOf } from "../negotiation";
import type { counterSlotInput } from "../schema";
import { slotRequestMachine } from "../slot-machine";

/** The requester answers an offer with other minutes or another meeting; an officer then accepts or offers anew. */
export async function counterSlot(
  actor: Actor,
  input: z.output<typeof counterSlotInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.meeting });
    const held = await holdNegotiation(tx, actor, input.number);
    if (!held.ok) return held;
    if (!meeting) return notFound("meeting");
    const { slot, proposal } = held.value;
    const facts = { ...slot.facts, terms: termsOf(meeting, input, null) };
    const step = decide(slotRequestMachine, "counter", actor, facts);
    if (!step.ok) return step;
    const { presentMinutes, qaMinutes, note } = input;
    const moved = await applyStep(
      tx,
      step.value,
      { id: slot.id, version: input.version },
      {
        proposalId: proposal.id,
        executive: slot.executive,
        data: { presentMinutes, qaMinutes, note, meeting: meeting.date },
        set: {
          offeredMeetingId: meeting.id,
          offeredPresentMinutes: presentMinutes,
          offeredQaMinutes: qaMinutes,
          offerNote: note,
          offeredById: personIdOf(actor),
          overrideReason: null,
          updatedAt: now(),
        },
      },
    );
    return moved.ok ? done({ number: input.number }) : moved;
  });
}
