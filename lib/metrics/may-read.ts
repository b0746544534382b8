import { createHash, timingSafeEqual } from "node:crypto";
import { isLoopback } from "../env";
import { plainAddress } from "../ip-address";

export interface Asking {
  authorization: string | null;
  /** Where the request came from. */
  client: string;
  /** Whether a proxy says that it passed it on. */
  isPassedOn: boolean;
}

export interface Rule {
  token: string | undefined;
  /** The host of the portal's public address. */
  host: string;
}

/**
 * Who reads the metrics: whoever has the token, where one is set. Without one only this machine does, and nobody where the
 * portal's address is reached from outside: there a proxy on this machine may pass on what comes from anywhere.
 */
export function mayReadMetrics(
  { authorization, client, isPassedOn }: Asking,
  { token, host }: Rule,
): boolean {
  if (token === undefined) return isLoopback(host) && isLoopback(plainAddress(client)) && !isPassedOn;
  const [, given = ""] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
