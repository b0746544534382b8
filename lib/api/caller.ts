import { actorOfCookies } from "../auth/request-reader";
import { findTokenReader } from "../auth/token-reader";
import { countAgainst } from "../db/rate-limits";
import { env } from "../env";
import { clientHeader } from "../server/client-address";
import type { TokenScope } from "../tokens/ui-text";
import type { Actor } from "../workflow/actor";
import { challenge, type Problem, problem } from "./problem";

/** Who calls, and how they proved it. */
export interface Caller {
  actor: Actor;
  /** What their token may do; absent where there is none. */
  scope?: TokenScope;
}

/** By token, by the session's cookie, or as the public. */
export async function callerOf(request: Request): Promise<Caller | Problem> {
  const given = request.headers.get("authorization");
  if (given === null) {
    const actor = await actorOfCookies(request);
    return actor.kind === "person" && !isReading(request) && !isOwnPage(request) ? foreign : { actor };
  }
  const [, secret] = /^Bearer +(\S+)$/i.exec(given) ?? [];
  const reader = secret ? await findTokenReader(secret) : undefined;
  return reader ?? badToken;
}

/** Counts the request against the one who sends it; a problem where they have to wait. */
export async function limitOf(request: Request, { actor }: Caller): Promise<Problem | undefined> {
  const who =
    actor.kind === "person"
      ? `person-${actor.personId}`
      : `from-${(request.headers.get(clientHeader) ?? "unknown").slice(0, 100)}`;
  const limit = isReading(request)
    ? { name: "api-read", perMinute: env().API_READS_PER_MINUTE }
    : { name: "api-write", perMinute: env().API_WRITES_PER_MINUTE };
  const wait = await countAgainst(limit, who);
  if (wait === 0) return undefined;
  const detail = `This was request ${limit.perMinute + 1} within a minute, or a later one. Go on in ${wait} seconds.`;
  return problem(429, "too_many", detail, { headers: { "retry-after": String(wait) } });
}

export function isReading({ method }: Request): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

const badToken = problem(
  401,
  "bad_token",
  "This token does not work: it is not one of ours, it is over, it was revoked, or its person’s account has ended.",
  { headers: { "www-authenticate": `${challenge["www-authenticate"]}, error="invalid_token"` } },
);

const foreign = problem(
  403,
  "foreign_origin",
  "A browser’s session counts only for requests from the portal’s own pages. Send a token instead.",
);

/** A page elsewhere can send a browser's cookies along, but not say that it stands here. */
function isOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const own = [env().AUTH_URL ?? process.env.AUTH_URL ?? "", new URL(request.url).origin];
  const host = request.headers.get("host");
  return new URL(origin).host === host || own.some((address) => address.replace(/\/$/, "") === origin);
}
