/** Labels of the meetings' room: states, sections and parts, in the words of DOMAIN 3. */

export const meetingStatusLabels = {
  planned: "Planned",
  published: "Agenda published",
  in_session: "In session",
  adjourned: "Adjourned",
  cancelled: "Cancelled",
} as const;

export const minutesStatusLabels = {
  none: "No minutes yet",
  draft: "Minutes drafted",
  reviewed: "Minutes reviewed",
  published: "Minutes published",
} as const;

export const itemStatusLabels = {
  planned: "Planned",
  open: "Open",
  done: "Done",
  carried: "Carried over",
  withdrawn: "Withdrawn",
} as const;

export const slotStatusLabels = {
  requested: "Time asked for",
  offered: "Slot offered",
  countered: "Counter-offer made",
  accepted: "Slot accepted",
  declined: "Declined",
  withdrawn: "Withdrawn",
  expired: "Expired",
} as const;

type Stage = "neutral" | "discussion" | "board" | "delivery" | "done" | "stopped";

export const meetingStages: Record<keyof typeof meetingStatusLabels, Stage> = {
  planned: "neutral",
  published: "discussion",
  in_session: "board",
  adjourned: "done",
  cancelled: "stopped",
};

export const itemStages: Record<keyof typeof itemStatusLabels, Stage> = {
  planned: "neutral",
  open: "board",
  done: "done",
  carried: "discussion",
  withdrawn: "stopped",
};

export const slotStages: Record<keyof typeof slotStatusLabels, Stage> = {
  requested: "discussion",
  offered: "board",
  countered: "discussion",
  accepted: "done",
  declined: "stopped",
  withdrawn: "stopped",
  expired: "stopped",
};

/** In the order of the meeting; the database's enum has the same order, so that `ORDER BY "section"` agrees. */
export const sectionLabels = {
  previous_minutes: "Previous minutes",
  consent: "Consent",
  presentations: "Presentations",
  ongoing: "Ongoing",
  to_close: "To close",
  new: "New",
  executive: "Executive session",
} as const;
export type AgendaSection = keyof typeof sectionLabels;

/** The four parts of an item's outline: what boards ask of whoever presents. */
export const outlineParts = [
  { key: "what", title: "What it is", hint: "The idea, and a concrete example." },
  {
    key: "asked",
    title: "What is asked of the board, and why",
    hint: "The involvement you expect, and what happens without it.",
  },
  { key: "who", title: "Who does it, and how", hint: "A SIG or a product? Names, time, and the way there." },
  { key: "next", title: "What happens next", hint: "The first steps after a yes, and who takes them." },
] as const;
export type OutlineKey = (typeof outlineParts)[number]["key"];
