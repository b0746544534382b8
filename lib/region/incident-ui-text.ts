import type { Stage } from "../tickets/ui-text";

export const severityLabels = {
  critical: "Critical",
  major: "Major",
  minor: "Minor",
} as const;

export const severityHints: Readonly<Record<keyof typeof severityLabels, string>> = {
  critical: "nobody can work, or data is lost",
  major: "many feel it, and there is no way around",
  minor: "few feel it, or there is a way around",
};

export const incidentStatusLabels = {
  open: "Open",
  monitoring: "Monitoring",
  resolved: "Resolved",
  closed: "Closed",
} as const;

export const incidentStages: Readonly<Record<keyof typeof incidentStatusLabels, Stage>> = {
  open: "stopped",
  monitoring: "delivery",
  resolved: "done",
  closed: "neutral",
};

export const incidentMoveLabels = {
  monitor: "A fix is in: watch it",
  resolve: "Resolve it",
  reopen: "It is back",
  close: "Close it",
} as const;
