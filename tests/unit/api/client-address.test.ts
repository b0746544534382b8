import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/server/client-address";

function from(forwarded: string | undefined): IncomingMessage {
  // As much of a request as is looked at.
  return {
    headers: { ...(forwarded !== undefined && { "x-forwarded-for": forwarded }) },
    socket: { remoteAddress: "10.0.0.7" },
  } as unknown as IncomingMessage;
}

describe("where a request came from", () => {
  it.each([
    ["203.0.113.9", 0, "10.0.0.7"],
    [undefined, 1, "10.0.0.7"],
    ["203.0.113.9", 1, "203.0.113.9"],
    ["made up, 203.0.113.9", 1, "203.0.113.9"],
    ["made up, 203.0.113.9, 10.0.0.3", 2, "203.0.113.9"],
    ["2001:db8::1", 1, "2001:db8::1"],
    ["<script>", 1, "10.0.0.7"],
  ])("X-Forwarded-For: %s behind %i proxies is %s", (forwarded, proxies, address) => {
    expect(clientAddress(from(forwarded), proxies)).toBe(address);
  });
});
