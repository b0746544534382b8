import { type Actor, holds, isOfficer } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import { isAuthor, isRequester } from "./policy";
import { statusLabels } from "./ui-text";

export type ProposalStatus =
  | "draft"
  | "discussion"
  | "scheduled"
  | "under_review"
  | "splitting"
  | "delivering"
  | "closed";

/** What a move of a proposal is weighed on. */
export interface ProposalFacts extends Facts<ProposalStatus> {
  authorId: number;
  coAuthorIds: readonly number[];
  /** Whether it came from a tracker, by import. */
  imported: boolean;
  title: string;
  summary: string;
  askCount: number;
  /** Numbers of the asks that nobody owns. */
  asksWithoutOwner: readonly number[];
  /** What the split has not accounted for, in words; empty where it is balanced. */
  unaccounted: readonly string[];
  openTickets: number;
}

const author = { who: "its author", may: isAuthor };
const requester = { who: "its requester", may: isRequester };
const officers = { who: "the chair or the secretary", may: isOfficer };
/** Opens items and records decisions (DOMAIN 6). */
const chair = { who: "the chair", may: (actor: Actor) => holds(actor, "chair") };
const authorOrOfficers = {
  who: "its author, the chair or the secretary",
  may: (actor: Actor, facts: ProposalFacts) => isAuthor(actor, facts) || isOfficer(actor),
};
/** The last ticket that is done closes the proposal, whoever finished it. */
const portal = {
  who: "the portal, when nothing is left to do",
  may: (actor: Actor) => actor.kind === "system",
};

/** The journey of a proposal (DOMAIN 4). */
export const proposalMachine = defineMachine({
  subject: "proposal",
  initial: "draft",
  statuses: statusLabels,
  moves: {
    publish: {
      label: "Publish",
      from: ["draft"],
      to: "discussion",
      by: author,
      unless: [untitled, noSummary, noAsk, askWithoutOwner],
      records: "proposal.published",
      needs: "a title, a summary and at least one ask with an owner",
    },
    schedule: {
      label: "Schedule",
      from: ["discussion"],
      to: "scheduled",
      by: authorOrOfficers,
      records: "proposal.scheduled",
      needs: "an accepted slot on a meeting with room for it",
    },
    unschedule: {
      label: "Take off the agenda",
      from: ["scheduled"],
      to: "discussion",
      by: authorOrOfficers,
      records: "proposal.unscheduled",
    },
    review: {
      label: "Open the review",
      from: ["scheduled"],
      to: "under_review",
      by: chair,
      records: "proposal.review_opened",
      needs: "a meeting in session with attendance recorded",
    },
    review_by_ballot: {
      label: "Decide by ballot",
      from: ["discussion"],
      to: "under_review",
      by: chair,
      records: "proposal.review_opened",
      needs: "a ballot that was closed outside of a meeting",
    },
    return: {
      label: "Return to discussion",
      from: ["under_review"],
      to: "discussion",
      by: chair,
      records: "proposal.returned",
      needs: "a decision “needs info”, “deferred” or “no decision”",
    },
    split: {
      label: "Start the split",
      from: ["under_review"],
      to: "splitting",
      by: chair,
      records: "proposal.split_started",
      needs: "a decision “approved” or “redirected”",
    },
    decline: {
      label: "Decline",
      from: ["under_review"],
      to: "closed",
      by: chair,
      records: "proposal.declined",
      needs: "a decision “declined”",
    },
    confirm: {
      label: "Confirm the split",
      from: ["splitting"],
      to: "delivering",
      by: requester,
      unless: [unbalanced],
      records: "proposal.split_confirmed",
      needs:
        "a balance of zero: every ask, unanswered question, condition, ACTION and promised follow-up placed",
    },
    complete: {
      label: "Complete",
      from: ["delivering"],
      to: "closed",
      by: portal,
      unless: [ticketsOpen],
      records: "proposal.completed",
      needs: "its last ticket done",
    },
    withdraw: {
      label: "Withdraw",
      from: ["draft", "discussion", "scheduled"],
      to: "closed",
      by: author,
      records: "proposal.withdrawn",
      needs: "a reason",
    },
    close_without_follow_up: {
      label: "Close without follow-up",
      from: ["discussion", "splitting", "delivering"],
      to: "closed",
      by: officers,
      records: "proposal.closed_without_follow_up",
      needs: "a reason",
    },
    take_up: {
      label: "Take up again",
      from: ["closed"],
      to: "splitting",
      by: chair,
      unless: [notImported],
      records: "proposal.taken_up",
      needs: "an imported thread, and the board's decision of then",
    },
  },
} as const satisfies Parameters<typeof defineMachine<ProposalStatus, ProposalFacts, string>>[0]);

export type ProposalMove = keyof typeof proposalMachine.moves;

function untitled(facts: ProposalFacts): string | undefined {
  return facts.title.trim() ? undefined : "Give it a title before you publish it.";
}

function noSummary(facts: ProposalFacts): string | undefined {
  return facts.summary.trim()
    ? undefined
    : "Write a summary before you publish it: two or three sentences for everybody.";
}

function noAsk(facts: ProposalFacts): string | undefined {
  return facts.askCount > 0
    ? undefined
    : "Add at least one ask: a board can only decide on something that is asked.";
}

function askWithoutOwner({ asksWithoutOwner }: ProposalFacts): string | undefined {
  if (asksWithoutOwner.length === 0) return undefined;
  return `Name an owner for ask ${asksWithoutOwner.join(", ")}: a person, a body or a role that commits to it.`;
}

function unbalanced({ unaccounted }: ProposalFacts): string | undefined {
  if (unaccounted.length === 0) return undefined;
  return `Not everything is accounted for yet: ${unaccounted.join(", ")}.`;
}

function ticketsOpen({ openTickets }: ProposalFacts): string | undefined {
  return openTickets === 0 ? undefined : `${openTickets} of its tickets are still open.`;
}

function notImported({ imported }: ProposalFacts): string | undefined {
  return imported ? undefined : "Only a thread imported from a tracker can be taken up after it was closed.";
}
