import type { ReactNode } from "react";

/** The six looks of a state. Each has a colour and a shape; the words are the child's. */
export const stages = ["neutral", "discussion", "board", "delivery", "done", "stopped"] as const;
export type Stage = (typeof stages)[number];

export function Badge({ stage, children }: { stage: Stage; children: ReactNode }) {
  return <span className={`badge s-${stage}`}>{children}</span>;
}
