import type { Answer } from "./attack";

/** The cookies that an answer sets, as a browser would send them back. */
export function cookiesIn({ head }: Answer): string {
  return [...head.matchAll(/^set-cookie: ([^=]+=[^;]+)/gm)].map(([, pair]) => pair).join("; ");
}

/** Whether a session began: its cookie is an encrypted token. */
export function isSignedIn({ head }: Answer): boolean {
  return /^set-cookie: [^=]*session-token=ey/m.test(head);
}
