import { type Actor, holds, isPerson } from "../workflow/actor";
import type { Facts } from "../workflow/machine";
import { isOperatorOf } from "./policy";

/** The statuses that evidence moves between; that it has expired is computed from its date. */
export type JudgedStatus = "submitted" | "accepted" | "refused" | "withdrawn";

/** What a move of evidence is weighed on. */
export interface EvidenceFacts extends Facts<JudgedStatus> {
  operatorsId: number;
  submittedById: number;
}

/**
 * Evidence is given by those who build: SIG chairs and members, the infra team, the operators, and whoever asked for
 * one of the capability's tickets or wrote the proposal that it came from (DOMAIN 6).
 */
export function maySubmitEvidence(actor: Actor, place: { operatorsId: number; hasAsked?: boolean }): boolean {
  if (actor.kind === "person" && place.hasAsked === true) return true;
  return holds(actor, "sig_chair", "sig_member", "infra") || isOperatorOf(actor, place);
}

/** Operators accept or refuse evidence, never their own (DOMAIN 6). */
export function mayJudgeEvidence(
  actor: Actor,
  evidence: Pick<EvidenceFacts, "operatorsId" | "submittedById">,
): boolean {
  return isOperatorOf(actor, evidence) && !isPerson(actor, evidence.submittedById);
}

/** Taken back by who gave it; once it is accepted, also by the operators, where it turns out not to hold. */
export function mayWithdrawEvidence(
  actor: Actor,
  evidence: Pick<EvidenceFacts, "operatorsId" | "submittedById" | "status">,
): boolean {
  if (isPerson(actor, evidence.submittedById)) return true;
  return evidence.status === "accepted" && isOperatorOf(actor, evidence);
}
