import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { isForeign } from "@/lib/server/foreign-request";
import { ownAddress, settleHost } from "@/lib/server/own-address";

const portal = "https://portal.example";
const production = ownAddress(portal, "http://localhost:3000");
const demo = ownAddress(undefined, "http://localhost:3000");

function aRequest(method: string, headers: Record<string, string>, url = "/proposals/1"): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { method, url, headers: { host: "portal.example", ...headers } });
}

const cookie = "__Host-authjs.session-token=x";
const ownPages = [
  ["a form of the portal", { cookie, origin: portal, "sec-fetch-site": "same-origin" }],
  ["a browser that says only where", { cookie, origin: portal }],
  ["a browser that says only how", { cookie, "sec-fetch-site": "same-origin" }],
  ["a page that tells nobody where it is", { cookie, origin: "null", "sec-fetch-site": "same-origin" }],
  ["the reader, who sent it again by hand", { cookie, origin: portal, "sec-fetch-site": "none" }],
  ["a browser of old", { cookie, referer: `${portal}/proposals/1` }],
  ["a program without anything", {}],
  ["a proxy that changed the host", { cookie, origin: portal, host: "127.0.0.1:3000" }],
] as const;

const others = [
  ["another site", { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site, without cookies", { origin: "https://evil.example" }],
  ["another site that forged the host", { cookie, origin: "https://evil.example", host: "evil.example" }],
  [
    "another site by a forged proxy",
    { cookie, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ],
  [
    "a neighbour under the same domain",
    { cookie, origin: "https://x.portal.example", "sec-fetch-site": "same-site" },
  ],
  ["a neighbour by the same name", { cookie, "sec-fetch-site": "same-site" }],
  ["the portal's own name without encryption", { cookie, origin: "http://portal.example" }],
  ["the portal's own name at another port", { cookie, origin: "https://portal.example:8443" }],
  ["a name that begins alike", { cookie, origin: "https://portal.example.evil.example" }],
  ["a sandbox", { cookie, origin: "null", "sec-fetch-site": "cross-site" }],
  ["a sandbox of an old browser", { cookie, origin: "null" }],
  ["nobody knows where, with cookies", { cookie }],
  ["somewhere, as its referrer says", { cookie, referer: "https://evil.example/https://portal.example/" }],
  ["a token beside the API", { cookie, origin: "https://evil.example", authorization: "Bearer x" }],
] as const;

describe("what changes something", () => {
  it.each(ownPages)("is heard from %s", (_who, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect(isForeign(aRequest(method, headers), production)).toBe(false);
  });

  it.each(others)("is not heard from %s", (_who, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PURGE"])
      expect(isForeign(aRequest(method, headers), production)).toBe(true);
  });

  it("is heard from a program with a token at the API", () => {
    const headers = { authorization: "Bearer streamboard_x" };
    expect(isForeign(aRequest("POST", headers, "/api/v1/proposals"), production)).toBe(false);
    const basic = { authorization: "Basic eDp5", cookie };
    expect(isForeign(aRequest("POST", basic, "/api/v1/proposals"), production)).toBe(true);
  });
});

describe("what changes nothing", () => {
  it.each(others)("is heard from %s, too", (_who, headers) => {
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect(isForeign(aRequest(method, headers), production)).toBe(false);
  });
});

describe("a demo without an address of its own", () => {
  it.each(["localhost:3000", "127.0.0.1:3000", "192.168.1.5:3000", "[::1]:3000"])(
    "is at home at %s",
    (host) => {
      expect(isForeign(aRequest("POST", { cookie, host, origin: `http://${host}` }), demo)).toBe(false);
      expect(isForeign(aRequest("POST", { cookie, host, origin: "http://evil.example" }), demo)).toBe(true);
    },
  );

  it.each(["rebound.example:3000", "localhost.evil.example:3000"])("is not at home at %s", (host) => {
    expect(isForeign(aRequest("POST", { cookie, host, origin: `http://${host}` }), demo)).toBe(true);
  });
});

describe("the host that Next sees", () => {
  it.each([
    [production, "evil.example", "portal.example", "https"],
    [production, "127.0.0.1:3000", "portal.example", "https"],
    [demo, "rebound.example:3000", "localhost:3000", "http"],
    [demo, "127.0.0.1:3000", "127.0.0.1:3000", "http"],
  ])("is ours, whatever was written there", (own, host, settled, scheme) => {
    const request = aRequest("GET", {
      host,
      "x-forwarded-host": "evil.example",
      forwarded: "host=evil.example",
    });
    settleHost(request, own);
    const { headers } = request;
    expect([
      headers.host,
      headers["x-forwarded-host"],
      headers["x-forwarded-proto"],
      headers.forwarded,
    ]).toEqual([settled, settled, scheme, undefined]);
  });
});
