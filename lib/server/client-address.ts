import type { IncomingMessage } from "node:http";

/** Where the API looks for whom to count a request against; whatever a client wrote there is overwritten. */
export const clientHeader = "x-streamboard-client";

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
