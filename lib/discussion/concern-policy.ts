import { isRequester, writes } from "../proposals/policy";
import { done, type Result, refuse } from "../result";
import { type Actor, isDirector, isOfficer, isPerson } from "../workflow/actor";
import { sharesDutiesOf } from "./policy";

/** What about a concern decides who may do what with it. */
export interface ConcernParties {
  openerId: number;
  /** Whether who raised it still sits on the board, and can speak about it. */
  openerSits: boolean;
  resolverPersonId: number | null;
  resolverBodyId: number | null;
  authorId: number;
  coAuthorIds: readonly number[];
  imported: boolean;
}

/** While the board can still decide: before, nobody else reads it; after, an objection comes too late. */
const openTo = ["discussion", "scheduled", "under_review"];

/** A director may object to what they can read, until it is decided (DOMAIN 6). */
export function mayOpenConcern(actor: Actor, proposal: { status: string }): Result<null> {
  if (!isDirector(actor)) {
    return refuse(
      "forbidden",
      "Concerns are raised by directors. Say what worries you in the discussion, or ask a question.",
    );
  }
  if (proposal.status === "draft") {
    return refuse("refused", "This is a draft: a concern is about what was published.");
  }
  if (!openTo.includes(proposal.status)) {
    return refuse(
      "refused",
      "The board has decided on this proposal: a concern cannot stand in its way any more.",
    );
  }
  return done(null);
}

export function isOpener(actor: Actor, concern: ConcernParties): boolean {
  return isPerson(actor, concern.openerId);
}

/** The person or whoever shares the duties of the body that it was named to, and whoever writes the proposal and can change it. */
export function mayAddress(actor: Actor, concern: ConcernParties): boolean {
  return (
    isPerson(actor, concern.resolverPersonId) ||
    sharesDutiesOf(actor, concern.resolverBodyId) ||
    writes(actor, concern) ||
    isRequester(actor, concern)
  );
}

/** Only where nobody is left who could say that it is resolved. */
export function maySettle(actor: Actor, concern: ConcernParties): boolean {
  return isOfficer(actor) && !concern.openerSits;
}
