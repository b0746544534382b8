import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { rulesOf } from "../ballot-row";
import type { ballotMoveInput } from "../ballot-schema";
import { deadlineOf } from "../rule-set";
import { type BallotPlace, moveBallot } from "./move-ballot";

/** Lets a vote that began among those present go on outside of the meeting, for every seat, by the same rule set. */
export async function continueBallot(
  actor: Actor,
  input: z.output<typeof ballotMoveInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "continue" }, async (_tx, row) => {
    const deadlineAt = deadlineOf(rulesOf(row), now());
    return done({ set: { continuedAt: now(), deadlineAt } });
  });
}
