import type { Destination, Gate, Priority, Size, TicketMove, TicketStatus } from "./policy";

/** The hue and shape of a state (UI.md, "Material"). */
export type Stage = "neutral" | "discussion" | "board" | "delivery" | "done" | "stopped";

/** In the order of the journey (DOMAIN 7). */
export const statusLabels: Readonly<Record<TicketStatus, string>> = {
  draft: "Draft",
  filed: "Filed",
  needs_review: "Needs review",
  waiting_on_assignee: "Waiting on assignee",
  waiting_on_reporter: "Waiting on reporter",
  reopened: "Reopened",
  bounced: "With the board",
  done: "Done",
  declined: "Declined",
  duplicate: "Duplicate",
};

export const statusStages: Readonly<Record<TicketStatus, Stage>> = {
  draft: "neutral",
  filed: "delivery",
  needs_review: "delivery",
  waiting_on_assignee: "delivery",
  waiting_on_reporter: "discussion",
  reopened: "delivery",
  bounced: "board",
  done: "done",
  declined: "stopped",
  duplicate: "stopped",
};

export const moveLabels: Readonly<Record<TicketMove, string>> = {
  file: "File",
  takeUp: "Take up for review",
  accept: "Accept the work",
  askReporter: "Ask the requester",
  answerReporter: "Answer",
  fulfil: "Mark as done",
  decline: "Decline",
  markDuplicate: "Mark as duplicate",
  reopen: "Reopen",
  withdraw: "Withdraw",
  bounce: "Bounce to the board",
  takeBack: "Take back from the board",
  returnFromBoard: "Return from the board",
  declineByBoard: "Decline by decision of the board",
};

export const destinationLabels: Readonly<Record<Destination, string>> = {
  board: "Board",
  infra: "Infra team",
  initiative: "Initiative",
  sig: "SIG",
  external: "Elsewhere",
};

export const priorityLabels: Readonly<Record<Priority, string>> = {
  low: "Low",
  normal: "Normal",
  high: "High",
  urgent: "Urgent",
};

export const sizeLabels: Readonly<Record<Size, string>> = {
  xs: "XS, an hour",
  s: "S, a day",
  m: "M, a week",
  l: "L, a month",
  xl: "XL, a quarter",
};

export const destinationHints: Readonly<Record<Destination, string>> = {
  board: "The board decides or acts.",
  infra: "A typed request that the infra team fulfils.",
  initiative: "Large work that the infra organisation plans by quarter.",
  sig: "A SIG does it.",
  external: "Another community or a company does it.",
};

export const gateLabels: Readonly<Record<Gate, string>> = {
  open: "May be filed",
  needs_decision: "Needs a board decision",
  needs_minutes: "Approved; waits for the published minutes",
};
