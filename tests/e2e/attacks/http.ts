import type { Attack } from "./attack";
import { each } from "./injection";
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
    tried: "A forged Host, as page, redirect and sign-in: does an address of the answer lead there?",
    send: (portal) =>
      Promise.all(
        ["/", "/sign-in", "/account", "/api/auth/signin", "/proposals/2/split/"].map((path) =>
          portal.ask(path, { headers: { host: evil } }),
        ),
      ),
    back: [
      [200, "</html>"],
      [200, "</html>"],
      [307, "location: /sign-in"],
      [302, "location: "],
      [308, "location: /proposals/2/split"],
    ],
    also: {
      "The forged name stands in no answer.": (_portal, answers) =>
        answers.every(({ head, body }) => !`${head}${body}`.includes(evil)),
    },
  },
  {
    tried: "A forged X-Forwarded-Host, -Proto, -Port and Forwarded: the same",
    send: (portal) => {
      const headers = {
        "x-forwarded-host": evil,
        "x-forwarded-proto": "gopher",
        "x-forwarded-port": "1",
        forwarded: `host=${evil}`,
        "x-original-url": "/admin/people",
        "x-rewrite-url": "/admin/people",
      };
      return each(portal, ["/", "/sign-in", "/api/auth/signin", "/api/auth/csrf"], { headers });
    },
    back: [
      [200, "</html>"],
      [200, "</html>"],
      [302, "location: "],
      [200, "csrfToken"],
    ],
    also: {
      "The forged name stands in no answer.": (_portal, answers) =>
        answers.every(({ head, body }) => !`${head}${body}`.includes(evil)),
    },
  },
  {
    tried: "Headers by which Next's own parts speak with one another, to pass by what guards a page",
    send: (portal) => {
      const headers = {
        "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
        "x-invoke-path": "/admin/people",
        "x-matched-path": "/admin/people",
        "x-now-route-matches": "1",
        "x-next-resume": "1",
        "next-resume": "1",
        "x-prerender-revalidate": "1",
      };
      return each(portal, ["/admin/people", "/admin/routing", "/admin"], { headers, as: "noor" });
    },
    back: [404, "There is nothing here"],
  },
  {
    tried: "The header of Next's prefetching, in front of pages that a contributor has not",
    send: (portal) =>
      each(portal, ["/admin/people", "/proposals/7"], {
        headers: { "x-middleware-prefetch": "1" },
        as: "noor",
      }),
    back: [200, "{}"],
    also: {
      "The answer is two braces, and nothing else.": (_portal, answers) =>
        answers.every(({ body }) => body === "{}"),
    },
  },
  {
    tried: "A header that Next reads as its own state, and is none; the redirect followed that it answers",
    send: async (portal) => {
      const states = [
        "%",
        "[]",
        '["",{"children":["__PAGE__",{}]}]',
        "%7B%22__proto__%22%3A1%7D",
        "a".repeat(9_000),
      ];
      const answers = states.map(async (state) => {
        const headers = { rsc: "1", "next-router-state-tree": state, "next-url": "/admin/people" };
        const { head } = await portal.ask("/proposals", { headers });
        return portal.ask(/^location: (\S+)/m.exec(head)?.[1] ?? "/lost", { headers });
      });
      return Promise.all(answers);
    },
    back: [200, "content-type: text/x-component"],
  },
  {
    tried:
      "Line breaks in addresses that come back as a redirect: `back` of the sign-in, of the theme, of next-auth",
    send: async (portal) => {
      const split = "/x%0d%0aset-cookie:%20stolen=1";
      return [
        await portal.ask(`/sign-in?back=${split}`, { as: "noor" }),
        await portal.ask("/theme", { form: { theme: "dark", back: "/x\r\nset-cookie: stolen=1" } }),
        await portal.ask(`/api/auth/signin?callbackUrl=${split}`),
      ];
    },
    back: [
      [307, "location: /"],
      [303, "location: /"],
      [302, "location: "],
    ],
    also: {
      "No answer sets the cookie.": (_portal, answers) =>
        answers.every(({ head }) => !/^set-cookie: stolen/m.test(head)),
    },
  },
  {
    tried: "A way back to another site, in sixteen spellings, after signing in",
    send: (portal) =>
      each(
        portal,
        outside.map((back) => `/sign-in?back=${encodeURIComponent(back)}`),
        { as: "noor" },
      ),
    back: [307, "location: /"],
    also: {
      "Every one of them leads to a path of this site.": (_portal, answers) =>
        answers.every(({ head }) => /^location: \/(?![/\\])/m.test(head)),
    },
  },
  {
    tried: "The same as the way back of the theme, and as its Referer",
    send: (portal) =>
      Promise.all(
        outside.flatMap((back) => [
          portal.ask("/theme", { form: { theme: "dark", back } }),
          portal.ask("/theme", {
            form: { theme: "dark" },
            headers: { referer: back.replaceAll(/[^\x21-\x7e]/g, "") },
          }),
        ]),
      ),
    back: [303, "location: /"],
    also: {
      "Every one of them leads to a path of this site.": (_portal, answers) =>
        answers.every(({ head }) => /^location: \/(?![/\\])/m.test(head)),
    },
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
    send: (portal) => each(portal, [`/${"a".repeat(8_000)}`, `/search?q=${"a".repeat(15_000)}`]),
    back: [414, "This address is too long"],
  },
  {
    tried: "Addresses whose escapes are no UTF-8",
    send: (portal) => each(portal, ["/proposals/%ff%fe", "/people/%c0%80", "/%ed%a0%80", "/%"]),
    back: [404, "There is nothing here"],
  },
];

const outside = [
  ...[
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "/\t/evil.example",
  ],
  ...[
    "/%09/evil.example",
    "///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/..//evil.example",
    "/.//evil.example",
  ],
  ...["http://localhost@evil.example", "\u2215\u2215evil.example", " //evil.example", "/\n/evil.example"],
];
