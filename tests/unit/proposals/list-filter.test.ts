import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "@/lib/list-cursor";
import { totalOf, totalText } from "@/lib/proposals/list-counts";
import { filterParts, listHref, readListAddress } from "@/lib/proposals/list-filter";

describe("the address of a list", () => {
  const table = [
    { case: "nothing", search: {}, filter: {} },
    { case: "one status", search: { status: "closed" }, filter: { status: ["closed"] } },
    {
      case: "several statuses, each once",
      search: { status: ["closed", "discussion", "closed"] },
      filter: { status: ["closed", "discussion"] },
    },
    { case: "a status that is none", search: { status: ["closed", "lost"] }, filter: { status: ["closed"] } },
    { case: "a person with the @", search: { person: "@ruth " }, filter: { person: "ruth" } },
    {
      case: "fields that were left empty",
      search: { q: " ", sig: "", person: "@", ask: "", sort: "changed" },
      filter: {},
    },
    { case: "an ask's kind", search: { ask: "infra_request" }, filter: { askKind: "infra_request" } },
    { case: "a kind that is none", search: { ask: "wish" }, filter: {} },
    {
      case: "what I owe and what is mine",
      search: { owes: "me", mine: "yes" },
      filter: { owesMe: true, mine: true },
    },
    { case: "another's debts, which it does not tell", search: { owes: "ruth" }, filter: {} },
    { case: "a name that stands twice", search: { q: ["one", "two"] }, filter: { q: "two" } },
    {
      case: "characters that the database refuses",
      search: { q: "a\u0000b", sig: "x\u0000" },
      filter: { q: "a b", sig: "x" },
    },
    { case: "too many words", search: { q: "x".repeat(201) }, filter: {} },
    { case: "a sort", search: { sort: "questions" }, filter: { sort: "questions" } },
    { case: "a sort that is none", search: { sort: "luck" }, filter: {} },
  ];

  it.each(table)("with $case", ({ search, filter }) => {
    expect(readListAddress(search).filter).toEqual(filter);
  });

  it("shows lines unless it asks for a table or a compact list", () => {
    expect(["table", "compact", "cards", undefined].map((view) => readListAddress({ view }).view)).toEqual([
      "table",
      "compact",
      "lines",
      "lines",
    ]);
  });

  it("keeps what was chosen: written and read again, it is the same", () => {
    const filter = fc.record(
      {
        status: fc.uniqueArray(fc.constantFrom("discussion" as const, "closed" as const), { minLength: 1 }),
        sig: fc.constantFrom("sig-cloud"),
        person: fc.constantFrom("ruth", "Ruth Achterberg", "Ålesund & Co"),
        askKind: fc.constantFrom("external" as const),
        owesMe: fc.constant(true),
        mine: fc.constant(true),
        q: fc.constantFrom("a region", "100% + more", "מים", "🚀"),
        sort: fc.constantFrom("title" as const, "questions" as const),
      },
      { requiredKeys: [] },
    );
    const view = fc.constantFrom("lines" as const, "table" as const);
    fc.assert(
      fc.property(filter, view, (chosen, look) => {
        const { searchParams } = new URL(listHref({ filter: chosen, view: look }), "http://localhost");
        const names = [...new Set(searchParams.keys())];
        const search = Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)]));
        expect(readListAddress(search)).toEqual({ filter: chosen, view: look });
      }),
    );
  });

  it("says each condition in words, with the list without it", () => {
    const parts = filterParts({ q: "mirrors", status: ["closed", "discussion"], mine: true });
    expect(parts.map(({ label }) => label)).toEqual([
      "mentions “mirrors”",
      "Closed",
      "In discussion",
      "mine",
    ]);
    expect(listHref({ filter: parts[1]?.without ?? {} })).toBe(
      "/proposals?q=mirrors&status=discussion&mine=yes",
    );
  });
});

describe("a cursor", () => {
  it("is read as it was written", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 80 }).map((each) => each.replaceAll("\0", ""));
    fc.assert(
      fc.property(text, fc.nat(1e8), (key, id) => {
        expect(readCursor(writeCursor({ keys: [key], id }), ["text"])).toEqual({ keys: [key], id });
      }),
    );
    const at = "2026-11-23T08:00:00.123Z";
    expect(readCursor(writeCursor({ keys: ["7", at], id: 3 }), ["number", "instant"])).toEqual({
      keys: ["7", at],
      id: 3,
    });
  });

  it.each([
    "",
    "%",
    "nonsense",
    "Mg==",
    writeCursor({ keys: ["2026"], id: 1 }),
    writeCursor({ keys: ["0000-01-01T00:00:00Z"], id: 1 }),
  ])("that makes no sense is the first page: %j", (cursor) => {
    expect(readCursor(cursor, ["instant"])).toBeUndefined();
  });
});

describe("how many fit", () => {
  const counts = { discussion: 12, closed: 1_001, scheduled: 3 };
  const table = [
    { statuses: ["discussion"], text: "12" },
    { statuses: ["discussion", "scheduled"], text: "15" },
    { statuses: ["closed"], text: "1,000+" },
    { statuses: [], text: "1,015+" },
    { statuses: ["draft"], text: "0" },
  ] as const;

  it.each(table)("in $statuses: $text", ({ statuses, text }) => {
    const total = totalOf(counts, statuses);
    expect(total && totalText(total)).toBe(text);
  });

  it("is told of all of them at least, where nobody counted further", () => {
    const all = totalOf(null);
    expect(all && totalText(all)).toBe("1,000+");
    expect(totalOf(null, ["closed"])).toBeNull();
  });
});
