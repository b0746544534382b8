import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormValues } from "@/lib/proposals/form-values";
import { mergeProposals } from "@/lib/proposals/merge";
import { mergeParts, mergeText } from "@/lib/proposals/merge-text";

describe("two texts that came out of one", () => {
  it.each([
    ["nobody changed anything", "a\nb\n", "a\nb\n", "a\nb\n", "a\nb\n", 0],
    ["both changed the same in the same way", "a\nb\n", "a\nc\n", "a\nc\n", "a\nc\n", 0],
    ["they changed different lines", "a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD", "A\nb\nc\nD", 0],
    ["one added, the other took away", "a\nb\nc\nd", "a\nb\nc\nd\ne", "b\nc\nd", "b\nc\nd\ne", 0],
    [
      "they changed different words of a paragraph",
      "We need three hosts until May.",
      "We need four hosts until May.",
      "We need three hosts until June.",
      "We need four hosts until June.",
      0,
    ],
    ["they changed the same words", "until May", "until June", "until July", "until June\nuntil July", 1],
    ["one took away what the other changed", "a\nb\nc", "a\nc", "a\nB\nc", "a\nB\nc", 1],
    ["both began with nothing", "", "mine is first", "no, mine", "mine is first\nno, mine", 1],
    ["in any script", "سلام عليكم 🙂", "سلام عليكم 🙃", "السلام عليكم 🙂", "السلام عليكم 🙃", 0],
  ])("are merged where %s", (_where, base, theirs, mine, text, conflicts) => {
    expect(mergeText(base, theirs, mine)).toEqual({ text, conflicts });
  });

  const lines = fc
    .array(fc.constantFrom("one", "two words", "three", "", "- four", "لا", "👍🏽 five"), { maxLength: 8 })
    .map((each) => each.join("\n"));

  it("are the other one where only one side changed, and where both are the same", () => {
    fc.assert(
      fc.property(lines, lines, (base, changed) => {
        expect(mergeText(base, base, changed)).toEqual({ text: changed, conflicts: 0 });
        expect(mergeText(base, changed, base)).toEqual({ text: changed, conflicts: 0 });
        expect(mergeText(base, changed, changed)).toEqual({ text: changed, conflicts: 0 });
      }),
    );
  });

  it("lose no line that either side added, in a conflict or without", () => {
    const few = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 10 });
    fc.assert(
      fc.property(few, few, few, (base, theirs, mine) => {
        const parts = mergeParts(base, theirs, mine);
        const kept = parts.flatMap((part) => ("same" in part ? part.same : [...part.theirs, ...part.mine]));
        for (const side of [theirs, mine]) {
          for (const line of new Set(side)) {
            const added = count(side, line) - count(base, line);
            expect(count(kept, line)).toBeGreaterThanOrEqual(added);
          }
        }
      }),
    );
  });

  it("lose no word that either side added", () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, theirs, mine) => {
        const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
        const kept = words(mergeText(base, theirs, mine).text);
        for (const side of [words(theirs), words(mine)]) {
          for (const word of new Set(side)) {
            expect(count(kept, word)).toBeGreaterThanOrEqual(count(side, word) - count(words(base), word));
          }
        }
      }),
    );
  });

  it("are set side by side quickly, however long and different they are", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, place) => `${word}${place}`).join("\n");
    const began = performance.now();
    expect(mergeText(long("base"), long("theirs"), long("mine")).conflicts).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

function count(list: readonly string[], wanted: string): number {
  return list.filter((each) => each === wanted).length;
}

const base: FormValues = {
  title: "A region",
  "sections.why": "Because.",
  "asks.0.kind": "inform",
  "asks.0.text": "Know it.",
  "asks.0.owner": "board",
};

describe("two people's changes to a proposal", () => {
  it("are taken over where only one of them changed a field", () => {
    const merge = mergeProposals(
      base,
      { ...base, title: "A better region" },
      { ...base, "sections.how": "So." },
    );
    expect(merge).toMatchObject({ both: [], theirs: ["title"], mine: ["sections.how"] });
    expect(merge.values).toEqual({ ...base, title: "A better region", "sections.how": "So." });
  });

  it("are shown with both texts where both changed a field", () => {
    const merge = mergeProposals(base, { ...base, title: "Their region" }, { ...base, title: "My region" });
    expect(merge.both).toEqual([
      {
        name: "title",
        base: "A region",
        theirs: "Their region",
        mine: "My region",
        merged: "Their region My region",
        conflicts: 1,
      },
    ]);
  });

  it("leave a choice to be made where both chose differently", () => {
    const [board, ada] = ["asks.0.owner", "asks.0.kind"];
    const merge = mergeProposals(base, { ...base, [board]: "infra" }, { ...base, [board]: "@ada" });
    expect(merge.both).toMatchObject([{ name: board, theirs: "infra", mine: "@ada", merged: "infra" }]);
    expect(merge.values[ada]).toBe("inform");
  });

  it("keep both asks where each added one", () => {
    const added = (text: string) => ({ ...base, "asks.1.kind": "inform", "asks.1.text": text });
    const merge = mergeProposals(base, added("Theirs."), added("Mine."));
    expect(merge.both).toEqual([]);
    expect(merge.values).toMatchObject({ "asks.1.text": "Theirs.", "asks.2.text": "Mine." });
    expect(mergeProposals(base, added("Same."), added("Same.")).values).not.toHaveProperty("asks.2.text");
  });

  it("do not count rows that the form offered and nobody used", () => {
    const merge = mergeProposals(base, base, {
      ...base,
      "asks.1.kind": "sig_work",
      "asks.2.kind": "sig_work",
    });
    expect(merge).toEqual({ values: base, both: [], theirs: [], mine: [] });
  });

  it("keep an ask with its kind where one took it away and the other changed it", () => {
    const without = { title: "A region", "sections.why": "Because." };
    const merge = mergeProposals(base, without, { ...base, "asks.0.text": "Know it well." });
    expect(merge.values).toMatchObject({ "asks.0.text": "Know it well.", "asks.0.kind": "inform" });
  });

  it("leave out what a form sends beside the text", () => {
    const sent = { ...base, version: "3", submissionKey: "x", copy: "y", reason: "z", intent: "preview" };
    expect(mergeProposals(base, base, sent).values).toEqual(base);
  });

  it("are the other's text where one changed nothing", () => {
    const some = fc.dictionary(
      fc.constantFrom("title", "summary", "sections.why", "sections.risks"),
      fc.constantFrom("x", "y y", "z\nz"),
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        expect(mergeProposals(before, after, before).values).toEqual(after);
        expect(mergeProposals(before, before, after).values).toEqual(after);
        expect(mergeProposals(before, after, before).both).toEqual([]);
      }),
    );
  });
});
