import type { IncomingMessage } from "node:http";
import { isOwnOrigin, type OwnAddress } from "./own-address";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);
const sameSite = new Set(["same-origin", "none"]); // none: the reader's own doing, which no page can pretend

/**
 * Whether a page of another site sent this to act with a reader's session (CSRF), or might have: what changes something
 * has to say that it comes from here, by Origin or Sec-Fetch-Site, unless it brings neither cookies nor a browser's
 * words. A program with a token is believed its token; no page elsewhere can send that header along.
 */
export function isForeign(request: IncomingMessage, own: OwnAddress): boolean {
  const { method = "GET", headers } = request;
  if (harmless.has(method) || isByToken(request)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && !sameSite.has(String(site))) return true;
  // A page that tells nobody where it is (no-referrer) has the origin "null", and so has a sandbox: the site decides.
  const origin = headers.origin === "null" ? undefined : headers.origin;
  if (origin !== undefined) return !isOwnOrigin(own, origin, headers.host);
  if (site !== undefined) return false;
  return headers.origin === "null" || (headers.cookie !== undefined && !comesFromHere(request, own));
}

/** The last resort of a browser that says nothing else. */
function comesFromHere({ headers }: IncomingMessage, own: OwnAddress): boolean {
  const { referer = "" } = headers;
  return URL.canParse(referer) && isOwnOrigin(own, new URL(referer).origin, headers.host);
}

function isByToken({ url = "", headers }: IncomingMessage): boolean {
  return url.startsWith("/api/v1/") && /^Bearer /i.test(headers.authorization ?? "");
}
