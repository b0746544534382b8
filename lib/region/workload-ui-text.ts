export const workloadStatusLabels = { planned: "Planned", running: "Running", ended: "Ended" } as const;

export const workloadMoveLabels = { start: "It runs", end: "It has ended" } as const;

export const workloadStages = { planned: "neutral", running: "done", ended: "stopped" } as const;
