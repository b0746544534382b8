import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Where the portal is reached: what AUTH_URL says, or without it where it listens. */
export interface OwnAddress {
  origin: string;
  host: string;
  isHttps: boolean;
  /** AUTH_URL says it; then no other address counts. */
  isFixed: boolean;
}

export function ownAddress(given: string | undefined, listening: string): OwnAddress {
  const { origin, host, protocol } = new URL(given ?? listening);
  return { origin, host, isHttps: protocol === "https:", isFixed: given !== undefined };
}

/** Whether a page of this origin is one of ours, in a request to this host. */
export function isOwnOrigin(own: OwnAddress, origin: string, host: string | undefined): boolean {
  return origin === own.origin || (!own.isFixed && origin === `http://${host}` && isOwnHost(own, host));
}

/**
 * Makes the request say that it came to the portal's own host. Next compares a form's origin with that header, and what
 * a client or a proxy writes there must neither decide that nor end in an address that a page shows.
 */
export function settleHost(request: IncomingMessage, own: OwnAddress): void {
  if (!isOwnHost(own, request.headers.host)) request.headers.host = own.host;
  request.headers["x-forwarded-host"] = request.headers.host;
  request.headers["x-forwarded-proto"] = own.isHttps ? "https" : "http";
  delete request.headers.forwarded;
}

/**
 * Without AUTH_URL the portal answers to any name of this machine that needs no name server. A name that does could be
 * somebody else's, made to lead here (DNS rebinding).
 */
function isOwnHost(own: OwnAddress, host: string | undefined): host is string {
  if (host === own.host) return true;
  if (own.isFixed || !host || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return hostname === "localhost" || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}
