import { keysOf } from "../keys-of";
/** What the timeline of a region tells of, and under which words it can be chosen. */
export const timelineKindLabels = {
  decision: "Decisions",
  phase: "Phases",
  ticket: "Tickets",
  evidence: "Evidence",
  incident: "Incidents",
  capability: "Capabilities",
} as const;
export type TimelineKind = keyof typeof timelineKindLabels;

export const timelineKinds = keysOf(timelineKindLabels);

const types: Readonly<Record<TimelineKind, readonly string[]>> = {
  decision: ["decision.recorded"],
  phase: [
    "region.created",
    "region.approved",
    "region.building_started",
    "region.provisioned",
    "region.opened",
    "region.sunset_started",
    "region.retired",
    "onboarding.opened",
    "onboarding.closed",
  ],
  ticket: [
    "ticket.filed",
    "ticket.accepted",
    "ticket.fulfilled",
    "ticket.declined",
    "ticket.reopened",
    "ticket.bounced",
    "ticket.taken_back",
    "ticket.returned_from_board",
  ],
  evidence: ["evidence.submitted", "evidence.accepted", "evidence.refused", "evidence.withdrawn"],
  incident: [
    "incident.declared",
    "incident.monitored",
    "incident.resolved",
    "incident.reopened",
    "incident.closed",
  ],
  capability: [
    "capability.added",
    "capability.changed",
    "capability.removed",
    "capability.ticket_linked",
    "capability.ticket_unlinked",
    "region.described",
  ],
};

/** The types of the events of a kind. */
export function typesOfKind(kind: TimelineKind): readonly string[] {
  return types[kind];
}

export function isTimelineKind(text: unknown): text is TimelineKind {
  return typeof text === "string" && text in timelineKindLabels;
}
