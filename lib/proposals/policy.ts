import { done, type Result, refuse } from "../result";
import { type Actor, isOfficer, isPerson, readsExecutive } from "../workflow/actor";

/** What about a proposal decides who sees it. */
export interface Audience {
  status: string;
  visibility: "public" | "executive";
  authorId: number;
  coAuthorIds: readonly number[];
}

/** A draft is its authors'; an executive proposal its authors' and the board's; the rest is everybody's (DOMAIN 4, 5). */
export function mayRead(actor: Actor, proposal: Audience): boolean {
  if (writes(actor, proposal) || actor.kind === "system") return true;
  if (proposal.status === "draft") return false;
  return proposal.visibility === "public" || readsExecutive(actor);
}

export function isAuthor(actor: Actor, proposal: { authorId: number }): boolean {
  return isPerson(actor, proposal.authorId);
}

/** Who writes it: the author and the co-authors. What commits the requester stays the author's (docs/adr/012). */
export function writes(
  actor: Actor,
  proposal: { authorId: number; coAuthorIds: readonly number[] },
): boolean {
  return isAuthor(actor, proposal) || proposal.coAuthorIds.some((personId) => isPerson(actor, personId));
}

/** The requester for their own; the officers for an imported thread whose person has not come yet. */
export function isRequester(actor: Actor, proposal: { authorId: number; imported: boolean }): boolean {
  return isAuthor(actor, proposal) || (proposal.imported && isOfficer(actor));
}

/** Who writes with the author is the author's to say, while there is something to write. */
export function mayChooseCoAuthors(
  actor: Actor,
  proposal: { status: string; authorId: number; imported: boolean },
): Result<null> {
  if (!isRequester(actor, proposal)) {
    return refuse("forbidden", "Only its author chooses who else writes a proposal.");
  }
  return proposal.status === "closed"
    ? refuse("refused", "This proposal is closed: nobody writes it any more.")
    : done(null);
}

/** Until the work is under way its authors may revise it; a closed one stays as it was. */
export function mayRevise(
  actor: Actor,
  proposal: { status: string; authorId: number; coAuthorIds: readonly number[]; imported: boolean },
): Result<null> {
  if (!isRequester(actor, proposal) && !writes(actor, proposal)) {
    return refuse("forbidden", "Only its authors may change a proposal.");
  }
  if (proposal.status === "under_review") {
    return refuse(
      "refused",
      "The board has this proposal before it right now. It can be changed again after the decision.",
    );
  }
  if (proposal.status === "delivering" || proposal.status === "closed") {
    return refuse("refused", "This proposal is decided and split; its text stays as the board saw it.");
  }
  return done(null);
}
