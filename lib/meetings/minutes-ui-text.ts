import type { MinutesStatus } from "./machine";

export const minutesStages: Readonly<Record<MinutesStatus, "neutral" | "discussion" | "board" | "done">> = {
  none: "neutral",
  draft: "discussion",
  reviewed: "board",
  published: "done",
};

export const minutesCommentLabels = {
  open: "Open",
  resolved: "Resolved",
} as const;
