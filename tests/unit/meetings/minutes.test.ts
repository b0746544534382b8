import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parser } from "@/lib/discussion/markdown-parser";
import { asAmended } from "@/lib/meetings/minutes-amended";
import { clockWords, minutesDueAt } from "@/lib/meetings/minutes-clock";
import { minutesDocument } from "@/lib/meetings/minutes-document";
import { minutesMarkdown } from "@/lib/meetings/minutes-markdown";
import { publicPart } from "@/lib/meetings/minutes-record";
import { minutesText } from "@/lib/meetings/minutes-text";
import { warningsOf } from "@/lib/meetings/minutes-warnings";
import { aLine, anItem, aRecord } from "./a-record";

const markdownOf = (...texts: string[]) => minutesMarkdown(minutesDocument(recordWith(...texts)));
const textOf = (...texts: string[]) => minutesText(minutesDocument(recordWith(...texts)));
const recordWith = (...texts: string[]) =>
  aRecord({ items: [anItem({ lines: texts.map((text) => aLine({ text })) })] });

/** What a reader of the rendered minutes reads, list entry by list entry, and the shape around it. */
function rendered(markdown: string) {
  const tokens = parser.parse(markdown, {});
  const words = tokens.map((token) => (token.children ?? []).map(wordsOf).join(""));
  const shape = tokens.filter((token) => token.type !== "inline").map((token) => token.type);
  return { words: words.join(" "), shape };
}

function wordsOf(token: { type: string; content: string }): string {
  return token.type === "hardbreak" || token.type === "softbreak" ? " " : token.content;
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

describe("minutes in the community's shape", () => {
  const record = aRecord({
    items: [
      anItem({
        title: "Stream for a community cloud",
        proposal: { number: 63 },
        presenter: { handle: "dana", name: "Dana" },
        lines: [
          aLine({ kind: "note", text: "Slides were shown." }),
          aLine({ kind: "question", text: "Who runs it?", questionNumber: 4 }),
          aLine({ kind: "agreed", text: "To take it apart." }),
          aLine({
            kind: "action",
            text: "Open the tickets.",
            owner: { kind: "person", handle: "dana", name: "Dana" },
            dueOn: "2021-10-01",
          }),
        ],
        decision: {
          ...{ id: 1, outcome: "redirected", method: "consensus", text: "Ask infra.", reviewOn: null },
          ...{ nextMeeting: null, followUp: null },
          conditions: [
            { text: "Name an owner", owner: { kind: "body", handle: "infra", name: "Infra" }, dueOn: null },
          ],
        },
      }),
    ],
  });

  it("have title, attendees, quorum with its time, items, AGREED, ACTION and the decision, as Markdown", () => {
    const markdown = minutesMarkdown(minutesDocument(record));
    for (const part of [
      "# Board meeting, 2021-09-08",
      "- Ada (chair)",
      "- Bea, from 2021-09-08 20:30 UTC",
      "- Cy, with regrets",
      "Quorum: 2 of 3 seated directors attend; 2 are needed. Reached at 2021-09-08 20:30 UTC.",
      "### 1. Stream for a community cloud (#63)",
      "Presented by Dana.",
      "- QUESTION 4: Who runs it?",
      "- AGREED: To take it apart.",
      "- ACTION: @dana, by 2021-10-01: Open the tickets.",
      "DECISION: Redirected, by consensus. Ask infra.",
      "1. Name an owner (infra)",
    ]) {
      expect(markdown).toContain(part);
    }
  });

  it("say who left and came back, and when the quorum was lost with them", () => {
    const at = (clock: string) => new Date(`2021-09-08T${clock}:00Z`);
    const there = (handle: string, spans: { from: Date; to: Date | null }[], leftAt: Date | null = null) => ({
      ...{ handle, name: handle, part: "director" as const, roles: [], state: "present" as const },
      ...{ arrivedAt: at("20:02"), leftAt, spans },
    });
    const attendance = [
      there("ada", [{ from: at("20:02"), to: null }]),
      there("bea", [
        { from: at("20:02"), to: at("20:20") },
        { from: at("20:40"), to: null },
      ]),
      there("cy", [{ from: at("20:02"), to: at("20:10") }], at("20:10")),
    ];
    const markdown = minutesMarkdown(minutesDocument(aRecord({ attendance })));
    expect(markdown).toContain("- cy, until 2021-09-08 20:10 UTC");
    expect(markdown).toContain(
      "- bea, from 2021-09-08 20:02 UTC until 2021-09-08 20:20 UTC, and from 2021-09-08 20:40 UTC",
    );
    expect(markdown).toContain(
      "Lost at 2021-09-08 20:20 UTC, with 1 there. There again at 2021-09-08 20:40 UTC.",
    );
  });

  it("have the same as plain text", () => {
    const text = minutesText(minutesDocument(record));
    expect(text).toContain("Board meeting, 2021-09-08\n=========================\n");
    expect(text).toContain("* ACTION: @dana, by 2021-10-01: Open the tickets.\n");
    expect(text).not.toContain("\\");
  });

  it("say when the board was among itself", () => {
    const [from, to] = [new Date("2021-09-08T20:50:00Z"), new Date("2021-09-08T20:55:00Z")];
    const text = minutesText(minutesDocument(aRecord({ executiveSpans: [{ from, to }] })));
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "In executive session from 2021-09-08 20:50 UTC to 2021-09-08 20:55 UTC.",
    );
  });

  it("say what was carried to the next meeting", () => {
    const carried = anItem({ title: "Mirrors", status: "carried", carriedTo: "2021-10-13" });
    const markdown = minutesMarkdown(minutesDocument(aRecord({ items: [carried] })));
    expect(markdown).toContain("- Mirrors, to the meeting of 2021-10-13");
  });
});

