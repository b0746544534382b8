import type { z } from "zod";
import { type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { effects, missingIn, type Outcome } from "../effects";
import { mayRecordDecision } from "../policy";
import type { confirmedBallotDecisionInput, confirmedDecisionInput } from "../schema";
import { recordBallotDecision } from "./record-ballot-decision";
import { recordDecision } from "./record-decision";

/** A decision takes effect at once and is never edited: what it does is shown first, and recorded once confirmed. */
export async function recordConfirmedDecision(
  actor: Actor,
  { confirmed, ...input }: z.output<typeof confirmedDecisionInput>,
): ReturnType<typeof recordDecision> {
  return whatItDoes(actor, input, confirmed) ?? recordDecision(actor, input);
}

/** The same for what a ballot outside of a meeting decided. */
export async function recordConfirmedBallotDecision(
  actor: Actor,
  { confirmed, ...input }: z.output<typeof confirmedBallotDecisionInput>,
): ReturnType<typeof recordBallotDecision> {
  return whatItDoes(actor, input, confirmed) ?? recordBallotDecision(actor, input);
}

/** What is to be confirmed; undefined where it was, or where the command itself refuses. */
function whatItDoes(
  actor: Actor,
  input: Parameters<typeof missingIn>[0],
  confirmed: Outcome | string,
): Result<never> | undefined {
  if (!mayRecordDecision(actor) || confirmed === input.outcome || missingIn(input)) return undefined;
  const { sentence } = effects[input.outcome];
  return refuse("invalid", "Nothing is recorded yet. This is what it does:", [
    { path: "confirmed", message: sentence },
  ]);
}
