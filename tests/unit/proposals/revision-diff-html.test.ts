import { describe, expect, it } from "vitest";
import { inlineDiffHtml, sideDiffHtml } from "@/components/proposals/revision-diff-html";
import { diffText } from "@/lib/proposals/text-diff";

const sides = { before: "Revision 1", after: "Revision 2", caption: "Summary" };
const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script>"'&`;
/** What is left when the tags are taken away, as a screen reader would say it. */
const spoken = (markup: string) => markup.replaceAll(/<[^>]*>/g, "");

describe("a difference on a page", () => {
  it("shows what people wrote as text, whatever it is", () => {
    for (const [from, to] of [
      [hostile, ""],
      ["", hostile],
      [hostile, `${hostile}!`],
    ] as const) {
      const parts = diffText(from, to);
      for (const { text } of [inlineDiffHtml(parts), sideDiffHtml(parts, sides)]) {
        expect(text).not.toMatch(/<(img|script)/);
        expect(text).toContain("&lt;");
      }
    }
  });

  it("says in words what was removed and what was added", () => {
    const { text } = inlineDiffHtml(diffText("the big cat", "the small cat"));
    expect(spoken(text)).toBe("the removed: big end of removedadded: small end of added cat");
    expect(text).toMatch(/<del>.*big.*<\/del><ins>.*small.*<\/ins>/);
  });

  it("shows white space that came by itself", () => {
    expect(inlineDiffHtml(diffText("one two", "one  two")).text).toContain("··");
    expect(inlineDiffHtml(diffText("one", "one\n")).text).toContain("¶");
  });

  it("stands side by side with the earlier text in the first column, and marks none as added in it but what hides", () => {
    const { text } = sideDiffHtml(diffText("the big cat", "the small cat"), sides);
    const [first = "", second = ""] = [...text.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
    expect(first).toContain("<del>");
    expect(second).not.toContain("<del>");
    expect(second).toContain("small");
    expect(text).toContain('<th scope="col">Revision 1</th><th scope="col">Revision 2</th>');
  });

  it("lets every line find its own direction", () => {
    const { text } = inlineDiffHtml(diffText("שלום\nHello\nWorld", "שלום\nHello\nworld"));
    expect(text.match(/dir="auto"/g)?.length).toBe(3);
  });

  it("folds what is the same away from the change", () => {
    const lines = Array.from({ length: 40 }, (_, n) => `line ${n}\n`).join("");
    const { text } = inlineDiffHtml(diffText(`${lines}old`, `${lines}new`));
    expect(text).toContain("<summary>39 lines unchanged</summary>");
  });
});
