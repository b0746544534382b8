import { type Actor, isMemberOf, isOfficer, isPerson, type Role } from "../workflow/actor";

/** What about a question decides who may do what with it. */
export interface QuestionParties {
  askedById: number;
  askedOfPersonId: number | null;
  askedOfBodyId: number | null;
  proposalAuthorId: number;
}

export function isAsker(actor: Actor, question: QuestionParties): boolean {
  return isPerson(actor, question.askedById);
}

/** The person it was asked of, or anybody of the body it was asked of. */
export function isOwedBy(actor: Actor, question: QuestionParties): boolean {
  return isPerson(actor, question.askedOfPersonId) || isMemberOf(actor, question.askedOfBodyId);
}

/** Whoever owes the answer; the proposal's author, who answers for it; the officers, who write down what was said. */
export function mayAnswer(actor: Actor, question: QuestionParties): boolean {
  return isOwedBy(actor, question) || isPerson(actor, question.proposalAuthorId) || isOfficer(actor);
}

export function mayWithdraw(actor: Actor, question: QuestionParties): boolean {
  return isAsker(actor, question) || isOfficer(actor);
}

/** Sentences offered from an import are judged by the requester and the officers. */
export function mayJudgeCandidates(actor: Actor, proposal: { authorId: number }): boolean {
  return isPerson(actor, proposal.authorId) || isOfficer(actor);
}

export function mayEditComment(actor: Actor, comment: { authorId: number }): boolean {
  return isPerson(actor, comment.authorId);
}

/**
 * Roles whose holders owe what their body owes. What the board owes, its directors owe: the secretary and the
 * architect serve the board and have no vote in it (DOMAIN 6).
 */
export const dutyRoles = [
  "director",
  "chair",
  "liaison",
  "sig_chair",
  "sig_member",
  "infra",
  "operator",
] as const satisfies readonly Role[];

/** The bodies whose debts are this person's too. */
export function bodiesOfDuty(actor: Actor): number[] {
  if (actor.kind !== "person") return [];
  const duties: readonly Role[] = dutyRoles;
  return [...new Set(actor.roles.filter((held) => duties.includes(held.role)).map((held) => held.bodyId))];
}
