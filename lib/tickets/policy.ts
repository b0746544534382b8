import { sharesDutiesOf } from "../discussion/policy";
import { type Actor, holds, isOfficer, isPerson } from "../workflow/actor";
import type { Facts } from "../workflow/machine";

/** DOMAIN 7, in the order of the journey. */
export const ticketStatuses = [
  "draft",
  "filed",
  "needs_review",
  "waiting_on_assignee",
  "waiting_on_reporter",
  "reopened",
  "bounced",
  "done",
  "declined",
  "duplicate",
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** Where the work is done (DOMAIN 3, "Action ticket"). */
export const destinations = ["board", "infra", "initiative", "sig", "external"] as const;
export type Destination = (typeof destinations)[number];

/** How soon, as the database orders them. */
export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** How much work, as on a shirt. */
export const sizes = ["xs", "s", "m", "l", "xl"] as const;
export type Size = (typeof sizes)[number];

/** The moves of lib/tickets/machine.ts, by name. */
export const moveNames = [
  "file",
  "takeUp",
  "accept",
  "askReporter",
  "answerReporter",
  "fulfil",
  "decline",
  "markDuplicate",
  "reopen",
  "withdraw",
  "bounce",
  "takeBack",
  "returnFromBoard",
  "declineByBoard",
] as const;
export type TicketMove = (typeof moveNames)[number];

/** Moves that say why: `moveTicketInput` asks for the reason, and the event keeps it. */
export const movesWithReason: readonly TicketMove[] = [
  "askReporter",
  "answerReporter",
  "decline",
  "markDuplicate",
  "reopen",
  "withdraw",
  "bounce",
  "takeBack",
];

/** Whether the board's part is settled, for a ticket that is board-gated (DOMAIN 5). */
export type Gate = "open" | "needs_decision" | "needs_minutes";

/** What a move of a ticket is weighed on. */
export interface TicketFacts extends Facts<TicketStatus> {
  destination: Destination;
  boardGated: boolean;
  gate: Gate;
  /** What the board decided last on what the ticket rests on. */
  boardOutcome?: string | null;
  requesterId: number;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  hasDetailsValid: boolean;
  /** The requester of the proposal that the ticket came from. */
  proposalRequesterId?: number | null;
  /** Whether that proposal came from a tracker: the officers stand in for whoever wrote it there. */
  isProposalImported?: boolean;
  /** The status of that proposal; absent for a ticket that stands alone. */
  proposalStatus?: string | null;
  /** As what that proposal was closed. */
  proposalClosedAs?: string | null;
  /** How many open tickets it waits for. */
  openBlockers?: number;
  /** Of an initiative: how many of its parts are open. */
  openParts?: number;
  /** Whether it has come onto an agenda since it went to the board. */
  isOnAgenda?: boolean;
  /** How many things of a split rest on this ticket. */
  accountsFor?: number;
}

export interface GateFacts {
  boardGated: boolean;
  /** Outcome of the decision that the ticket rests on, where there is one. */
  outcome?: string | null;
  minutesPublished?: boolean;
}

/**
 * A board-gated request waits for an approval and for its published minutes; everything else may be filed at
 * once, also what a redirected decision leaves (DOMAIN 5). "Redirected" is never an approval (DOMAIN 4).
 */
export function gateOf({ boardGated, outcome, minutesPublished }: GateFacts): Gate {
  if (!boardGated) return "open";
  if (outcome !== "approved") return "needs_decision";
  return minutesPublished ? "open" : "needs_minutes";
}

/** The requester of the ticket or of the proposal it came from (DOMAIN 6). */
export function isRequesterOf(actor: Actor, ticket: TicketFacts): boolean {
  if (isPerson(actor, ticket.requesterId) || isPerson(actor, ticket.proposalRequesterId)) return true;
  return ticket.isProposalImported === true && isOfficer(actor);
}

/**
 * The owner is a person, or everyone who shares the duties of the body that owns it (DOMAIN 3): an administrator, the
 * secretary and the community architect hold their roles in a body too, and do not do its work by that (DOMAIN 6).
 */
export function isOwnerOf(actor: Actor, ticket: TicketFacts): boolean {
  return isPerson(actor, ticket.ownerPersonId) || sharesDutiesOf(actor, ticket.ownerBodyId);
}

/**
 * Infra requests are worked on by the infra team only (DOMAIN 6); other tickets by their owner or the officers, and
 * initiatives by the infra team too, whose organisation plans them (DOMAIN 3).
 */
export function mayWorkOn(actor: Actor, ticket: TicketFacts): boolean {
  if (ticket.destination === "infra") return holds(actor, "infra");
  if (ticket.destination === "initiative" && holds(actor, "infra")) return true;
  return isOwnerOf(actor, ticket) || isOfficer(actor);
}

/** Title, details, owner, links: whoever asked, owns or works on it, while it is not finished. */
export function mayEdit(actor: Actor, ticket: TicketFacts): boolean {
  if (isFinished(ticket.status)) return false;
  return isRequesterOf(actor, ticket) || isOwnerOf(actor, ticket) || mayWorkOn(actor, ticket);
}

/** Title, owner and date while it is open; the officers see to it that no ticket is left without an owner. */
export function mayAdjust(actor: Actor, ticket: TicketFacts): boolean {
  return mayEdit(actor, ticket) || (isOfficer(actor) && !isFinished(ticket.status));
}

/** The link of the outside issue may be set at any time: trackers move after the work is done (DOMAIN 9, 16). */
export function mayLinkIssue(actor: Actor, ticket: TicketFacts): boolean {
  return isRequesterOf(actor, ticket) || isOwnerOf(actor, ticket) || mayWorkOn(actor, ticket);
}

/** Sends a request that is too large to the initiative process (DOMAIN 9, 15), or plans an initiative. */
export function mayPlan(actor: Actor, ticket: TicketFacts): boolean {
  return !isFinished(ticket.status) && mayWorkOn(actor, ticket);
}

/** Its proposal ended without delivery: the ticket stays, and says so (docs/adr/035). */
export function isLeftBehind({ proposalStatus, proposalClosedAs }: TicketFacts): boolean {
  return proposalStatus === "closed" && proposalClosedAs != null && proposalClosedAs !== "completed";
}

export function isFinished(status: TicketStatus): boolean {
  return status === "done" || status === "declined" || status === "duplicate";
}

/** Never empty while the ticket is open (DOMAIN 3). */
export function hasOwner(ticket: Pick<TicketFacts, "ownerPersonId" | "ownerBodyId">): boolean {
  return ticket.ownerPersonId != null || ticket.ownerBodyId != null;
}

/** Nobody relies on a draft yet: all of it may change. */
export function isFullyEditable(actor: Actor, ticket: TicketFacts): boolean {
  return ticket.status === "draft" && mayEdit(actor, ticket);
}

/** A ticket that was found incomplete after its proposal was closed; the proposal stays closed. */
export function isReopenedAfterClosing(ticket: TicketFacts): boolean {
  return ticket.proposalStatus === "closed" && !isFinished(ticket.status) && ticket.status !== "draft";
}

export function asksForReason(move: string): boolean {
  return movesWithReason.some((name) => name === move);
}

/** Whether a source of a split may rest on a ticket: not on one that was turned away. */
export function mayStandFor(status: TicketStatus): boolean {
  return status !== "declined" && status !== "duplicate";
}
