import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkWhereItFell } from "@/components/forms/markdown-area";
import {
  changeBetween,
  type Edit,
  editMarkdown,
  isAddress,
  linkSelection,
  type MarkdownKind,
} from "@/components/forms/markdown-edit";

/** A text in which ‹ and › stand around what is selected; one ‹› is a caret. */
function edit(marked: string): Edit {
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  return { text: marked.replace("‹", "").replace("›", ""), start, end };
}

function marked({ text, start, end }: Edit): string {
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

describe("a button of the toolbar", () => {
  it.each<[MarkdownKind, string, string]>([
    ["bold", "a ‹strong› word", "a **‹strong›** word"],
    ["bold", "a **‹strong›** word", "a ‹strong› word"],
    ["bold", "a ‹**strong**› word", "a ‹strong› word"],
    ["bold", "a ‹strong ›word", "a **‹strong›** word"],
    ["bold", "a ‹›", "a **‹›**"],
    ["italic", "‹so›", "_‹so›_"],
    ["italic", "_‹so›_", "‹so›"],
    ["code", "run ‹npm ci›", "run `‹npm ci›`"],
    ["code", "‹a\nb›\nc", "```\n‹a\nb›\n```\nc"],
    ["link", "see ‹the plan›", "see [the plan](‹https://›)"],
    ["link", "see ‹›", "see [‹text›](https://)"],
    ["link", "‹https://example.org/a›", "[‹›](https://example.org/a)"],
    ["link", "‹x](https://y›", "[x\\](https://y](‹https://›)"],
    ["heading", "Ri‹›sks", "### Ri‹›sks"],
    ["heading", "### Ri‹›sks", "Ri‹›sks"],
    ["heading", "‹# Risks›", "‹### Risks›".replace("### ", "")],
    ["list", "one\n‹two\nthree›\nfour", "one\n‹- two\n- three›\nfour"],
    ["list", "‹- two\n\n- three›", "‹two\n\nthree›"],
    ["list", "‹›", "- ‹›"],
    ["quote", "‹a\nb›", "‹> a\n> b›"],
    ["quote", "‹> a\n> b›", "‹a\nb›"],
    ["bold", "السلام ‹عليكم›", "السلام **‹عليكم›**"],
    ["italic", "👩‍💻 ‹👍🏽›", "👩‍💻 _‹👍🏽›_"],
  ])("%s makes of %j %j", (kind, before, after) => {
    expect(marked(editMarkdown(kind, edit(before)))).toBe(after);
  });

  it("never loses a word, whatever is selected", () => {
    const kinds: MarkdownKind[] = ["bold", "italic", "code", "link", "heading", "list", "quote"];
    // Selected from one character to another: no browser selects half an emoji.
    const parts = fc.array(fc.constantFrom("word", " ", "\n", "ü", "😀", "- x"), { maxLength: 6 });
    const anEdit = fc
      .tuple(parts, parts, parts)
      .map((three) => three.map((each) => each.join("")))
      .map(([before = "", words = "", after = ""]) => ({
        text: before + words + after,
        start: before.length,
        end: before.length + words.length,
      }));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anEdit, (kind, given) => {
        const made = editMarkdown(kind, given);
        const letters = (text: string) => text.replaceAll(/[^\p{L}\p{So}]/gu, "");
        const added = kind === "link" ? /text|https/g : /(?!)/g;
        expect(letters(made.text).replace(added, "").replace(added, "")).toBe(letters(given.text));
        expect(made.start).toBeLessThanOrEqual(made.end);
        expect(made.end).toBeLessThanOrEqual(made.text.length);
      }),
    );
  });
});

describe("an address on its way into the text", () => {
  it("makes selected words its link", () => {
    expect(linkSelection(edit("see ‹the plan› here"), " https://example.org/a ")).toMatchObject({
      text: "see [the plan](https://example.org/a) here",
    });
  });

  it.each([
    ["nothing is selected", "see ‹›", "https://example.org"],
    ["it is no address", "see ‹this›", "not an address"],
    ["it would run", "see ‹this›", "javascript:alert(1)"],
    ["several lines are selected", "‹a\nb›", "https://example.org"],
    ["an address is pasted over another", "‹https://a.example›", "https://b.example"],
  ])("stays what it is where %s", (_why, before, pasted) => {
    expect(linkSelection(edit(before), pasted)).toBeUndefined();
  });

  it.each([
    ["https://example.org", true],
    ["mailto:ada@example.org", true],
    ["JaVaScRiPt:alert(1)", false],
    ["data:text/html,x", false],
    ["https://", false],
    ["two words", false],
  ])("%j is an address to link to: %s", (text, is) => {
    expect(isAddress(text)).toBe(is);
  });

  it("becomes a link with its title where it fell", () => {
    const before = edit("one two‹›");
    const made = linkWhereItFell("one https://e.org/xtwo", before, "https://e.org/x", "The\n page");
    expect(marked(made)).toBe("one [The page](https://e.org/x)‹›two");
  });

  it("links the selected words on which it fell", () => {
    const made = linkWhereItFell("one twhttps://e.orgo", edit("one ‹two›"), "https://e.org", "Ignored");
    expect(made.text).toBe("one [two](https://e.org)");
  });

  it("keeps brackets and parentheses from breaking the link", () => {
    expect(linkSelection(edit("‹a [b]›"), "https://e.org/x(1)")?.text).toBe(
      "[a \\[b\\]](https://e.org/x%281%29)",
    );
  });
});

describe("what is written into the field", () => {
  it("is the least that leads from one text to the other", () => {
    expect(changeBetween("one two", "one **two")).toEqual({ from: 4, to: 4, text: "**" });
    expect(changeBetween("aa", "aaa")).toEqual({ from: 2, to: 2, text: "a" });
  });

  it("leads there from any text to any other", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { from, to, text } = changeBetween(before, after);
        expect(before.slice(0, from) + text + before.slice(to)).toBe(after);
      }),
    );
  });
});
