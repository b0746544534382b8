import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdBallot } from "../ballot-facts";
import type { PositionInput } from "../ballot-schema";
import { findDoer } from "../deed-facts";
import { closeIfDecided } from "./close-ballot";
import { type BallotPlace, placeOf } from "./move-ballot";
import { voteIsOver, writePosition } from "./write-position";

/**
 * Says where somebody stands, or that they changed their mind; what was said before stays readable. The chair or the
 * secretary may write it down for a member. A ballot that is decided by it closes at once.
 */
export async function takePosition(actor: Actor, input: PositionInput): Promise<Result<BallotPlace>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say where you stand.");
  return transact(async (tx) => {
    const row = await holdBallot(tx, actor, input.ballot);
    if (!row) return notFound("ballot");
    if (row.status !== "open") return voteIsOver(row);
    const doer = await findDoer(tx, actor, input.person, "person");
    if (!doer.ok) return doer;
    const written = await writePosition(tx, actor, row, { ...input, doer: doer.value });
    if (!written.ok) return written;
    const closed = await closeIfDecided(tx, row.id);
    return closed.ok ? done(placeOf(row)) : closed;
  });
}
