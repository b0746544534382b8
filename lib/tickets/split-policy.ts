import type { ProposalFacts } from "../proposals/machine";
import { isRequester } from "../proposals/policy";
import { type Actor, isOfficer, isPerson } from "../workflow/actor";

/** The requester splits a proposal after the board's decision, until they confirm (DOMAIN 4). */
export function mayPlace(actor: Actor, proposal: ProposalFacts): boolean {
  return proposal.status === "splitting" && isRequester(actor, proposal);
}

/** Anybody who reads a comment may mark its promise, as long as the split can still account for it. */
export function mayMarkPromises(actor: Actor, { status }: Pick<ProposalFacts, "status">): boolean {
  return actor.kind === "person" && status !== "draft" && status !== "delivering" && status !== "closed";
}

/** Who marked it, who is said to have promised, and the officers. The requester cannot make a promise go away. */
export function mayUnmark(actor: Actor, mark: { markedById: number; authorId: number }): boolean {
  return isPerson(actor, mark.markedById) || isPerson(actor, mark.authorId) || isOfficer(actor);
}

/** Tickets are added outside the split while the proposal is delivered. */
export function mayAddTickets(actor: Actor, proposal: ProposalFacts): boolean {
  return proposal.status === "delivering" && isRequester(actor, proposal);
}

/** The words of the link to a split; undefined where there is none to look at. */
export function splitLink(proposal: ProposalFacts): string | undefined {
  if (proposal.status === "splitting") return "Open the split";
  return proposal.status === "delivering" || proposal.status === "closed"
    ? "See how it was split"
    : undefined;
}

/** What the page says where nothing can be placed; undefined while it is being split. */
export function whyNoSplit(proposal: ProposalFacts): string | undefined {
  if (proposal.status === "splitting") return undefined;
  if (proposal.status === "delivering") return "The split is confirmed; this is how everything was placed.";
  if (proposal.status === "closed") return "The proposal is closed; this is how everything was placed.";
  return "The board has not decided on this proposal yet. It is split after an approval or a redirection.";
}
