import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineKind } from "@/lib/meetings/action-line";
import { dueDateFinder } from "@/lib/meetings/due-words";
import { readLine, typedOf } from "@/lib/meetings/line-syntax";

const wednesday = new Date("2026-12-09T20:10:00Z");
const read = (typed: string, zone = "UTC", from = wednesday) => readLine(typed, dueDateFinder(from, zone));

describe("a line as it is typed", () => {
  it.each<[string, LineKind, string]>([
    ["The mirrors lag.", "note", "The mirrors lag."],
    ["Who pays?", "note", "Who pays?"],
    ["? Who pays", "question", "Who pays"],
    ["?Who pays?", "question", "Who pays?"],
    ["! we go on", "agreed", "we go on"],
    ["AGREED we go on", "agreed", "we go on"],
    ["AGREED: we go on", "agreed", "we go on"],
    ["agreed: we go on", "agreed", "we go on"],
    ["Agreed, said Imani", "note", "Agreed, said Imani"],
    ["m: that we go on", "motion", "that we go on"],
    ["I: lunch is at one", "info", "lunch is at one"],
    ["a: the sponsor", "answer", "the sponsor"],
    ["v: six for, none against", "vote", "six for, none against"],
    ["email: it bounced", "note", "email: it bounced"],
    ["\\? is a question mark", "note", "? is a question mark"],
    ["  ! spaces do not count  ", "agreed", "spaces do not count"],
    ["?", "question", ""],
  ])("%j is read as %s", (typed, kind, text) => {
    expect(read(typed)).toEqual({ kind, text, owner: "", dueOn: "" });
  });

  it.each([
    ["> @ada write to infra", "@ada", "", "write to infra"],
    ["> write to infra, @ada", "@ada", "", "write to infra,"],
    ["> @ada: write to infra by next Wednesday", "@ada", "2026-12-16", "write to infra"],
    ["> @ada write to infra in two weeks", "@ada", "2026-12-23", "write to infra"],
    ["> in two weeks, @infra brings figures", "@infra", "2026-12-23", "brings figures"],
    ["ACTION @bea book it, due 15 Dec", "@bea", "2026-12-15", "book it"],
    ["action: @bea book it until tomorrow", "@bea", "2026-12-10", "book it"],
    ["> @ada send it on 2027-01-03", "@ada", "2027-01-03", "send it"],
    ["> @ada by 3 January", "@ada", "2027-01-03", "by 3 January"],
    ["> @ada meet on Friday for tea", "@ada", "2026-12-11", "meet on Friday for tea"],
    ["> @ada buy 2 hosts at 10", "@ada", "", "buy 2 hosts at 10"],
    ["> @ada may do a second thing", "@ada", "", "may do a second thing"],
    ["> somebody has to", "", "", "somebody has to"],
    ["> write to ada@example.org", "", "", "write to ada@example.org"],
  ])("%j names who does it and by when", (typed, owner, dueOn, text) => {
    expect(read(typed)).toEqual({ kind: "action", owner, dueOn, text });
  });

  it("counts days where the meeting is: its tomorrow may be another day than the server’s", () => {
    const late = new Date("2026-12-09T23:30:00Z");
    expect(read("> @ada rest until tomorrow", "UTC", late).dueOn).toBe("2026-12-10");
    expect(read("> @ada rest until tomorrow", "Asia/Tokyo", late).dueOn).toBe("2026-12-11");
    expect(read("> @ada rest until tomorrow", "Pacific/Honolulu", late).dueOn).toBe("2026-12-10");
  });

  it("that is stored, and typed again, reads the same, whatever its text begins with", () => {
    const words = fc
      .array(fc.constantFrom("go", "write", "?", "!", ">", "m:", "it", "\\", "ACTION", "2", "soon"), {
        minLength: 1,
      })
      .map((each) => each.join(" "));
    const kinds = fc.constantFrom<LineKind>("note", "question", "answer", "info", "motion", "vote", "agreed");
    fc.assert(
      fc.property(kinds, words, (kind, text) => {
        expect(read(typedOf({ kind, text, owner: "", dueOn: null }))).toMatchObject({ kind, text });
      }),
    );
    const action = { kind: "action", text: "write to infra", owner: "@ada", dueOn: "2027-01-03" } as const;
    expect(read(typedOf(action))).toEqual(action);
  });
});
