import { writeCursor } from "@/lib/list-cursor";
import type { Answer, Attack } from "./attack";
import type { Portal } from "./portal";

/** Each would show where a text became a part of the query. */
const sql = [
  "' OR '1'='1",
  '\'; DROP TABLE "Proposal"; --',
  "' UNION SELECT 'pwn' || 'ed' --",
  "1); SELECT 'pwn' || 'ed'; --",
  '") OR ("1"="1',
  "\\'; SELECT 'pwn' || 'ed'; --",
  "$$ || (SELECT 'pwn' || 'ed') || $$",
];

const noEffect = {
  "What the injected query would have computed stands in no answer.": (
    _portal: Portal,
    answers: readonly Answer[],
  ) => answers.every(({ body }) => !body.includes("pwned")),
};

/** Each name with another of the texts, and each of the texts in all of them at once. */
function inEach(path: string, names: readonly string[]) {
  const one = names.map((name, place) => ({ [name]: sql[place % sql.length] ?? "" }));
  const all = sql.map((text) => Object.fromEntries(names.map((name) => [name, text])));
  return (portal: Portal) =>
    each(
      portal,
      [...one, ...all].map((query) => `${path}?${new URLSearchParams(query)}`),
    );
}

function asPath(paths: readonly string[]) {
  return (portal: Portal) =>
    each(
      portal,
      paths.map((path, place) => `/${path}/${encodeURIComponent(sql[place % sql.length] ?? "")}`),
    );
}

/** All of them, a few at once. */
export async function each(
  portal: Portal,
  paths: readonly string[],
  sent: Parameters<Portal["ask"]>[1] = {},
) {
  const answers: Answer[] = [];
  for (let first = 0; first < paths.length; first += 8)
    answers.push(...(await Promise.all(paths.slice(first, first + 8).map((path) => portal.ask(path, sent)))));
  return answers;
}

const lists = [
  "/proposals",
  "/tickets",
  "/decisions",
  "/meetings",
  "/search",
  "/meetings/actions",
  "/region/stream/timeline",
];
const strange = ["constructor", "__proto__", "toString", "hasOwnProperty"];

