import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { changedLabels, readLabels } from "@/lib/tickets/labels";
import {
  isPast,
  isSlip,
  quarterOf,
  quartersAfter,
  quartersFrom,
  quarterText,
  slipText,
} from "@/lib/tickets/quarter";
import { adjustTicketInput } from "@/lib/tickets/schema";
import { readTicketRef } from "@/lib/tickets/ticket-ref";
import { changeTicketsInput, readChangeTickets } from "@/lib/tickets/work-schema";

describe("labels", () => {
  test.each([
    ["", []],
    ["EL10,  needs   reboot\nel10", ["el10", "needs reboot"]],
    ["centos-infra, api/v2, c++", ["api/v2", "c++", "centos-infra"]],
    ["žluťoučký", ["žluťoučký"]],
  ])("out of %j are %j", (text, labels) => expect(readLabels(text)).toEqual(labels));

  test.each(["<b>", "=cmd()", `${"x".repeat(41)}`, "a\u0000b"])("are not %j", (text) =>
    expect(readLabels(text)).toBeUndefined(),
  );

  it("that are added and taken away stand in order, each once", () => {
    expect(changedLabels(["b", "a"], { add: ["c", "a"], remove: ["b"] })).toEqual(["a", "c"]);
  });

  it("are at most twelve, and the refusal says how many there are", () => {
    const labels = Array.from({ length: 13 }, (_, place) => `l${place}`).join(",");
    const input = { number: 1, version: 1, title: "T", owner: "infra", dueOn: "", labels };
    expect(adjustTicketInput.safeParse(input).error?.issues[0]?.message).toMatch(
      /at most 12 labels; these are 13/,
    );
  });
});

describe("quarters", () => {
  it("sort as text by time, and the next of each is later", () => {
    const quarter = fc
      .record({ year: fc.integer({ min: 2000, max: 2090 }), part: fc.integer({ min: 1, max: 4 }) })
      .map(({ year, part }) => `${year}Q${part}`);
    fc.assert(
      fc.property(quarter, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = quartersAfter(from, count);
        expect(to > from).toBe(true);
        expect(quartersAfter(to, -count)).toBe(from);
        expect(isSlip(from, to)).toBe(true);
        expect(isSlip(to, from)).toBe(false);
      }),
    );
  });

  it("of a day, at the edges of the year", () => {
    expect(quarterOf(new Date("2026-12-31T23:59:59Z"))).toBe("2026Q4");
    expect(quartersFrom(new Date("2027-01-01T00:00:00Z"))[0]).toBe("2027Q1");
    expect(isPast("2026Q4", new Date("2027-01-01T00:00:00Z"))).toBe(true);
    expect(isPast("2027Q1", new Date("2027-03-31T00:00:00Z"))).toBe(false);
  });

  it("planned for the first time, or sooner, are no slip", () => {
    expect(isSlip(null, "2027Q4")).toBe(false);
    expect(isSlip("2027Q2", "2027Q2")).toBe(false);
    expect([0, 1, 3].map(slipText)).toEqual(["", "slipped once", "slipped 3 times"]);
    expect(quarterText("2027Q1")).toBe("Q1 2027");
  });
});

test.each([
  ["12", 12],
  ["T-12", 12],
  ["ticket#12", 12],
  ["https://portal.example.org/tickets/12", 12],
  ["/tickets/12/", 12],
  ["twelve", undefined],
  ["T-0", undefined],
  ["1234567890", undefined],
] as const)("%s names ticket %s", (text, number) => expect(readTicketRef(text)).toBe(number));

describe("the form for several tickets", () => {
  const read = (values: Record<string, string>) => changeTicketsInput.safeParse(readChangeTickets(values));
  const firstError = (values: Record<string, string>) => read(values).error?.issues[0]?.message;

  it("reads each ticket with the version that was seen", () => {
    expect(read({ "t.12": "3", "t.9": "1", owner: "infra" }).data?.tickets).toEqual([
      { number: 12, version: 3 },
      { number: 9, version: 1 },
    ]);
  });

  test.each([
    [{ owner: "infra" }, /Choose the tickets first/],
    [{ "t.1": "1" }, /Choose what to change/],
    [{ "t.1": "1", move: "decline" }, /write the reason/],
    [{ "t.1": "1", move: "explode" }, /./],
    [{ "t.1": "1", dueOn: "soon" }, /date/i],
    [{ "t.1": "1", addLabels: "<b>" }, /label/],
  ] as [Record<string, string>, RegExp][])("refuses %j", (values, sentence) =>
    expect(firstError(values)).toMatch(sentence),
  );
});
