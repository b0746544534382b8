import type { Answer, Attack } from "./attack";
import type { Portal } from "./portal";

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

/** A body of JSON to the letter. */
async function sendWritten(portal: Portal, body: string, path = "", as = "noor"): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return portal.ask(`/api/v1/proposals${path}`, { token: await portal.tokenOf(as), body, headers });
}

export const values: readonly Attack[] = [
  {
    tried: "A NUL in the query of each page that takes words",
    send: (portal) =>
      portal.askEach([...lists, "/sign-in", "/people"].map((path) => `${path}?q=%00&kind=a%00b`)),
    back: [404, "There is nothing here"],
  },
  {
    tried:
      "A NUL in the path of each page and file: a person, a meeting's agenda, a region's badge and feed, an attachment",
    send: (portal) =>
      portal.askEach([
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
      ...(await portal.askEach(["/api/v1/people/%00", "/api/v1/search?q=a%00b", "/api/v1/meetings/%00"])),
      await sendWritten(portal, '{"title":"a\\u0000b","summary":"x"}'),
      await sendWritten(portal, '{"a\\u0000":"b","title":"x"}'),
    ],
    back: [400, "a character in it that no text has"],
  },
  {
    tried: "Half of a surrogate pair in a body of the API",
    send: (portal) => sendWritten(portal, '{"title":"\\ud800","summary":"x"}'),
    back: [400, "half of a pair"],
  },
  {
    tried: "Names that every object inherits, as the error that the sign-in page shows",
    send: (portal) => portal.askEach(strange.map((name) => `/sign-in?error=${name}`)),
    back: [200, "That sign-in did not work."],
  },
  {
    tried: "Names that every object inherits, in each choice of the lists: views, sorts, kinds, states",
    send: (portal) =>
      portal.askEach(
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
      portal.askEach(
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
    send: (portal) => {
      const bodies = [
        '{"__proto__":{"isAdmin":true,"title":"x"},"limit":1}',
        '{"constructor":{"prototype":{"isAdmin":true}},"title":""}',
        '{"title":{"__proto__":"x"}}',
      ];
      return Promise.all(bodies.map((body) => sendWritten(portal, body)));
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
      portal.askEach([
        "/api/v1/proposals?__proto__=a&__proto__=b",
        "/api/v1/tickets?constructor=a&constructor=b&__proto__=c&__proto__=d",
      ]),
    back: [200, '"items":'],
  },
  {
    tried: "Numbers that are none, or too large for the database: 1e999, -1, 0x10, NaN, 2^53, 2^64, ٣",
    send: (portal) =>
      portal.askEach(
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
    send: (portal) => {
      const bodies = ["1e999", "-1", "9007199254740993", "1e308", '"NaN"', '{"$gt":0}', "null"];
      return Promise.all(
        bodies.map((version) =>
          sendWritten(portal, `{"version":${version},"reason":"x"}`, "/2/withdraw", "ruth"),
        ),
      );
    },
    back: [422, '"path":"version"'],
  },
  {
    tried: "Days that no calendar has, and years before and after all of ours, as meetings",
    send: (portal) =>
      portal.askEach(
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
      portal.askEach(
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
