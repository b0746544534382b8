import { groupsOf } from "../people/role-groups";
import { type Actor, holdsIn, isOfficer, isPerson, type Role } from "../workflow/actor";

/** What about a question decides who may do what with it. */
export interface QuestionParties {
  askedById: number;
  askedOfPersonId: number | null;
  askedOfBodyId: number | null;
  /** A role by its name: each who holds it owes an answer of their own. */
  askedOfRole: string | null;
  /** The proposal's author, or the ticket's requester. */
  authorId: number;
  /** Who answers for it beside them: co-authors, or the ticket's owner. */
  coAuthorIds: readonly number[];
  /** Whose answers stand. */
  answeredIds: readonly number[];
}

export function isAsker(actor: Actor, question: QuestionParties): boolean {
  return isPerson(actor, question.askedById);
}

/** The person it was asked of, whoever shares the duties of the body, or everybody of the role but who asked it. */
export function isOwedBy(actor: Actor, question: QuestionParties): boolean {
  return (
    isPerson(actor, question.askedOfPersonId) ||
    sharesDutiesOf(actor, question.askedOfBodyId) ||
    (sharesRole(actor, question.askedOfRole) && !isAsker(actor, question))
  );
}

function sharesRole(actor: Actor, role: string | null): boolean {
  return actor.kind === "person" && groupsOf(actor.roles).some((group) => group === role);
}

/** Whoever owes the answer; the proposal's authors, or who asked for the ticket and who owns it, who answer for it; the officers, who write down what was said. */
export function mayAnswer(actor: Actor, question: QuestionParties): boolean {
  const answersForIt = [question.authorId, ...question.coAuthorIds];
  return (
    isOwedBy(actor, question) ||
    answersForIt.some((personId) => isPerson(actor, personId)) ||
    isOfficer(actor)
  );
}

/** Whether this person is among a role and has given their answer: what is left is the others'. */
export function hasGivenTheirs(actor: Actor, question: QuestionParties): boolean {
  const theirs = question.answeredIds.some((personId) => isPerson(actor, personId));
  return theirs && question.askedOfRole !== null && isOwedBy(actor, question) && !isOfficer(actor);
}

/** A role's question ends when the asker or the officers have heard enough; another ends with its first answer. */
export function mayConclude(actor: Actor, question: QuestionParties): boolean {
  return question.askedOfRole !== null && (isAsker(actor, question) || isOfficer(actor));
}

export function mayWithdraw(actor: Actor, question: QuestionParties): boolean {
  return isAsker(actor, question) || isOfficer(actor);
}

/** Sentences offered from an import are judged by the requester and the officers. */
export function mayJudgeCandidates(actor: Actor, proposal: { authorId: number }): boolean {
  return isPerson(actor, proposal.authorId) || isOfficer(actor);
}

/** Its author; what the portal posts from minutes stays as they say it. */
export function mayEditComment(actor: Actor, comment: { authorId: number; byPortal?: boolean }): boolean {
  return isPerson(actor, comment.authorId) && !comment.byPortal;
}

/**
 * Roles whose holders owe what their body owes. What the board owes, its directors owe: the secretary and the
 * architect serve the board and have no vote in it; whoever administers the portal has none by that role, in whatever
 * body it is held (DOMAIN 6).
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

/** Whether what this body owes is owed by this person too, and answered, addressed and done by them. */
export function sharesDutiesOf(actor: Actor, bodyId: number | null | undefined): boolean {
  return holdsIn(actor, bodyId, dutyRoles);
}

/** The bodies whose debts are this person's too. */
export function bodiesOfDuty(actor: Actor): number[] {
  if (actor.kind !== "person") return [];
  const duties: readonly Role[] = dutyRoles;
  return [...new Set(actor.roles.filter((held) => duties.includes(held.role)).map((held) => held.bodyId))];
}
