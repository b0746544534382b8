import type { Attack } from "./attack";
import { lines } from "./wire";

const evil = "evil.example";

export const http: readonly Attack[] = [
  {
    tried: "A request whose length is said twice, with different numbers",
    send: (portal) =>
      portal.raw(
        lines(
          "POST /theme HTTP/1.1",
          "Host: localhost",
          "Content-Length: 4",
          "Content-Length: 40",
          "",
          "a=b&",
        ),
      ),
    back: [400, "connection: close"],
  },
  {
    tried:
      "A request with both a length and chunks, in either order, and with a second request behind it (smuggling)",
    send: (portal) => {
      const both = [
        ["Content-Length: 6", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: chunked", "Content-Length: 6"],
      ];
      const behind = lines("0", "", "GET /admin/people HTTP/1.1", "Host: localhost", "", "");
      return Promise.all(
        both.map((headers) =>
          portal.raw(lines("POST /theme HTTP/1.1", "Host: localhost", ...headers, "", behind)),
        ),
      );
    },
    back: [400, "connection: close"],
  },
  {
    tried:
      "Chunks by names that a proxy may overlook: xchunked, a space before the colon, a line that is folded, identity",
    send: (portal) => {
      const headers = [
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding:\r\n chunked",
        "Transfer-Encoding: chunked, identity",
      ];
      return Promise.all(
        headers.map((header) =>
          portal.raw(
            lines("POST /theme HTTP/1.1", "Host: localhost", header, "Connection: close", "", "0", "", ""),
          ),
        ),
      );
    },
    back: [400, "connection: close"],
  },
  {
    tried: "A chunk whose length is no number, negative, or larger than there can be",
    send: (portal) =>
      Promise.all(
        ["zz", "-1", "FFFFFFFFFFFFFFFFF", "0x5"].map((size) =>
          portal.raw(
            lines(
              "POST /theme HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/x-www-form-urlencoded",
              "Transfer-Encoding: chunked",
              "",
              size,
              "a=b&c",
              "0",
              "",
              "",
            ),
          ),
        ),
      ),
    back: [400, "connection: close"],
  },
  {
    tried: "A line feed alone, a carriage return alone and a NUL inside of a header",
    send: (portal) =>
      Promise.all(
        ["X-A: b\nX-C: d", "X-A: b\rX-C: d", "X-A: b\0c"].map((header) =>
          portal.raw(lines("GET / HTTP/1.1", "Host: localhost", header, "Connection: close", "", "")),
        ),
      ),
    back: [400, "connection: close"],
  },
  {
    tried: "No Host, and two Hosts",
    send: (portal) =>
      Promise.all([
        portal.raw(lines("GET / HTTP/1.1", "Connection: close", "", "")),
        portal.raw(lines("GET / HTTP/1.1", "Host: localhost", `Host: ${evil}`, "Connection: close", "", "")),
      ]),
    back: [400, ""],
  },
  {
    tried: "20 kB of headers, one long and a thousand short",
    send: (portal) =>
      Promise.all(
        [
          `X-A: ${"a".repeat(20_000)}`,
          Array.from({ length: 1_000 }, (_, place) => `X-${place}: ${"a".repeat(12)}`).join("\r\n"),
        ].map((header) =>
          portal.raw(lines("GET / HTTP/1.1", "Host: localhost", header, "Connection: close", "", "")),
        ),
      ),
    back: [431, "connection: close"],
  },
  {
    tried: "Methods that nothing here has: TRACE, which would send cookies back, PROPFIND, PATCH, PURGE",
    send: (portal) =>
      Promise.all(
        ["TRACE", "PROPFIND", "PATCH", "PURGE"].map((method) =>
          portal.raw(
            lines(
              `${method} /proposals HTTP/1.1`,
              "Host: localhost",
              "X-Secret: mirrored-back",
              "Connection: close",
              "",
              "",
            ),
          ),
        ),
      ),
    back: [405, "Nothing here is done that way"],
    also: {
      "What the request said is not sent back.": (_portal, answers) =>
        answers.every(({ head, body }) => !`${head}${body}`.includes("mirrored-back")),
    },
  },
  {
    tried: "CONNECT to another host, and an upgrade to another protocol",
    send: (portal) => portal.raw(lines(`CONNECT ${evil}:443 HTTP/1.1`, `Host: ${evil}:443`, "", "")),
    back: [0, ""],
  },
  {
    tried: "An upgrade to a WebSocket or to HTTP/2 in the clear",
    send: (portal) =>
      Promise.all(
        ["websocket", "h2c"].map((protocol) =>
          portal.raw(
            lines(
              "GET /health HTTP/1.1",
              "Host: localhost",
              `Upgrade: ${protocol}`,
              "Connection: Upgrade, close",
              "Sec-WebSocket-Key: x",
              "Sec-WebSocket-Version: 13",
              "HTTP2-Settings: AAAA",
              "",
              "",
            ),
          ),
        ),
      ),
    back: [0, ""],
  },
  {
    tried: "A thousand parameters in one address, and a thousand fields in one form",
    send: async (portal) => {
      const query = Array.from({ length: 1_000 }, (_, place) => `q${place}=a`).join("&");
      const form = Object.fromEntries(Array.from({ length: 1_000 }, (_, place) => [`f${place}`, "a"]));
      return [
        await portal.ask(`/proposals?${query}`),
        await portal.ask("/theme", { form: { ...form, theme: "dark" } }),
      ];
    },
    back: [
      [200, "</html>"],
      [303, "location: /"],
    ],
  },
  {
    tried: "An address of 8,001 characters, and of 15,000",
    send: (portal) => portal.askEach([`/${"a".repeat(8_000)}`, `/search?q=${"a".repeat(15_000)}`]),
    back: [414, "This address is too long"],
  },
  {
    tried: "Addresses whose escapes are no UTF-8",
    send: (portal) => portal.askEach(["/proposals/%ff%fe", "/people/%c0%80", "/%ed%a0%80", "/%"]),
    back: [404, "There is nothing here"],
  },
];
