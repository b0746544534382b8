import type { MinutesStatus } from "./machine";

export const minutesStages: Readonly<Record<MinutesStatus, "neutral" | "discussion" | "done">> = {
  none: "neutral",
  draft: "discussion",
  published: "done",
};
