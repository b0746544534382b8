import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdNegotiation } from "../negotiation";
import type { declineSlotInput } from "../schema";
import { slotRequestMachine } from "../slot-machine";

/** Whoever the terms were put to says no: an officer to a request or a counter-offer, the requester to an offer. */
export async function declineSlot(
  actor: Actor,
  input: z.output<typeof declineSlotInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const held = await holdNegotiation(tx, actor, input.number);
    if (!held.ok) return held;
    const { slot } = held.value;
    const move = slot.facts.status === "offered" ? "decline_offer" : "decline";
    const step = decide(slotRequestMachine, move, actor, slot.facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id: slot.id, version: input.version },
      {
        proposalId: slot.proposalId,
        executive: slot.executive,
        reason: input.reason,
        set: { updatedAt: now() },
      },
    );
    return moved.ok ? done({ number: input.number }) : moved;
  });
}
