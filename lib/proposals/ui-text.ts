/** A stage has a colour, a shape and a word (components/ui/badge). */
export type Stage = "neutral" | "discussion" | "board" | "delivery" | "done" | "stopped";

export const statusLabels = {
  draft: "Draft",
  discussion: "In discussion",
  scheduled: "Scheduled",
  under_review: "Under review",
  splitting: "Splitting",
  delivering: "Delivering",
  closed: "Closed",
} as const;

export const closedLabels = {
  completed: "Completed",
  declined: "Declined",
  withdrawn: "Withdrawn",
  no_follow_up: "No follow-up",
} as const;

const stages: Record<keyof typeof statusLabels, Stage> = {
  draft: "neutral",
  discussion: "discussion",
  scheduled: "board",
  under_review: "board",
  splitting: "delivery",
  delivering: "delivery",
  closed: "stopped",
};

export interface StatusText {
  label: string;
  stage: Stage;
}

/** The badge of a proposal. Only a completed one looks done; a redirected one is never shown as approved. */
export function statusText(proposal: {
  status: keyof typeof statusLabels;
  closedAs?: keyof typeof closedLabels | null;
}): StatusText {
  if (proposal.status !== "closed" || !proposal.closedAs) {
    return { label: statusLabels[proposal.status], stage: stages[proposal.status] };
  }
  return {
    label: closedLabels[proposal.closedAs],
    stage: proposal.closedAs === "completed" ? "done" : "stopped",
  };
}

export const askKindLabels = {
  board_decision: "Board decision",
  infra_request: "Infra request",
  sig_work: "SIG work",
  external: "External",
  inform: "For information",
} as const;

/** How much work an ask is, in words that everybody means the same by. */
export const askSizeLabels = {
  hours: "Hours",
  days: "Days",
  weeks: "Weeks",
  months: "Months",
} as const;

/** What the owner of an ask says about it. */
export const consentLabels = { named: "Named", confirmed: "Confirmed", declined: "Declined" } as const;

export const askKindHints: Record<keyof typeof askKindLabels, string> = {
  board_decision: "the board has to say yes",
  infra_request: "the infra team has to set something up",
  sig_work: "a SIG does it",
  external: "somebody outside the community does it",
  inform: "nobody has to do anything; they should know",
};

/** The sections of a proposal: what boards ask. `body` holds an imported thread's text as it was. */
export const sectionTemplate = [
  {
    key: "why",
    title: "What is wanted of the board, and why",
    hint: "The involvement you expect, and what happens without it.",
  },
  { key: "how", title: "Who does it, and how", hint: "A SIG or a product? Names, time, and the way there." },
  { key: "builds_on", title: "What it builds on", hint: "What exists already: code, machines, agreements." },
  { key: "example", title: "A concrete example", hint: "One person, one thing they could do afterwards." },
  { key: "roles", title: "Roles", hint: "Which roles there are, and which are still to be defined." },
  { key: "risks", title: "Risks and exit", hint: "What can go wrong, and how it ends if it has to." },
  { key: "links", title: "Links", hint: "Slides, code, earlier threads." },
] as const;

export type SectionKey = (typeof sectionTemplate)[number]["key"] | "body";

export function sectionTitle(key: string): string {
  return sectionTemplate.find((section) => section.key === key)?.title ?? "The thread as it was opened";
}
