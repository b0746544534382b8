import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { codeOf } from "../error-code";
import { bareHost, isNamed, mayReach } from "./allowed";
import { type Door, ownDoor, PrivateAddress } from "./door";
import { oneRequest } from "./one-request";
import { packings, readAnswer, TooLarge, UnknownPacking } from "./read-answer";
import { type OutsideResult, outsideRefusal } from "./refusals";

export interface Ask {
  /** GET without being said. Only GET and HEAD follow where an answer leads on. */
  method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** For all of it together: names, connections, redirects, body. 15 s without being said. */
  timeoutMs?: number;
  /** How large the body may be, unpacked. 5 MB without being said. */
  maxBytes?: number;
}

export interface OutsideAnswer {
  /** Also 404 and 500: that is for the one who asked to judge. */
  status: number;
  /** Where the answer came from in the end. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const standard = { timeoutMs: 15_000, maxBytes: 5_000_000 };
const mostRedirects = 5;
/** What may follow to another host. Everything else, above all credentials, was meant for the first one. */
const harmless = new Set(["accept", "accept-language", "user-agent"]);

/**
 * The one way out for an address that a person, a tracker or a setting of a person's names. It is reached over https
 * (over http where OUTGOING_ALLOWED names the host, or OUTGOING_HTTP=yes), never at a private, local or special address
 * that OUTGOING_ALLOWED does not name: looked at when the connection opens, and anew for each redirect. No credentials
 * follow to another origin. Never throws for what the other side does; nothing of the address is logged.
 */
export async function fetchOutside(
  address: string | URL,
  ask: Ask = {},
  door: Door = ownDoor(),
): Promise<OutsideResult<OutsideAnswer>> {
  if (!URL.canParse(address)) return outsideRefusal("address", "That is not a web address.");
  const url = new URL(address);
  const signal = AbortSignal.timeout(ask.timeoutMs ?? standard.timeoutMs);
  try {
    return await follow(door, url, { ...ask, signal });
  } catch (failure) {
    return refusalOf(failure, url, signal);
  }
}

async function follow(door: Door, start: URL, ask: Ask & { signal: AbortSignal }) {
  const method = ask.method ?? "GET";
  let url = start;
  let headers: Record<string, string> = { "user-agent": "Streamboard", ...lowered(ask.headers) };
  for (let step = 0; step <= mostRedirects; step += 1) {
    const problem = whatIsWrongWith(door, url);
    if (problem) return problem;
    const sent = { method, headers: { ...headers, "accept-encoding": packings }, signal: ask.signal };
    const answer = await oneRequest(door, url, { ...sent, ...(ask.body && { body: ask.body }) });
    const next = placeToGo(answer, url);
    if (!next) return await taken(answer, url, ask);
    answer.destroy();
    if (method !== "GET" && method !== "HEAD") {
      return outsideRefusal("redirects", `${url.host} asks to send this elsewhere: give the new address.`);
    }
    if (next.origin !== url.origin) headers = onlyHarmless(headers);
    url = next;
  }
  return outsideRefusal("redirects", `${start.host} leads on from address to address without an end.`);
}

async function taken(
  answer: IncomingMessage,
  url: URL,
  { maxBytes = standard.maxBytes, signal }: Ask & { signal: AbortSignal },
): Promise<OutsideResult<OutsideAnswer>> {
  const body = await readAnswer(answer, maxBytes, signal);
  const { statusCode = 0, headers } = answer;
  return { ok: true, value: { status: statusCode, url: url.href, headers, body } };
}

/** What forbids a request before anything is asked for; names are looked at when the connection opens (door.ts). */
function whatIsWrongWith(door: Door, url: URL) {
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return outsideRefusal("address", "A web address begins with https://.");
  }
  if (url.username || url.password) {
    return outsideRefusal("address", "A web address must not hold a user name or a password.");
  }
  const named = isNamed(door.allowed, url);
  if (url.protocol === "http:" && !named && !door.plain) {
    return outsideRefusal("address", `${url.host} is asked over https only.`);
  }
  // A socket asks nobody for an address that is one already.
  const host = bareHost(url);
  return isIP(host) !== 0 && !named && !mayReach(door.allowed, host) ? privateRefusal(url) : undefined;
}

function placeToGo({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return undefined;
  return URL.canParse(headers.location, from) ? new URL(headers.location, from) : undefined;
}

function lowered(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function onlyHarmless(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name)));
}

function privateRefusal(url: URL) {
  return outsideRefusal(
    "private",
    `${url.host} is an address of a private network, and OUTGOING_ALLOWED does not name it.`,
  );
}

function refusalOf(failure: unknown, url: URL, signal: AbortSignal) {
  const code = codeOf(failure);
  if (signal.aborted) return outsideRefusal("too_slow", `${url.host} did not answer in time.`);
  if (failure instanceof PrivateAddress) return privateRefusal(url);
  if (failure instanceof TooLarge)
    return outsideRefusal("too_large", `The answer of ${url.host} is too large.`);
  if (failure instanceof UnknownPacking || (code && /^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code))) {
    return outsideRefusal("unreadable", `The answer of ${url.host} could not be unpacked.`);
  }
  if (code) return outsideRefusal("unreachable", `${url.host} cannot be reached.`);
  throw failure; // ours, not theirs
}
