import type { IncomingMessage } from "node:http";
import { groupsOfSix, plainAddress } from "../ip-address";

/** Where the API looks for whom to count a request against; whatever a client wrote there is overwritten. */
export const clientHeader = "x-streamboard-client";

/** Where the metrics look whether a proxy passed a request on; Next writes an X-Forwarded-For of its own into each. */
export const passedOnHeader = "x-streamboard-passed-on";

/** Whether a proxy, ours or anybody's, says that it passed a request on. */
export function isPassedOn({ headers }: IncomingMessage): boolean {
  return ["x-forwarded-for", "forwarded", "via", "x-real-ip"].some((name) => headers[name] !== undefined);
}

/**
 * Where a request came from. Behind proxies of ours that is what the outermost of them has seen: each adds one entry to
 * X-Forwarded-For, and whatever stands before those was made up by the client.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const said = [request.headers["x-forwarded-for"]].flat().join(",");
  const entries = said.split(",").map((entry) => entry.trim());
  const seen = trustedProxies > 0 ? entries.at(-trustedProxies) : undefined;
  return seen && /^[\da-fA-F.:]{2,45}$/.test(seen) ? seen : (request.socket.remoteAddress ?? "unknown");
}

/** As whom an address is counted: one line gets a whole /64 of IPv6, and could come from another address each time. */
export function countedAs(address: string): string {
  const plain = plainAddress(address);
  const groups = groupsOfSix(plain);
  return groups ? `${groups.slice(0, 4).join(":")}::/64` : plain;
}
