import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { sessionIdOf } from "../auth/cookie-header";
import { personLastSeenIn } from "../auth/session-people";
import { countAgainst, type Limit, settledCounter } from "../db/rate-limits";
import { log } from "../log";
import type { Settings } from "../settings";
import { clientHeader } from "./client-address";
import { kindOf, type RequestKind } from "./request-kind";

/** Somebody has to wait. Softly: the request may go on to its form, which refuses it and keeps what was typed. */
export interface Wait {
  seconds: number;
  isSoft: boolean;
}

export type LimitRequests = (request: IncomingMessage) => Promise<Wait | undefined>;

/** How often over the limit a form still gets an answer with its text in it; whoever goes on is no person who types. */
const patience = 2;

/** Counts each request against its person or address, for all processes together (docs/adr/055-limits-at-the-door.md). */
export function requestLimits(settings: Settings): LimitRequests {
  const limits = limitsOf(settings);
  const pages = settledCounter(limits.page);
  const searches = settledCounter(limits.search);
  const stubborn = settledCounter({ name: "stubborn", perMinute: limits.form.perMinute * patience });
  const counted = async (kind: Exclude<RequestKind, null>, who: string): Promise<Wait | undefined> => {
    if (kind === "page") return hard(pages.count(who));
    if (kind === "search") return hard(searches.count(who));
    if (kind === "sign_in") return hard(await countAgainst(limits.sign_in, who));
    const wait = stubborn.count(who);
    if (wait > 0) return hard(wait);
    const seconds = await countAgainst(limits[kind], who);
    return seconds > 0 ? { seconds, isSoft: true } : undefined;
  };
  return async (request) => {
    const kind = kindOf(request);
    if (!kind) return undefined;
    try {
      return await counted(kind, kind === "sign_in" ? addressOf(request) : await whoSent(request));
    } catch (failure) {
      log.warn({ failure }, "a request could not be counted"); // the database is away: what follows says so
      return undefined;
    }
  };
}

function limitsOf(settings: Settings): Record<Exclude<RequestKind, null>, Limit> {
  return {
    page: { name: "page", perMinute: settings.PAGES_PER_MINUTE },
    search: { name: "search", perMinute: settings.SEARCHES_PER_MINUTE },
    form: { name: "form", perMinute: settings.FORMS_PER_MINUTE },
    upload: { name: "upload", perMinute: settings.UPLOADS_PER_MINUTE },
    sign_in: { name: "sign-in", perMinute: settings.SIGN_INS_PER_MINUTE },
  };
}

function hard(seconds: number): Wait | undefined {
  return seconds > 0 ? { seconds, isSoft: false } : undefined;
}

/** A person where their session was seen before, that session where it was not, and else an address. */
async function whoSent(request: IncomingMessage): Promise<string> {
  const { cookie } = request.headers;
  const sessionId = cookie ? await sessionIdOf(cookie) : undefined;
  if (!sessionId) return addressOf(request);
  const personId = personLastSeenIn(sessionId);
  if (personId) return `person-${personId}`;
  return `session-${createHash("sha256").update(sessionId).digest("base64url").slice(0, 16)}`;
}

function addressOf({ headers }: IncomingMessage): string {
  return `from-${String(headers[clientHeader] ?? "unknown").slice(0, 100)}`;
}
