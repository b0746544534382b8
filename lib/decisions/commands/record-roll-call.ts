import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type FieldError, notFound, type Result, refuse } from "../../result";
import { type Actor, isOfficer } from "../../workflow/actor";
import { holdBallot } from "../ballot-facts";
import type { rollCallInput } from "../ballot-schema";
import { findDoer } from "../deed-facts";
import { closeIfDecided } from "./close-ballot";
import { type BallotPlace, placeOf } from "./move-ballot";
import { voteIsOver, writePosition } from "./write-position";

/** Writes down what each who was called answered, all of it or nothing; each is marked as written by the officer. */
export async function recordRollCall(
  actor: Actor,
  { ballot, positions }: z.output<typeof rollCallInput>,
): Promise<Result<BallotPlace>> {
  if (!isOfficer(actor)) return refuse("forbidden", "The roll is called by the chair or the secretary.");
  return transact(async (tx) => {
    const row = await holdBallot(tx, actor, ballot);
    if (!row) return notFound("ballot");
    if (row.status !== "open") return voteIsOver(row);
    const errors: FieldError[] = [];
    for (const [place, { person, ...given }] of positions.entries()) {
      const doer = await findDoer(tx, actor, person, `positions.${place}.value`);
      const written = doer.ok ? await writePosition(tx, actor, row, { ...given, doer: doer.value }) : doer;
      if (!written.ok) errors.push({ path: `positions.${place}.value`, message: written.refusal.message });
    }
    if (errors[0]) return refuse("invalid", errors[0].message, errors);
    const closed = await closeIfDecided(tx, row.id);
    return closed.ok ? done(placeOf(row)) : closed;
  });
}