describe("every line that was written", () => {
  it("is in the Markdown and in the text, whatever it says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), { maxLength: 5 }),
        (texts) => {
          const lines = texts.map((text) => text.replaceAll(/[^\P{Cc}\t\n]/gu, "").trim());
          const [words, text] = [squeezed(rendered(markdownOf(...lines)).words), squeezed(textOf(...lines))];
          for (const line of lines) {
            expect(words).toContain(squeezed(line));
            expect(text).toContain(squeezed(line));
          }
        },
      ),
    );
  });

  it("stays inside its own entry: the shape of the document depends on nothing that was typed", () => {
    const marks = fc.constantFrom(
      ...[
        "#",
        "##",
        "-",
        "*",
        "+",
        "1.",
        "2)",
        ">",
        "```",
        "~~~",
        "    ",
        "\n",
        "\n\n",
        "---",
        "===",
        "|",
        ":-:",
      ],
      ...[
        "[a]: https://x.org",
        "[a]",
        "<!--",
        "<script>",
        "</li>",
        "&lt;",
        "_",
        "__",
        "**",
        "`",
        "\\",
        "!",
        "a",
        " ",
      ],
    );
    const plain = rendered(markdownOf("x")).shape;
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), (parts) => {
        const { shape } = rendered(markdownOf(`x${parts.join("")}`));
        // Further paragraphs inside the entry are its own; nothing else may appear or go away.
        const extra = shape.filter((type) => !type.startsWith("paragraph_"));
        expect(extra).toEqual(plain.filter((type) => !type.startsWith("paragraph_")));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a heading", "# Board meeting, 2022-01-01"],
    ["a fence", "```\nnever closed"],
    ["HTML", "<script>alert(1)</script><!--"],
    ["a link that says something else", "[AGREED](https://evil.example)"],
    ["a definition that would turn other words into links", "[AGREED]: https://evil.example"],
    ["an underline that makes a heading of what stands before", "AGREED: all of it\n==="],
    ["a table", "a|b\n-|-\nc|d"],
    ["an entity", "1 &lt; 2 &#42;"],
  ])("cannot become %s", (_what, hostile) => {
    const { words, shape } = rendered(markdownOf(hostile));
    expect(squeezed(words)).toContain(squeezed(hostile));
    expect(shape.filter((type) => /fence|table|html/.test(type))).toEqual([]);
    expect(shape.filter((type) => type === "heading_open")).toHaveLength(5);
  });

  it("keeps an address as it was typed", () => {
    const address = "https://pagure.io/centos/board/issue/63?a_b=*c*&d=_e_";
    expect(markdownOf(`See ${address}.`)).toContain(`<${address}>.`);
    expect(textOf(`See ${address}.`)).toContain(`See ${address}.`);
  });
});

