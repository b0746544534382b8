import { type Actor, holds, isOfficer, isPerson, personIdOf, readsExecutive } from "../workflow/actor";

/** Agenda, offers, attendance, minute lines, minutes: the chair and the secretary (DOMAIN 6). */
export function mayRunMeetings(actor: Actor): boolean {
  return isOfficer(actor) || actor.kind === "system";
}

/** Opens and closes the meeting and its items (DOMAIN 6). */
export function mayPreside(actor: Actor): boolean {
  return holds(actor, "chair");
}

/** Whose request for time, or whose item, it is. */
export interface Requested {
  /** The author of the proposal; absent for an item that comes from no proposal. */
  authorId: number | null;
  /** An imported thread's person may not have come yet: the officers act for them. */
  imported: boolean;
}

/** The requester for their own; the officers for an imported thread. */
export function isRequesterOf(actor: Actor, thing: Requested): boolean {
  return isPerson(actor, thing.authorId) || (thing.imported && isOfficer(actor));
}

/** The outline is written by whoever presents, the proposal's authors, or an officer. */
export function mayWriteOutline(
  actor: Actor,
  item: Requested & { presenterId: number | null; coAuthorIds: readonly number[] },
): boolean {
  return mayHandOver(actor, item) || item.coAuthorIds.some((personId) => isPerson(actor, personId));
}

/** Who presents is said by whoever presents, the requester, or an officer: it commits somebody. */
export function mayHandOver(actor: Actor, item: Requested & { presenterId: number | null }): boolean {
  return isRequesterOf(actor, item) || isPerson(actor, item.presenterId) || mayRunMeetings(actor);
}

/** What about an agenda item decides who sees it. */
export interface ItemAudience {
  visibility: "public" | "executive";
  presenterId: number | null;
  proposal: {
    visibility: "public" | "executive";
    authorId: number;
    coAuthors: readonly { personId: number }[];
  } | null;
}

/** Executive items are the board's, their presenter's and their authors'; to others they do not exist (DOMAIN 5). */
export function mayReadItem(actor: Actor, item: ItemAudience): boolean {
  if (readsExecutive(actor)) return true;
  const own = personIdOf(actor);
  const { authorId, coAuthors = [] } = item.proposal ?? {};
  if (own !== null && [authorId, ...coAuthors.map(({ personId }) => personId)].includes(own)) return true;
  if (item.proposal?.visibility === "executive") return false;
  return item.visibility === "public" || (own !== null && item.presenterId === own);
}
