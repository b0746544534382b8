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
    portal.askEach([...one, ...all].map((query) => `${path}?${new URLSearchParams(query)}`));
}

function asPath(paths: readonly string[]) {
  return (portal: Portal) =>
    portal.askEach(
      paths.map((path, place) => `/${path}/${encodeURIComponent(sql[place % sql.length] ?? "")}`),
    );
}

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
      portal.askEach(
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
      return portal.askEach(
        cursors.flatMap((cursor) =>
          ["/proposals", "/tickets", "/decisions", "/meetings/actions"].map(
            (path) => `${path}?cursor=${cursor}`,
          ),
        ),
      );
    },
    back: [200, "</html>"],
  },
];
