import { holds, isOfficer } from "../workflow/actor";
import { type By, defineMachine } from "../workflow/machine";
import {
  hasOwner,
  isLeftBehind,
  isRequesterOf,
  mayWorkOn,
  type TicketFacts,
  type TicketMove,
  type TicketStatus,
} from "./policy";
import { moveLabels, statusLabels } from "./ui-text";

const byRequester: By<TicketFacts> = { who: "the requester", may: isRequesterOf };
const byWorkers: By<TicketFacts> = {
  who: "the infra team on an infra request, else the owner or an officer",
  may: mayWorkOn,
};
const byOfficers: By<TicketFacts> = { who: "the chair or the secretary", may: isOfficer };
/** Recording the decision makes the move: it is nobody's button. */
const byDecision: By<TicketFacts> = {
  who: "the chair, by a decision that declines it",
  may: (actor, ticket) => holds(actor, "chair") && ticket.boardOutcome === "declined",
};
const byRequesterOrWorkers: By<TicketFacts> = {
  who: "the requester and those who work on the ticket",
  may: (actor, ticket) => isRequesterOf(actor, ticket) || mayWorkOn(actor, ticket),
};

const underWay = ["filed", "needs_review", "waiting_on_assignee", "waiting_on_reporter", "reopened"] as const;

/** The journey of an action ticket (DOMAIN 7). */
export const ticketMachine = defineMachine<TicketStatus, TicketFacts, TicketMove>({
  subject: "ticket",
  initial: "draft",
  statuses: statusLabels,
  moves: {
    file: {
      label: moveLabels.file,
      from: ["draft"],
      to: "filed",
      by: byRequester,
      unless: [ownerMissing, detailsIncomplete, proposalUndecided, proposalStopped, boardHasNotCleared],
      records: "ticket.filed",
    },
    takeUp: {
      label: moveLabels.takeUp,
      from: ["filed", "reopened"],
      to: "needs_review",
      by: byWorkers,
      unless: [ownerMissing],
      records: "ticket.taken_up",
    },
    accept: {
      label: moveLabels.accept,
      from: ["needs_review", "reopened"],
      to: "waiting_on_assignee",
      by: byWorkers,
      unless: [ownerMissing, boardHasNotCleared],
      records: "ticket.accepted",
    },
    askReporter: {
      label: moveLabels.askReporter,
      from: ["needs_review", "waiting_on_assignee"],
      to: "waiting_on_reporter",
      by: byWorkers,
      records: "ticket.reporter_asked",
      needs: "What the requester has to answer.",
    },
    answerReporter: {
      label: moveLabels.answerReporter,
      from: ["waiting_on_reporter"],
      to: "waiting_on_assignee",
      by: byRequester,
      unless: [ownerMissing],
      records: "ticket.reporter_answered",
      needs: "The answer.",
    },
    fulfil: {
      label: moveLabels.fulfil,
      from: ["waiting_on_assignee"],
      to: "done",
      by: byWorkers,
      unless: [boardHasNotCleared, stillBlocked, partsOpen],
      records: "ticket.fulfilled",
    },
    decline: {
      label: moveLabels.decline,
      from: [...underWay, "bounced"],
      to: "declined",
      by: byWorkers,
      unless: [beforeTheBoard],
      records: "ticket.declined",
      needs: "The reason.",
    },
    markDuplicate: {
      label: moveLabels.markDuplicate,
      from: underWay,
      to: "duplicate",
      by: byWorkers,
      records: "ticket.marked_duplicate",
      needs: "The number of the ticket that it repeats.",
    },
    reopen: {
      label: moveLabels.reopen,
      from: ["done"],
      to: "reopened",
      by: byRequesterOrWorkers,
      unless: [ownerMissing],
      records: "ticket.reopened",
      needs: "What is missing.",
    },
    withdraw: {
      label: moveLabels.withdraw,
      from: ["draft", "filed"],
      to: "declined",
      by: byRequester,
      unless: [splitRestsOnIt],
      records: "ticket.withdrawn",
      needs: "The reason.",
    },
    bounce: {
      label: moveLabels.bounce,
      from: underWay,
      to: "bounced",
      by: byWorkers,
      unless: [alreadyTheBoards],
      records: "ticket.bounced",
      needs: "What the board has to decide.",
    },
    takeBack: {
      label: moveLabels.takeBack,
      from: ["bounced"],
      to: "needs_review",
      by: byWorkers,
      unless: [ownerMissing, beforeTheBoard],
      records: "ticket.taken_back",
      needs: "Why the board is not needed after all.",
    },
    returnFromBoard: {
      label: moveLabels.returnFromBoard,
      from: ["bounced"],
      to: "needs_review",
      by: byOfficers,
      unless: [ownerMissing, boardHasNotAnswered],
      records: "ticket.returned_from_board",
    },
    declineByBoard: {
      label: moveLabels.declineByBoard,
      from: ["bounced"],
      to: "declined",
      by: byDecision,
      records: "ticket.declined_by_board",
    },
  },
});

