import type { ProvenanceKind } from "./graph";

/** The parts of a provenance, by what stands in them. */
export const kindLabels: Readonly<Record<ProvenanceKind, string>> = {
  proposal: "Proposal",
  comment: "Comments",
  question: "Questions",
  line: "Lines of the minutes",
  decision: "Decisions",
  ask: "Asks",
  condition: "Conditions",
  action_line: "Actions of the minutes",
  follow_up: "Promised follow-ups",
  ticket: "Tickets",
  answer: "Answers",
  reason: "Dropped, with a reason",
  host: "Hosts",
  capability: "Capabilities",
  evidence: "Evidence",
};
