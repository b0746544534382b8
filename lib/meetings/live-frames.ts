import type { LiveAudience, LiveState } from "./live-view";
import type { LiveEventRow } from "./session-facts";

/** A server-sent event as bytes, made once for all who are shown the same. */
export type Frame = Uint8Array;

/** What a follower is sent for an event; nothing where it is not for this audience. */
export interface Message {
  seq: number;
  frames: Record<LiveAudience, Frame | null>;
}

const encoder = new TextEncoder();

export function frameOf(event: string, data: object, id?: number): Frame {
  const line = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(`${line}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The first words of a stream: how soon to come back after it broke. */
export const greeting: Frame = encoder.encode("retry: 1000\n\n");

/** A line is sent as it is; of anything else only what kind of thing happened: the state that follows says the rest. */
export function messageOf({ seq, type, executive, line }: LiveEventRow): Message {
  const frame = line ? frameOf("line", { type, line }, seq) : frameOf("change", { type }, seq);
  return { seq, frames: { board: frame, everybody: executive ? null : frame } };
}

/** A state's clock is that of its sending. */
export function stateFrame(state: Omit<LiveState, "now">, now: number, id?: number): Frame {
  return frameOf("state", { ...state, now }, id);
}

/** Lines come on their own; whatever else happens may change what stands around them. */
export function changesState({ line }: LiveEventRow): boolean {
  return line === null;
}