function ownerMissing(ticket: TicketFacts): string | undefined {
  return hasOwner(ticket)
    ? undefined
    : "The ticket has no owner; name a person or a body that will see to it.";
}

function detailsIncomplete(ticket: TicketFacts): string | undefined {
  if (ticket.hasDetailsValid) return undefined;
  return "The details of the request are not complete; fill in what its type asks for.";
}

/** Tickets follow from a decision: a proposal is split after it (DOMAIN 4). */
function proposalUndecided(ticket: TicketFacts): string | undefined {
  const undecided = ["draft", "discussion", "scheduled", "under_review"];
  if (!ticket.proposalStatus || !undecided.includes(ticket.proposalStatus)) return undefined;
  return "The board has not decided on the proposal yet; its tickets are filed after the decision.";
}

/** What was closed without delivery asks for nothing any more: its drafts are withdrawn, or made anew on their own. */
function proposalStopped(ticket: TicketFacts): string | undefined {
  if (!isLeftBehind(ticket)) return undefined;
  return "Its proposal was closed without it. Withdraw this draft; what is still needed is made as a ticket of its own.";
}

/** A ticket that waits for others is not done before them: finish those, or say that it does not depend on them. */
function stillBlocked({ openBlockers = 0 }: TicketFacts): string | undefined {
  if (openBlockers === 0) return undefined;
  return openBlockers === 1
    ? "It is blocked by a ticket that is still open: finish that first, or take the dependency away."
    : `It is blocked by ${openBlockers} tickets that are still open: finish them first, or take the dependencies away.`;
}

/** An initiative is done when its parts are. */
function partsOpen({ openParts = 0 }: TicketFacts): string | undefined {
  if (openParts === 0) return undefined;
  return openParts === 1
    ? "One of its parts is still open; finish it, or take it out of the initiative."
    : `${openParts} of its parts are still open; finish them, or take them out of the initiative.`;
}

/** DOMAIN 5: the decision is approved and the minutes are published. Only infra requests are gated. */
function boardHasNotCleared(ticket: TicketFacts): string | undefined {
  return ticket.destination === "infra" && ticket.boardGated ? gateShut(ticket) : undefined;
}

/** An approval leads it back at once; its work waits for the minutes all the same (boardHasNotCleared). */
function boardHasNotAnswered({ boardGated, boardOutcome }: TicketFacts): string | undefined {
  if (!boardGated || boardOutcome === "approved") return undefined;
  return "The board has not decided on this ticket yet; it returns when the decision is recorded.";
}

/** Once it stands on an agenda the board expects it: only the board ends that. */
function beforeTheBoard({ isOnAgenda = false }: TicketFacts): string | undefined {
  if (!isOnAgenda) return undefined;
  return "It stands on an agenda of the board: the board decides on it, or the secretary takes it off the agenda first.";
}

function gateShut(ticket: TicketFacts): string | undefined {
  if (ticket.gate === "needs_decision") return "This needs a board decision first, and none is approved yet.";
  if (ticket.gate === "needs_minutes") {
    return "The board approved this, but the minutes that say so are not published yet.";
  }
  return undefined;
}

function alreadyTheBoards(ticket: TicketFacts): string | undefined {
  return ticket.destination === "board" ? "The ticket is already with the board." : undefined;
}

/** While a proposal is split, what the ticket stands for has to be placed otherwise first (DOMAIN 4, balance). */
function splitRestsOnIt({ accountsFor = 0, proposalStatus }: TicketFacts): string | undefined {
  if (accountsFor === 0 || proposalStatus !== "splitting") return undefined;
  return "Part of the split rests on this ticket; place that part in another way first.";
}
