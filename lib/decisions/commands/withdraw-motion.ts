import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { ballotMoveInput } from "../ballot-schema";
import { type BallotPlace, moveBallot } from "./move-ballot";

/** Takes a motion back before it is voted on. */
export async function withdrawMotion(
  actor: Actor,
  input: z.output<typeof ballotMoveInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "withdraw" });
}
