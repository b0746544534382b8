import type { z } from "zod";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { callOffInput } from "../ballot-schema";
import { type BallotPlace, moveBallot } from "./move-ballot";

/** Ends a vote without a result, for a reason that everybody reads. What was said to it stays. */
export async function callOffBallot(
  actor: Actor,
  { reason, ...input }: z.output<typeof callOffInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "call_off" }, async () => done({ reason }));
}
