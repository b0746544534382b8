import type { LiveState } from "@/lib/meetings/live-view";

// The islands of one page (the follower, the roll call, the line field) speak through here.

type Hear = (state: LiveState) => void;
const hearers = new Set<Hear>();

/** Tells the page's other islands of a new state. */
export function tellState(state: LiveState): void {
  for (const hear of hearers) hear(state);
}

export function onState(hear: Hear): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
