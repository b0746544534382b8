import type { Refusal } from "../result";

/** Why nothing came back: whoever asks again later does so for `unreachable` and `too_slow` only. */
export type WhyNot =
  | "address" // it is no address that a request may go to
  | "private" // it leads to a private, local or special network
  | "redirects" // it leads on too often, or where what was sent must not follow
  | "unreachable" // no such name, nobody listens, or the connection broke
  | "too_slow" // the time is over
  | "too_large" // the answer is larger than it may be
  | "unreadable"; // the answer is packed in a way that was not asked for, or torn

export interface OutsideRefusal extends Refusal {
  why: WhyNot;
}

export type OutsideResult<T> = { ok: true; value: T } | { ok: false; refusal: OutsideRefusal };

/** A refusal as a value. The sentence names the host at most: addresses hold keys and search words. */
export function outsideRefusal(why: WhyNot, message: string): { ok: false; refusal: OutsideRefusal } {
  return { ok: false, refusal: { code: "refused", message, why } };
}
