import type { z } from "zod";
import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { env } from "../../env";
import { listSeats } from "../../people/queries";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { ballotMoveInput } from "../ballot-schema";
import { deadlineOf, freezeRules, isOfTheMeeting } from "../rule-set";
import { type BallotPlace, moveBallot } from "./move-ballot";

/**
 * Opens the vote: rule set, seats and the revision of the proposal are frozen with it (DOMAIN 5). Whoever joins or
 * leaves the board afterwards changes none of them.
 */
export async function openBallot(
  actor: Actor,
  input: z.output<typeof ballotMoveInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "open" }, async (tx, row) => {
    if (row.meeting && isOfTheMeeting(row.rule) && row.meeting.status !== "in_session") {
      return refuse("refused", "The meeting is over: amend the motion to consensus, or withdraw it.");
    }
    const seats = await freezeSeats(tx, row.id);
    if (seats === 0) return refuse("refused", "Nobody sits on the board: there is nobody to vote.");
    const rules = freezeRules(row.rule, env());
    const openedAt = now();
    return done({
      set: {
        rules,
        openedAt,
        deadlineAt: deadlineOf(rules, openedAt),
        revision: row.proposal?.revision || null,
      },
      data: { text: row.text.slice(0, 300), rule: row.rule, seats },
    });
  });
}

async function freezeSeats(tx: Tx, ballotId: number): Promise<number> {
  const seats = await listSeats(tx, now());
  await tx.ballotVoter.createMany({
    data: seats.map(({ id: personId, isLiaison }) => ({ ballotId, personId, isLiaison })),
  });
  return seats.length;
}
