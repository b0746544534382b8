import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdBallot } from "../ballot-facts";
import { mayMarkCritical } from "../ballot-policy";
import type { markCriticalInput } from "../ballot-schema";
import { closeIfDecided } from "./close-ballot";
import { type BallotPlace, placeOf, scopeOf } from "./move-ballot";

/** The liaison marks a matter as time- or business-critical, or takes the mark off: it waits for their vote (DOMAIN 5). */
export async function markCritical(
  actor: Actor,
  input: z.output<typeof markCriticalInput>,
): Promise<Result<BallotPlace>> {
  return transact(async (tx) => {
    const row = await holdBallot(tx, actor, input.ballot);
    if (!row) return notFound("ballot");
    if (!mayMarkCritical(actor)) return refuse("forbidden", "Only the liaison marks a matter as critical.");
    if (row.status === "closed" || row.status === "withdrawn") {
      return refuse("refused", "It is over: there is nothing left to hold open.");
    }
    const isCritical = input.critical === "yes";
    const changed = await setCritical(tx, input, isCritical);
    if (changed === 0) {
      return refuse(
        "conflict",
        "Somebody changed this ballot before you. Nothing was saved; look again, then decide.",
      );
    }
    await record(tx, actor, {
      ...{
        type: isCritical ? "ballot.marked_critical" : "ballot.not_critical",
        subject: "ballot",
        subjectId: row.id,
      },
      ...(await scopeOf(tx, row)),
      data: { ballot: row.id, text: row.text.slice(0, 300) },
    });
    const closed = await closeIfDecided(tx, row.id);
    return closed.ok ? done(placeOf(row)) : closed;
  });
}

async function setCritical(
  tx: Tx,
  { ballot: id, version }: z.output<typeof markCriticalInput>,
  isCritical: boolean,
): Promise<number> {
  const { count } = await tx.ballot.updateMany({
    where: { id, version },
    data: { isCritical, version: { increment: 1 } },
  });
  return count;
}
