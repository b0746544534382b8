import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { type Actor, isDirector } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayTakePosition } from "../ballot-policy";
import { type BallotRow, currentPositions } from "../ballot-row";
import { clock } from "../decidability";
import type { Deed } from "../deed-facts";
import type { PositionValue } from "../tally";
import { scopeOf } from "./move-ballot";

interface Given {
  value: PositionValue;
  reason: string;
  /** How many positions of this person the writer saw. */
  seen: number;
  doer: Deed;
}

/** What to say to a position that came too early or too late. */
export function voteIsOver(row: Pick<BallotRow, "status" | "closedAt">) {
  if (row.status === "closed") {
    const when = row.closedAt ? ` ${clock(new Date(row.closedAt))}` : "";
    return refuse("refused", `The vote closed${when}: no position can be added or changed any more.`);
  }
  return refuse(
    "refused",
    row.status === "withdrawn"
      ? "The motion was withdrawn: there is nothing to vote on."
      : "The vote is not open yet: the chair or the secretary opens it.",
  );
}

/** Adds somebody's position, or the next one where they change it, with its event. The caller holds the ballot. */
export async function writePosition(
  tx: Tx,
  actor: Actor,
  row: BallotRow,
  given: Given,
): Promise<Result<null>> {
  const { value, reason, seen, doer } = given;
  const { person, onBehalfOf } = doer;
  const hasSeat = row.voters.some(({ personId }) => personId === person.personId);
  const may = mayTakePosition(person, { hasSeat, sits: isDirector(person), value });
  if (!may.ok) return may;
  const before = currentPositions(row.positions).find(({ personId }) => personId === person.personId);
  if ((before?.number ?? 0) !== seen) return changedMeanwhile(person.name);
  if (!before && value === "withdrawn") return refuse("refused", "There is no position to take back.");
  if (before && before.value === value && before.reason === reason) return done(null);
  await tx.position.create({
    data: {
      ...{ ballotId: row.id, personId: person.personId, number: seen + 1, value, reason },
      ...{ binding: hasSeat, revision: row.proposal?.revision || null, at: now() },
      recordedById: actor.kind === "person" ? actor.personId : person.personId,
    },
  });
  await record(tx, actor, {
    ...{ type: before ? "position.changed" : "position.taken", subject: "ballot", subjectId: row.id },
    ...(await scopeOf(tx, row)),
    onBehalfOf,
    data: {
      ...{ ballot: row.id, value, personId: person.personId, person: person.name, binding: hasSeat },
      moverId: row.mover.personId,
      ...{
        motion: row.text.slice(0, 120),
        ...(before && { before: before.value }),
        ...(reason && { reason }),
      },
    },
  });
  return done(null);
}

function changedMeanwhile(name: string) {
  return refuse(
    "conflict",
    `The position of ${name} was changed at the same moment. Look at it again, then decide.`,
  );
}
