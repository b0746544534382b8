import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdNegotiation } from "../negotiation";
import type { withdrawSlotInput } from "../schema";
import { slotRequestMachine } from "../slot-machine";

/** The requester takes the request for time back; the proposal stays in discussion and may ask again. */
export async function withdrawSlot(
  actor: Actor,
  input: z.output<typeof withdrawSlotInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const held = await holdNegotiation(tx, actor, input.number);
    if (!held.ok) return held;
    const { slot } = held.value;
    const step = decide(slotRequestMachine, "withdraw", actor, slot.facts);
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