describe("executive items", () => {
  const record = aRecord({
    items: [
      anItem({ title: "Open matter", lines: [aLine({ text: "Said in public." })] }),
      anItem({ title: "Secret matter", executive: true, lines: [aLine({ text: "Said in confidence." })] }),
    ],
  });

  it("are in what the directors read, and marked there", () => {
    const markdown = minutesMarkdown(minutesDocument(record));
    expect(markdown).toContain("Secret matter – executive session");
    expect(markdown).toContain("Said in confidence.");
  });

  it("are in no public form: neither title nor lines nor a gap in the numbers", () => {
    const blocks = minutesDocument(publicPart(record));
    for (const form of [minutesMarkdown(blocks), minutesText(blocks), JSON.stringify(publicPart(record))]) {
      expect(form).toContain("Open matter");
      expect(form).not.toMatch(/secret|confidence|executive session/i);
    }
  });
});

describe("amendments", () => {
  const amendment = {
    number: 1,
    executive: false,
    itemId: 1,
    lineId: 1,
    was: "",
    text: "",
    reason: "It was so.",
    by: "Sam",
  };
  const corrected = { ...amendment, at: new Date("2021-09-12T10:00:00Z"), was: "Five.", text: "Six." };
  const record = (...amendments: (typeof corrected)[]) =>
    asAmended(aRecord({ items: [anItem({ lines: [aLine({ text: "Five." })] })], amendments }));

  it("are read in the line, by name, and listed with what it said and why", () => {
    const markdown = minutesMarkdown(minutesDocument(record(corrected)));
    expect(markdown).toContain("- Six. (amendment 1)");
    expect(markdown).toContain("“Five.” now reads “Six.”. Reason: It was so.");
  });

  it("follow each other: the last one holds, and an empty one strikes the line", () => {
    const again = { ...corrected, number: 2, was: "Six.", text: "Seven." };
    expect(record(corrected, again).items[0]?.lines).toMatchObject([
      { text: "Seven.", amendedBy: "amendment 2" },
    ]);
    expect(record(corrected, { ...again, text: "" }).items[0]?.lines).toEqual([]);
  });

  it("of executive items are in no public form", () => {
    const secret = { ...corrected, executive: true, text: "In confidence." };
    const open = publicPart(aRecord({ items: [], amendments: [secret] }));
    expect(minutesMarkdown(minutesDocument(asAmended(open)))).not.toMatch(/confidence|amendment/i);
  });
});

describe("before minutes are published, a warning is given", () => {
  it("for an ACTION that nobody owns", () => {
    const item = anItem({ title: "Mirrors", lines: [aLine({ kind: "action", text: "Write the mail." })] });
    expect(warningsOf(aRecord({ items: [item] }))).toEqual([
      "Nobody owns the ACTION “Write the mail.” under “Mirrors”.",
    ]);
  });

  it("for an item that ends with a name and nothing after it", () => {
    expect(warningsOf(aRecord({ items: [anItem({ title: "Stream", lines: [] })] }))).toEqual([
      "“Stream” ends without an outcome.",
    ]);
  });

  it("and for nothing that is in order", () => {
    const owner = { kind: "person", handle: "ada", name: "Ada" } as const;
    const item = anItem({ lines: [aLine({ kind: "action", owner }), aLine({ kind: "agreed" })] });
    expect(warningsOf(aRecord({ items: [item, anItem({ status: "planned" })] }))).toEqual([]);
  });
});

describe("minutes are due", () => {
  const adjourned = new Date("2021-09-08T21:00:00Z");

  it("as many hours after the meeting as the setting says", () => {
    expect(minutesDueAt(adjourned, 72)).toEqual(new Date("2021-09-11T21:00:00Z"));
  });

  it.each([
    ["2021-09-11T07:00:00Z", "14 hours left"],
    ["2021-09-11T20:30:00Z", "30 minutes left"],
    ["2021-09-11T22:59:00Z", "1 hour late"],
    ["2021-09-11T20:59:00Z", "1 minute left"],
    ["2021-09-11T21:00:00Z", "0 minutes left"],
    ["2021-09-11T21:01:00Z", "1 minute late"],
  ])("at %s: %s", (now, words) => {
    expect(clockWords(minutesDueAt(adjourned, 72), new Date(now))).toBe(words);
  });
});
