import { describe, expect, it, test } from "vitest";
import { excerpt, firstParagraph, plainText } from "../../../lib/discussion/plain-text";

describe("plain text, for minutes and mail", () => {
  test.each([
    ["emphasis goes, words stay", "**Agreed**: *three* `hosts`", "Agreed: three hosts"],
    ["paragraphs stay apart", "a\n\nb", "a\n\nb"],
    ["headings stand alone", "# A\nb", "A\n\nb"],
    ["lists keep their marks", "- a\n- b\n  1. c\n  2. d", "- a\n- b\n  1. c\n  2. d"],
    ["a list keeps its first number", "4. a\n5. b", "4. a\n5. b"],
    ["tasks keep their boxes", "- [ ] a\n- [x] b", "- [ ] a\n- [x] b"],
    ["quotes keep their mark", "> a\n> b\n\nc", "> a\n> b\n\nc"],
    ["code stays as it is", "```sh\na  |\n  b\n```", "a  |\n  b"],
    ["a table keeps its rows", "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"],
    ["a link says where it leads", "the [minutes](https://e.org/m)", "the minutes (https://e.org/m)"],
    ["an address is said once", "see https://e.org/ä", "see https://e.org/ä"],
    ["mentions stay", "@amara, see #63", "@amara, see #63"],
    ["HTML is text here too", "<b>x</b>", "<b>x</b>"],
  ])("%s", (_, source, text) => {
    expect(plainText(source)).toBe(text);
  });
});

describe("the beginning of a text, for lists", () => {
  it("is one line without addresses", () => {
    expect(excerpt("# A\n\nsee [b](https://e.org)\n\n- c", 100)).toBe("A see b c");
  });

  it("is cut at a word, never inside an emoji", () => {
    expect(excerpt("one two three four", 12)).toBe("one two…");
    expect(excerpt("😀😀😀😀", 4)).toBe("😀…");
  });

  it("the first paragraph passes over headings, lists and quotes", () => {
    expect(firstParagraph("# A\n\n> old\n\n- x\n\nThis *one*\nhere.\n\nNot this.", 500)).toBe(
      "This one here.",
    );
    expect(firstParagraph("- only\n- a list", 500)).toBe("");
  });
});
