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
import { listDropped } from "../split-source";
import { completeIfLast } from "./complete-if-last";

/**
 * The requester's receipt: everything is accounted for (DOMAIN 4, "balance = 0"). Its tickets stay drafts until they are
 * filed; where there are none, nothing is left to do and the proposal is complete. The database counts once more.
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
        data: { counts, dropped: await listDropped(tx, proposal.id) },
      },
    );
    if (!moved.ok) return moved;
    // Tickets may have been filed and finished while the split was still open.
    const last = await completeIfLast(tx, proposal.id);
    return last.ok ? done({ number: proposal.number, completed: last.value.completed }) : last;
  });
}