export const injection: readonly Attack[] = [
  {
    tried: "SQL in each filter, sort and search field of the list of proposals",
    send: inEach("/proposals", [
      "q",
      "status",
      "sig",
      "person",
      "ask",
      "owes",
      "mine",
      "sort",
      "view",
      "cursor",
    ]),
    back: [200, "</html>"],
    also: noEffect,
  },
  {
    tried: "SQL in each filter of the list of tickets",
    send: inEach("/tickets", [
      ...[
        "q",
        "status",
        "owner",
        "type",
        "label",
        "bundle",
        "initiative",
        "proposal",
        "sort",
        "cursor",
        "block",
      ],
    ]),
    back: [200, "</html>"],
    also: noEffect,
  },
  {
    tried: "SQL in the filters of the tickets' CSV",
    send: inEach("/tickets/export.csv", ["q", "owner", "label", "sort"]),
    back: [200, "content-type: text/csv"],
    also: noEffect,
  },
  {
    tried: "SQL in the words and years of decisions",
    send: inEach("/decisions", ["q", "year", "sig", "outcome", "cursor"]),
    back: [200, "</html>"],
    also: noEffect,
  },
  {
    tried: "SQL in the words of the search, and in the titles that are looked for while somebody types one",
    send: async (portal) => [
      ...(await inEach("/search", ["q", "cursor"])(portal)),
      ...(await inEach("/proposals/similar", ["title", "except"])(portal)),
    ],
    back: [200, ""],
    also: noEffect,
  },
  {
    tried:
      "SQL where an address has a name or a number: people, SIGs, regions, meetings, proposals, provenance",
    send: asPath([
      ...["people", "sigs", "region", "meetings", "proposals", "tickets", "ballots", "decisions"],
      ...["provenance/ticket", "request-types", "region/stream"],
    ]),
    back: [404, "There is nothing here"],
    also: noEffect,
  },
  {
    tried: "SQL in the filters of the API that take words",
    send: async (portal) => [
      ...(await inEach("/api/v1/proposals", ["q", "person"])(portal)),
      ...(await inEach("/api/v1/tickets", ["q", "owner", "label"])(portal)),
      ...(await inEach("/api/v1/search", ["q"])(portal)),
    ],
    back: [200, '"items":'],
    also: noEffect,
  },
  {
    tried: "SQL in the filters of the API that take a word out of a list, or a number",
    send: async (portal) => [
      ...(await inEach("/api/v1/proposals", ["status", "sort", "limit"])(portal)),
      ...(await inEach("/api/v1/tickets", ["status", "bundle", "type"])(portal)),
    ],
    back: [422, '"code":"invalid"'],
    also: noEffect,
  },
  {
    tried:
      "Operators of the search's own language, unbalanced, and hundreds of them: `foo & | ! (`, `'a:*b`, `- - - -`",
    send: (portal) =>
      each(
        portal,
        [
          "foo & | ! (",
          "a <-> ",
          "'a:*b",
          ":*",
          "\\",
          "!".repeat(400),
          "(".repeat(400),
          "- ".repeat(60),
          "-".repeat(150),
        ].flatMap((text) =>
          ["/search?q=", "/proposals?q=", "/tickets?q=", "/decisions?q="].map(
            (path) => path + encodeURIComponent(text),
          ),
        ),
      ),
    back: [200, "</html>"],
  },
  {
    tried: "Cursors that were cut short, made up, or belong to a list with another order",
    send: (portal) => {
      const forged = ["AAAA", "%%%", "..", "null", "eyJpZCI6MX0", "9".repeat(400)];
      const foreign = [
        { keys: ["2026-01-01T00:00:00.000Z"], id: 1 },
        { keys: ["a", "b", "c"], id: 999_999_999 },
        { keys: ["2021-02-30T99:99:99Z"], id: 1 },
        { keys: ["' OR 1=1"], id: 1 },
      ].map(writeCursor);
      const cursors = [...forged, ...foreign].map(encodeURIComponent);
      return each(
        portal,
        cursors.flatMap((cursor) =>
          ["/proposals", "/tickets", "/decisions", "/meetings/actions"].map(
            (path) => `${path}?cursor=${cursor}`,
          ),
        ),
      );
    },
    back: [200, "</html>"],
  },
  {
    tried: "A NUL in the query of each page that takes words",
    send: (portal) =>
      each(
        portal,
        [...lists, "/sign-in", "/people"].map((path) => `${path}?q=%00&kind=a%00b`),
      ),
    back: [404, "There is nothing here"],
  },
  {
    tried:
      "A NUL in the path of each page and file: a person, a meeting's agenda, a region's badge and feed, an attachment",
    send: (portal) =>
      each(portal, [
        "/people/%00",
        "/people/noor%00",
        "/meetings/%00/agenda.md",
        "/meetings/%00/minutes.json",
        "/region/%00/badge.svg",
        "/region/stream%00/region.atom",
        "/proposals/2%00",
        "/attachments/%00/x",
      ]),
    back: [404, "There is nothing here"],
  },
  {
    tried: "A NUL in the path, the query and the body of the API",
    send: async (portal) => [
      ...(await each(portal, ["/api/v1/people/%00", "/api/v1/search?q=a%00b", "/api/v1/meetings/%00"])),
      await portal.ask("/api/v1/proposals", {
        token: await portal.tokenOf("noor"),
        body: '{"title":"a\\u0000b","summary":"x"}',
        headers: { "content-type": "application/json" },
      }),
      await portal.ask("/api/v1/proposals", {
        token: await portal.tokenOf("noor"),
        body: '{"a\\u0000":"b","title":"x"}',
        headers: { "content-type": "application/json" },
      }),
    ],
    back: [400, "a character in it that no text has"],
  },
  {
    tried: "Half of a surrogate pair in a body of the API",
    send: async (portal) =>
      portal.ask("/api/v1/proposals", {
        token: await portal.tokenOf("noor"),
        body: '{"title":"\\ud800","summary":"x"}',
        headers: { "content-type": "application/json" },
      }),
    back: [400, "half of a pair"],
  },
  {
    tried: "Names that every object inherits, as the error that the sign-in page shows",
    send: (portal) =>
      each(
        portal,
        strange.map((name) => `/sign-in?error=${name}`),
      ),
    back: [200, "That sign-in did not work."],
  },
  {
    tried: "Names that every object inherits, in each choice of the lists: views, sorts, kinds, states",
    send: (portal) =>
      each(
        portal,
        strange.flatMap((name) =>
          [
            "/proposals?view",
            "/proposals?sort",
            "/tickets?view",
            "/tickets?needs",
            "/region/stream/timeline?kind",
            "/region/stream/workloads?state",
            "/decisions?outcome",
          ].map((field) => `${field}=${name}&${name}=1`),
        ),
      ),
    back: [200, "</html>"],
  },
  {
    tried: "Names that every object inherits, where an address chooses from a list of the portal's own",
    send: (portal) =>
      each(
        portal,
        strange.flatMap((name) => [
          `/request-types/${name}`,
          `/api/${name}`,
          `/provenance/${name}/1`,
          `/region/stream/${name}`,
        ]),
      ),
    back: [404, "There is nothing here"],
  },
  {
    tried: "`__proto__` and `constructor.prototype` in a body of the API, to make everybody an administrator",
    send: async (portal) => {
      const token = await portal.tokenOf("noor");
      const bodies = [
        '{"__proto__":{"isAdmin":true,"title":"x"},"limit":1}',
        '{"constructor":{"prototype":{"isAdmin":true}},"title":""}',
        '{"title":{"__proto__":"x"}}',
      ];
      const headers = { "content-type": "application/json" };
      return Promise.all(bodies.map((body) => portal.ask("/api/v1/proposals", { token, body, headers })));
    },
    back: [422, "Some fields need another look"],
    also: {
      "An address of administrators stays one that a contributor does not have.": async (portal) =>
        (await portal.ask("/admin/people", { as: "noor" })).status === 404,
    },
  },
  {
    tried: "`__proto__` twice in the query of the API, so that it becomes a list",
    send: (portal) =>
      each(portal, [
        "/api/v1/proposals?__proto__=a&__proto__=b",
        "/api/v1/tickets?constructor=a&constructor=b&__proto__=c&__proto__=d",
      ]),
    back: [200, '"items":'],
  },
  {
    tried: "Numbers that are none, or too large for the database: 1e999, -1, 0x10, NaN, 2^53, 2^64, ٣",
    send: (portal) =>
      each(
        portal,
        [
          "1e999",
          "-1",
          "0x10",
          "NaN",
          "9007199254740993",
          "18446744073709551616",
          "%D9%A3",
          "1.5",
          "+1",
          "%201",
        ].flatMap((number) =>
          ["proposals", "tickets", "ballots", "decisions"].map((path) => `/${path}/${number}`),
        ),
      ),
    back: [404, "There is nothing here"],
  },
  {
    tried: "The same numbers as versions and ids in bodies of the API",
    send: async (portal) => {
      const token = await portal.tokenOf("ruth");
      const bodies = ["1e999", "-1", "9007199254740993", "1e308", '"NaN"', '{"$gt":0}', "null"];
      const headers = { "content-type": "application/json" };
      return Promise.all(
        bodies.map((version) =>
          portal.ask("/api/v1/proposals/2/withdraw", {
            token,
            headers,
            body: `{"version":${version},"reason":"x"}`,
          }),
        ),
      );
    },
    back: [422, '"path":"version"'],
  },
  {
    tried: "Days that no calendar has, and years before and after all of ours, as meetings",
    send: (portal) =>
      each(
        portal,
        [
          "2021-02-30",
          "2021-13-01",
          "0000-00-00",
          "9999-12-32",
          "-000001-01-01",
          "+275760-09-13",
          "2021-2-3",
          "today",
          "2021-02-03T00:00:00Z",
        ].flatMap((day) => [`/meetings/${day}`, `/meetings/${day}/minutes`, `/meetings/${day}/session`]),
      ),
    back: [404, "There is nothing here"],
  },
  {
    tried: "Months that no calendar has",
    send: (portal) =>
      each(
        portal,
        ["9999-99", "0000-01", "2021-00", "%2b275760-09", "1e9-01", ""].map(
          (month) => `/meetings/month?month=${month}`,
        ),
      ),
    back: [200, "</html>"],
  },
  {
    tried: "A rule for a series of meetings whose parts are names that every object inherits",
    send: async (portal) => {
      const token = await portal.tokenOf("sam");
      const series = {
        key: "attack",
        body: "board",
        name: "Attack",
        startsAtTime: "20:00",
        timeZone: "UTC",
        minutes: 60,
      };
      const rules = ["FREQ=MONTHLY;__proto__=1", "FREQ=MONTHLY;constructor=1;BYDAY=2WE", "__proto__=1"];
      return Promise.all(
        rules.map((rule) => portal.ask("/api/v1/series", { token, json: { ...series, rule } })),
      );
    },
    back: [422, "is not a recurrence rule"],
  },
];
