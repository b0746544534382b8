export const workloadStatusLabels = {
  planned: "Planned",
  onboarding: "Onboarding",
  running: "Running",
  leaving: "Leaving",
  ended: "Ended",
} as const;

export const workloadMoveLabels = {
  onboard: "Start onboarding",
  start: "It runs",
  leave: "It is leaving",
  end: "It has ended",
} as const;

export const workloadStages = {
  planned: "neutral",
  onboarding: "delivery",
  running: "done",
  leaving: "discussion",
  ended: "stopped",
} as const;
