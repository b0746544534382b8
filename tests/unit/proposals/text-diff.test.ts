import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLines, linesOfParts } from "@/lib/proposals/diff-lines";
import { diffText, onePage, type Part } from "@/lib/proposals/text-diff";

/** "the [-big-]{+small+} cat", to be read in a table. */
function written(parts: readonly Part[]): string {
  return parts
    .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");
}
const side = (parts: readonly Part[], kind: Part["kind"]) =>
  parts
    .filter((part) => part.kind === "same" || part.kind === kind)
    .map(({ text }) => text)
    .join("");

describe("a difference", () => {
  const table = [
    {
      case: "a word in the place of another",
      from: "the big cat",
      to: "the small cat",
      shown: "the [-big-]{+small+} cat",
    },
    {
      case: "words one after the other are one change",
      from: "the big cat sat",
      to: "a small dog sat",
      shown: "[-the big cat-]{+a small dog+} sat",
    },
    {
      case: "a word added at the end",
      from: "ten tenants",
      to: "ten tenants first",
      shown: "ten tenants{+ first+}",
    },
    { case: "everything added", from: "", to: "Hello", shown: "{+Hello+}" },
    { case: "everything removed", from: "Hello", to: "", shown: "[-Hello-]" },
    { case: "nothing", from: "", to: "", shown: "" },
    { case: "the same text", from: "one\ntwo", to: "one\ntwo", shown: "one\ntwo" },
    { case: "white space only", from: "one  two", to: "one two", shown: "one[-  -]{+ +}two" },
    { case: "a letter with a mark over it", from: "cafe\u0301", to: "cafe", shown: "[-cafe\u0301-]{+cafe+}" },
    { case: "an emoji of several parts", from: "👩‍🚀 up", to: "👩‍🔬 up", shown: "[-👩‍🚀-]{+👩‍🔬+} up" },
    { case: "an emoji's skin", from: "👍 yes", to: "👍🏾 yes", shown: "[-👍-]{+👍🏾+} yes" },
    { case: "two flags", from: "🇩🇪🇫🇷", to: "🇩🇪🇮🇹", shown: "🇩🇪[-🇫🇷-]{+🇮🇹+}" },
    { case: "words from right to left", from: "שלום עולם", to: "שלום לכם", shown: "שלום [-עולם-]{+לכם+}" },
    {
      case: "signs without spaces between words",
      from: "我们提出要求",
      to: "我们提出建议",
      shown: "我们提出[-要求-]{+建议+}",
    },
    { case: "punctuation by itself", from: "Is it?", to: "Is it.", shown: "Is it[-?-]{+.+}" },
  ];

  it.each(table)("shows $case", ({ from, to, shown }) => {
    expect(written(diffText(from, to))).toBe(shown);
  });

  const words = fc.array(
    fc.constantFrom(
      "a ",
      "b",
      " ",
      "\n",
      "👩‍🚀",
      "é",
      "e\u0301",
      "שלום ",
      "𝒜",
      "我",
      "\r\n",
      "🇩🇪",
      "a",
      ",",
      "\u200d",
    ),
    { maxLength: 60 },
  );
  const anyText = fc.oneof(
    words.map((list) => list.join("")),
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.string({ unit: "binary", maxLength: 80 }),
  );

  it("gives back both texts, character by character, whatever they hold", () => {
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        const parts = diffText(from, to);
        expect(side(parts, "added")).toBe(to);
        expect(side(parts, "removed")).toBe(from);
      }),
      { numRuns: 500 },
    );
  });

  it("gives them back with no effort left, too", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(200), (from, to, steps) => {
        const parts = diffText(from, to, { steps });
        expect(side(parts, "added")).toBe(to);
        expect(side(parts, "removed")).toBe(from);
      }),
    );
  });

  it("of equal texts is no change", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(diffText(text, text)).toEqual(text ? [{ kind: "same", text }] : []);
      }),
    );
  });

  it("splits no character in two, and has no empty part", () => {
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        for (const { text } of diffText(from, to)) {
          expect(text).not.toBe("");
          expect(text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it("says what was removed before what took its place", () => {
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        const parts = diffText(from, to);
        for (const [place, { kind }] of parts.entries()) {
          if (kind === "removed") expect(parts[place - 1]?.kind).not.toBe("added");
          if (kind === "same") expect(parts[place + 1]?.kind).not.toBe("same");
        }
      }),
    );
  });
});

describe("the work for a difference is bounded", () => {
  const text = (seed: number, between: string) =>
    Array.from({ length: 12_000 }, (_, n) => `w${(seed * 7919 + n * n * 31) % 9973}`)
      .join(between)
      .slice(0, 60_000);
  const hard = [
    { case: "long texts without a word in common", from: "a ".repeat(30_000), to: "b\n".repeat(30_000) },
    { case: "long texts of other words", from: text(1, " "), to: text(2, " ") },
    { case: "thousands of other lines", from: text(1, "\n"), to: text(2, "\n") },
    { case: "few words in ever other order", from: "a b ".repeat(12_000), to: "b c a ".repeat(9_000) },
  ];

  it.each(hard)("for $case: eight of them spend no more than one page may", ({ from, to }) => {
    const effort = onePage();
    for (let n = 0; n < 8; n++) {
      const parts = diffText(from, to, effort);
      expect(side(parts, "added")).toBe(to);
      expect(side(parts, "removed")).toBe(from);
    }
    expect(effort.steps).toBeGreaterThan(-10_000);
  });

  it("and a word changed in the middle of a long text is still that word", () => {
    const long = text(3, " ");
    const parts = diffText(`${long} before ${long}`, `${long} after ${long}`);
    expect(parts.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "before" },
      { kind: "added", text: "after" },
    ]);
  });

  it("and where most lines are others, words of lines that took each other's place are compared", () => {
    const rest = (seed: number) =>
      text(seed, " ")
        .slice(0, 12_000)
        .replaceAll(/(( \S+){4}) /g, "$1\n");
    const parts = diffText(
      `The big cat sat here.\nSame line\n${rest(1)}`,
      `The big dog sat here.\nSame line\n${rest(2)}`,
    );
    expect(written(parts)).toContain("The big [-cat-]{+dog+} sat here.");
  });
});

describe("a difference in lines", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n}\n`).join("");

  it("folds what is far from a change", () => {
    const parts = diffText(`${lines(10)}old\n${lines(2)}`, `${lines(10)}new\n${lines(2)}`);
    const blocks = foldLines(linesOfParts(parts));
    expect(blocks.map(({ folded, lines }) => [folded, lines.length])).toEqual([
      [true, 9],
      [false, 3],
      [false, 1],
    ]);
  });

  it("loses nothing", () => {
    const unit = fc.constantFrom("a\n", "b", "\n", "c\n", "d\n\n");
    const some = fc.array(unit, { maxLength: 40 }).map((list) => list.join(""));
    fc.assert(
      fc.property(some, some, (from, to) => {
        const shown = foldLines(linesOfParts(diffText(from, to))).flatMap((block) => block.lines);
        const parts = shown.flatMap((line) => line.parts);
        expect(side(parts, "added")).toBe(to);
        expect(side(parts, "removed")).toBe(from);
      }),
    );
  });
});
