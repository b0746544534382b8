import type { Tx } from "../db/transaction";
import { type HeldProposal, holdProposal } from "../proposals/facts";
import { isRequester } from "../proposals/policy";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { lockProposal } from "./facts";
import type { SourceKind } from "./split-balance";

/**
 * The proposal of that number, locked, if this actor may see it. Whoever places, confirms or adds tickets holds it
 * first, so that each decides on what the one before has written.
 */
export async function holdForTickets(tx: Tx, actor: Actor, number: number): Promise<Result<HeldProposal>> {
  const seen = await holdProposal(tx, actor, { number });
  if (!seen) return notFound("proposal");
  await lockProposal(tx, seen.id);
  const held = await holdProposal(tx, actor, { number });
  return held ? done(held) : notFound("proposal");
}

/** The same, for a change of its split: by its requester, while it is being split. */
export async function holdSplit(tx: Tx, actor: Actor, number: number): Promise<Result<HeldProposal>> {
  const held = await holdForTickets(tx, actor, number);
  if (!held.ok) return held;
  const { facts } = held.value;
  if (!isRequester(actor, facts)) return refuse("forbidden", "Only its requester splits a proposal.");
  if (facts.status !== "splitting") return refuse("refused", notSplitting(facts.status));
  return held;
}

function notSplitting(status: string): string {
  if (status === "delivering") return "The split is confirmed; it cannot be changed any more.";
  if (status === "closed") return "The proposal is closed; there is nothing to split any more.";
  return "The proposal is split after the board has decided on it; it has not yet.";
}

/** Which column of a split entry holds a source of that kind. */
export function sourceColumn(kind: SourceKind, id: number) {
  return {
    askId: kind === "ask" ? id : null,
    questionId: kind === "question" ? id : null,
    conditionId: kind === "condition" ? id : null,
    minuteLineId: kind === "action_line" ? id : null,
    followUpId: kind === "follow_up" ? id : null,
  };
}
