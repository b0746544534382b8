import type { Attack } from "./attack";

const evil = "evil.example";

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

const notBelieved: Attack["also"] = {
  "The forged name stands in no answer.": (_portal, answers) =>
    answers.every(({ head, body }) => !`${head}${body}`.includes(evil)),
};

const staysHere: Attack["also"] = {
  "Every one of them leads to a path of this site.": (_portal, answers) =>
    answers.every(({ head }) => /^location: \/(?![/\\])/m.test(head)),
};

export const forged: readonly Attack[] = [
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
    also: notBelieved,
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
      return portal.askEach(["/", "/sign-in", "/api/auth/signin", "/api/auth/csrf"], { headers });
    },
    back: [
      [200, "</html>"],
      [200, "</html>"],
      [302, "location: "],
      [200, "csrfToken"],
    ],
    also: notBelieved,
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
      return portal.askEach(["/admin/people", "/admin/routing", "/admin"], { headers, as: "noor" });
    },
    back: [404, "There is nothing here"],
  },
  {
    tried: "The header of Next's prefetching, in front of pages that a contributor has not",
    send: (portal) =>
      portal.askEach(["/admin/people", "/proposals/7"], {
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
      portal.askEach(
        outside.map((back) => `/sign-in?back=${encodeURIComponent(back)}`),
        { as: "noor" },
      ),
    back: [307, "location: /"],
    also: staysHere,
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
    also: staysHere,
  },
];
