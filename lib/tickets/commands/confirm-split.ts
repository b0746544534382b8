import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { proposalMachine } from "../../proposals/machine";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdForTickets } from "../held-split";
import type { confirmSplitInput } from "../schema";
import { completeIfLast } from "./complete-if-last";

/**
 * The requester's receipt: every ask, unanswered question and condition is accounted for (DOMAIN 4, "balance = 0").
 * Its tickets stay drafts until they are filed. The database counts once more, whoever asks.
 */
export async function confirmSplit(
  actor: Actor,
  input: z.output<typeof confirmSplitInput>,
): Promise<Result<{ number: number; completed: boolean }>> {
  return transact(async (tx) => {
    const held = await holdForTickets(tx, actor, input.number);
    if (!held.ok) return held;
    const proposal = held.value;
    const step = decide(proposalMachine, "confirm", actor, proposal.facts);
    if (!step.ok) return step;
    const entries = await tx.splitEntry.groupBy({
      by: ["disposition"],
      where: { proposalId: proposal.id },
      _count: true,
    });
    const counts = Object.fromEntries(entries.map(({ disposition, _count }) => [disposition, _count]));
    const moved = await applyStep(
      tx,
      step.value,
      { id: proposal.id, version: input.version },
      {
        proposalId: proposal.id,
        executive: proposal.visibility === "executive",
        set: { updatedAt: now() },
        data: { counts },
      },
    );
    if (!moved.ok) return moved;
    // Tickets may have been filed and finished while the split was still open.
    const last = counts.ticketed ? await completeIfLast(tx, proposal.id) : done({ completed: false });
    return last.ok ? done({ number: proposal.number, completed: last.value.completed }) : last;
  });
}
