import type { z } from "zod";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { secondMotionInput } from "../ballot-schema";
import { findDirector } from "../deed-facts";
import { type BallotPlace, moveBallot } from "./move-ballot";

/** Another director stands behind a motion, so that it can be voted on; an officer may write down who. */
export async function secondMotion(
  actor: Actor,
  { seconder, ...input }: z.output<typeof secondMotionInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "second" }, async (tx, row) => {
    const found = await findDirector(tx, actor, seconder, "seconder");
    if (!found.ok) return found;
    const { person, onBehalfOf } = found.value;
    if (person.personId === row.mover.personId) {
      const message = "Somebody else than the mover has to second it.";
      return refuse("invalid", message, [{ path: "seconder", message }]);
    }
    return done({ set: { seconderId: person.personId }, onBehalfOf });
  });
}
