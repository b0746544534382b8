import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginHash, canonicalJson, canonicalRow, noHash } from "@/lib/audit/chain/canonical";

describe("how a row is written out for its seal", () => {
  it("never changes: seals of today are verified by every later release", () => {
    const line = canonicalRow("AuditEntry", [
      "7",
      "1796083200000",
      "export",
      null,
      '{"b": [1.10, "x"], "a": null}',
    ]);
    expect(line).toBe('["AuditEntry","7","1796083200000","export",null]\t{"sa":null,"sb":["n1.10","sx"]}\n');
    const { add, end } = beginHash({ id: 1, form: 1, previous: noHash });
    add(line);
    const facts = { id: 1, at: "1796083200000", form: 1, previous: noHash, events: 0, entries: 1 };
    expect(end({ ...facts, toEvent: 0n, toEntry: 7n })).toBe(
      "f7f2aa1c7788ed79f90ade670dbfec12afebb4f3fe482662ce32c973b12f432f",
    );
  });

  it("does not depend on the order of keys or on spaces", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const mixed = JSON.stringify(backwards(value), null, 3);
        expect(canonicalJson(mixed)).toBe(canonicalJson(JSON.stringify(value)));
      }),
    );
  });

  it("is another for another value", () => {
    const different = fc
      .tuple(fc.jsonValue(), fc.jsonValue())
      .map((pair) => pair.map((each) => JSON.stringify(each)));
    fc.assert(
      fc.property(different, ([one = "", other = ""]) => {
        const same = sortedText(one) === sortedText(other);
        expect(canonicalJson(one) === canonicalJson(other)).toBe(same);
      }),
    );
    for (const [one, other] of [
      ["9007199254740993", "9007199254740992"],
      ["1", '"1"'],
      ["1", '"n1"'],
      ['{"a":1}', '[["a",1]]'],
      ['"\\""', '"\\\\\\""'],
      ["null", '"null"'],
    ] as const) {
      expect(canonicalJson(one)).not.toBe(canonicalJson(other));
    }
  });

  it("is still one text for what nobody of us would write", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    expect(canonicalJson(deep)).toHaveLength(JSON.stringify(`unreadable ${deep}`).length);
    expect(canonicalJson('{"__proto__": {"x": 1}}')).toBe('{"s__proto__":{"sx":"n1"}}');
  });
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, each]) => [key, backwards(each)]));
}

function sortedText(text: string): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return { object: entries.map(([key, each]) => [key, sorted(each)]) };
  };
  return JSON.stringify(sorted(JSON.parse(text)));
}
