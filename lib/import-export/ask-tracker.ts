import { setTimeout as pause } from "node:timers/promises";
import { now } from "../clock";
import type { Door } from "../outgoing/door";
import { fetchOutside, type OutsideAnswer } from "../outgoing/fetch-outside";
import { done, type Result, refuse } from "../result";
import { onSameHost } from "./tracker-address";

export interface Line {
  /** Sent with each request: a token, where one is needed. */
  headers: Readonly<Record<string, string>>;
  /** Waits; a test does not. */
  wait?: (ms: number) => Promise<unknown>;
  /** Which addresses may be asked; the settings' own unless told. */
  door?: Door;
}

export interface Page {
  json: unknown;
  /** The address of the next page, where the answer names one of the same host. */
  next?: string;
}

const mostBytes = 32 * 1024 * 1024;
const timeoutMs = 60_000;
const tries = 5;
const longestWaitMs = 900_000;

/**
 * Asks a tracker for a page. One that is busy or broken for a moment is asked again; one that says when to go on is
 * waited for, up to a quarter of an hour.
 */
export async function askTracker(
  address: string,
  { headers, wait = pause, door }: Line,
): Promise<Result<Page>> {
  const { host } = new URL(address);
  for (let left = tries; ; left -= 1) {
    const ask = { headers: { accept: "application/json", ...headers }, timeoutMs, maxBytes: mostBytes };
    const asked = await fetchOutside(address, ask, door);
    const again = left > 1;
    if (!asked.ok) {
      const { why } = asked.refusal;
      if (!again || (why !== "unreachable" && why !== "too_slow")) return asked;
      await wait(backoffMs(tries - left));
      continue;
    }
    const { status } = asked.value;
    if (status === 200) return pageOf(asked.value, wait);
    if (!again || (status !== 429 && status < 500)) return refuse("refused", sentenceOf(status, host));
    await wait(retryAfterMs(asked.value) ?? backoffMs(tries - left));
  }
}

async function pageOf(answer: OutsideAnswer, wait: (ms: number) => Promise<unknown>): Promise<Result<Page>> {
  const json = parsed(answer.body);
  if (!json)
    return refuse("invalid", `${new URL(answer.url).host} answered with something that is not JSON.`);
  const next = nextIn(String(answer.headers.link ?? ""), answer.url);
  const untilReset = resetMs(answer);
  if (next && untilReset > 0) await wait(untilReset);
  return done({ json: json.value, ...(next && { next }) });
}

function parsed(body: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body.toString()) };
  } catch {
    return undefined;
  }
}

/** `<https://…?page=2>; rel="next"` (RFC 8288). */
export function nextIn(link: string, from: string): string | undefined {
  const [, address] = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link) ?? [];
  return onSameHost(address, from);
}

function retryAfterMs({ headers }: OutsideAnswer): number | undefined {
  const said = headers["retry-after"];
  if (!said) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now().getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWaitMs);
}

/** How long until the tracker counts anew, where it has just said that this was the last request. */
function resetMs({ headers }: OutsideAnswer): number {
  if (headers["ratelimit-remaining"] !== "0") return 0;
  const at = Number(headers["ratelimit-reset"]) * 1000;
  return Number.isNaN(at) ? 0 : Math.min(Math.max(at - now().getTime(), 0), longestWaitMs);
}

function backoffMs(tried: number): number {
  return 1_000 * 2 ** tried;
}

function sentenceOf(status: number, host: string): string {
  if (status === 404)
    return `${host} knows no such project or issue, or it is not public. IMPORT_TOKEN may be needed.`;
  if (status === 401 || status === 403)
    return `${host} does not let us read this (${status}). IMPORT_TOKEN may be needed.`;
  if (status === 429) return `${host} lets nobody ask more often. Import again later: what came is kept.`;
  return `${host} answered with status ${status}. Import again later: what came is kept.`;
}
