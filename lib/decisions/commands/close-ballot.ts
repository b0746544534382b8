import type { z } from "zod";
import { now } from "../../clock";
import { db } from "../../db/client";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdBallot, readOpenBallots } from "../ballot-facts";
import { ballotMachine } from "../ballot-machine";
import { type BallotRow, factsOfBallot, moveFactsOf, tallyOfBallot, weighBallot } from "../ballot-row";
import type { ballotMoveInput } from "../ballot-schema";
import { type BallotResult, resultIfClosed } from "../decidability";
import { type BallotPlace, moveBallot, placeOf, scopeOf } from "./move-ballot";

const portal: Actor = { kind: "system", name: "The portal" };

/** Ends a vote among those present as it stands: who said nothing is not for it. */
export async function endVote(
  actor: Actor,
  input: z.output<typeof ballotMoveInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "end_vote" }, async (_tx, row) => {
    const facts = factsOfBallot(row);
    if (!facts) return refuse("refused", "The vote is not open.");
    const { result, sentence } = resultIfClosed(facts);
    return done(closing(row, result, sentence));
  });
}

/** Closes a ballot that its rule set says is over; refused with what it still needs. */
export async function closeBallot(
  actor: Actor,
  id: number,
): Promise<Result<BallotPlace & { result: BallotResult }>> {
  return transact((tx) => closeHeld(tx, actor, id));
}

/** In the caller's transaction: closes it where it is decided, and else leaves it open. */
export async function closeIfDecided(tx: Tx, id: number): Promise<Result<null>> {
  const row = await holdBallot(tx, portal, id);
  if (!row || weighBallot(row, now())?.state !== "decided") return done(null);
  const closed = await closeHeld(tx, portal, id);
  return closed.ok ? done(null) : closed;
}

/**
 * Closes every ballot that is over, each in a transaction of its own; says how many. Two workers at once close each
 * once: whoever comes second finds it closed. Right after an outage it catches up with what fell due meanwhile.
 */
export async function closeDueBallots(): Promise<number> {
  const open = await readOpenBallots(db);
  let ended = 0;
  // Weighed before it is held, so that a minute in which nothing is over holds nobody up; and weighed again when held.
  for (const row of open) if (isOver(row) && (await closeIfDue(row.id))) ended += 1;
  return ended;
}

function isOver(row: BallotRow): boolean {
  return row.proposal?.status === "closed" || weighBallot(row, now())?.state === "decided";
}

async function closeIfDue(id: number): Promise<boolean> {
  const result = await transact(async (tx) => {
    const row = await holdBallot(tx, portal, id);
    if (row?.status !== "open") return done(false);
    if (row.proposal?.status === "closed") return callOff(tx, row);
    if (weighBallot(row, now())?.state !== "decided") return done(false);
    const closed = await closeHeld(tx, portal, id);
    return closed.ok ? done(true) : closed;
  });
  return result.ok && result.value;
}

async function closeHeld(
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<Result<BallotPlace & { result: BallotResult }>> {
  const row = await holdBallot(tx, actor, id);
  if (!row) return notFound("ballot");
  const step = decide(ballotMachine, "close", actor, moveFactsOf(row, now()));
  if (!step.ok) return step;
  const weighed = weighBallot(row, now());
  if (!weighed?.result) return refuse("refused", "The vote is not decided yet.");
  const { set, data } = closing(row, weighed.result, weighed.sentence);
  const moved = await applyStep(tx, step.value, row, { ...(await scopeOf(tx, row)), set, data });
  return moved.ok ? done({ ...placeOf(row), result: weighed.result }) : moved;
}

/** A proposal that is withdrawn or closed meanwhile leaves nothing to vote on. */
async function callOff(tx: Tx, row: BallotRow): Promise<Result<boolean>> {
  const step = decide(ballotMachine, "call_off", portal, moveFactsOf(row, now()));
  if (!step.ok) return step;
  const reason = "The proposal was closed meanwhile.";
  const moved = await applyStep(tx, step.value, row, {
    ...(await scopeOf(tx, row)),
    reason,
    data: { ballot: row.id },
  });
  return moved.ok ? done(true) : moved;
}

function closing(row: BallotRow, result: BallotResult, sentence: string) {
  const tally = tallyOfBallot(row);
  return {
    set: { closedAt: now(), result, resultText: sentence },
    data: {
      ...{ ballot: row.id, result, sentence, motion: row.text.slice(0, 120), moverId: row.mover.personId },
      ...(tally && { for: tally.for, against: tally.against.length, seats: tally.seats }),
    },
  };
}
