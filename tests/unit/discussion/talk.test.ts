import { describe, expect, it, test } from "vitest";
import { renderMarkdown } from "@/lib/discussion/markdown";
import { quoted } from "@/lib/discussion/quoting";
import { shownReactions } from "@/lib/discussion/reactions";
import { newSince } from "@/lib/discussion/visits";

describe("quoting", () => {
  const quote = (markdown: string, author = "Bea") => quoted({ id: 12, markdown, author }, { proposal: 63 });

  it("sets each line off, and says who wrote it and where", () => {
    expect(quote("One.\n\nTwo.")).toBe(
      "> [Bea wrote](/proposals/63?comment=12#comment-12):\n>\n> One.\n>\n> Two.\n\n",
    );
  });

  it("stays a quote whatever the text is made of, and what is written below is none", () => {
    for (const text of ["```\nunfinished", "> deeper", "- a\n- b", "# Title", "<!-- x", "| a |\n|-|"]) {
      const html = renderMarkdown(`${quote(text)}My answer.`);
      expect(html.startsWith("<blockquote>"), text).toBe(true);
      expect(html.endsWith("</blockquote>\n<p>My answer.</p>"), text).toBe(true);
    }
  });

  it("takes a name for a name, and the beginning of what is long", () => {
    expect(renderMarkdown(quote("Yes.", "[x](javascript:1) *B*"))).toContain(
      '<a href="/proposals/63?comment=12#comment-12">[x](javascript:1) *B* wrote</a>',
    );
    const long = quote("word ".repeat(10_000));
    expect(long.length).toBeLessThan(2_200);
    expect(long.trimEnd().endsWith("…")).toBe(true);
  });
});

describe("reactions", () => {
  const given = [
    { kind: "thumbs_up", handle: "ada" },
    { kind: "eyes", handle: "bea" },
  ];

  it("are those that somebody gave, with their count, and which of them are mine", () => {
    expect(shownReactions(given, null, "bea")).toMatchObject([
      { kind: "thumbs_up", word: "Agree", count: 1, mine: false },
      { kind: "eyes", word: "Looking into it", count: 1, mine: true },
    ]);
  });

  it("count those of an imported tracker in, and the same person once", () => {
    const imported = { "Thumbs up": ["ada", "cyd"], Rocket: ["dan"] };
    expect(shownReactions(given, imported, null)).toMatchObject([
      { kind: "thumbs_up", count: 2, by: ["ada", "cyd"] },
      { kind: "eyes", count: 1 },
      { word: "Rocket", count: 1 },
    ]);
  });

  test.each([null, "x", [], 7, { "Thumbs up": "ada" }, { a: [1] }])(
    "a tracker's %j counts for nothing",
    (kept) => {
      expect(shownReactions([], kept, null)).toEqual([]);
    },
  );
});

describe("what is new", () => {
  const at = new Date("2026-12-09T20:00:00Z");
  const minutesAgo = (minutes: number) => new Date(at.getTime() - minutes * 60_000);

  test.each([
    ["nothing, at the first visit", null, null],
    [
      "what came after the last look, at a new visit",
      { lastAt: minutesAgo(31), sinceAt: null },
      minutesAgo(31),
    ],
    [
      "the same as before, within a visit",
      { lastAt: minutesAgo(29), sinceAt: minutesAgo(500) },
      minutesAgo(500),
    ],
    ["nothing, within the first visit", { lastAt: minutesAgo(5), sinceAt: null }, null],
  ])("is %s", (_, mark, since) => {
    expect(newSince(mark, at)).toEqual(since);
  });
});
