import type { Browser } from "@playwright/test";
import type { Portal } from "./portal";

/** What came back: the status (0 where the connection was closed without one, a word where it was no request), and all of it. */
export interface Answer {
  status: Status;
  head: string;
  body: string;
}

/** Besides HTTP's: what a function said, and what was measured or seen in a browser. */
export type Status = number | "refused" | "measured" | "seen";

/** A status, and words that stand in the head or in the body. */
export type Back = readonly [status: Status, words: string];

/**
 * One way to harm the portal or somebody in it. The test sends it and asserts every word of `back`; docs/attacks.md is
 * written from the same lines, so that it says nothing that was not seen.
 */
export interface Attack {
  /** What was tried, in a sentence. */
  tried: string;
  send(portal: Portal, browser: Browser): Promise<Answer | Answer[]>;
  /** What has to come back: one for each answer in order, or one for all of them. */
  back: Back | readonly Back[];
  /** What holds besides, by the sentence that says so. That nothing was written is asked of every attack. */
  also?: Readonly<Record<string, (portal: Portal, answers: readonly Answer[]) => boolean | Promise<boolean>>>;
  /** Tables that may be another afterwards, and why no others may: the attack is a deed that somebody may do. */
  writes?: readonly string[];
}

/** What is no answer of HTTP, as one. */
export function told(status: Status, body: string): Answer {
  return { status, head: "", body };
}

/** Whether there is one for all answers. */
export function isOne(back: Attack["back"]): back is Back {
  return typeof back[0] !== "object";
}

export interface Kind {
  title: string;
  /** Where its attacks stand. */
  file: string;
  attacks: readonly Attack[];
}
