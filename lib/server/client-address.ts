import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

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
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  // The URL spells it in one way, whatever zeros were left out.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const [first, last] = [head, tail ?? ""].map((part) => part.split(":").filter((each) => each !== ""));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => "0");
  return `${[...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4).join(":")}::/64`;
}
