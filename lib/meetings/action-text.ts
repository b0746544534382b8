/** Labels of what becomes of an ACTION after its meeting. */
export const actionStatusLabels = {
  open: "No report yet",
  on_its_way: "On its way",
  stuck: "Stuck",
  done: "Done",
  dropped: "Dropped",
} as const;

type Stage = "neutral" | "discussion" | "board" | "delivery" | "done" | "stopped";

export const actionStages: Readonly<Record<keyof typeof actionStatusLabels, Stage>> = {
  open: "neutral",
  on_its_way: "delivery",
  stuck: "board",
  done: "done",
  dropped: "stopped",
};

/** "carried through 2 meetings"; nothing for one that was just given. */
export function carriedWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? "carried through 1 meeting" : `carried through ${count} meetings`;
}
