import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { handlesIn, renderMarkdown } from "@/lib/discussion/markdown";
import { type Known, type NamedParty, referencesIn } from "@/lib/discussion/references";

const parties = new Map<string, NamedParty>([
  ["ada", { kind: "person", handle: "Ada" }],
  ["infra", { kind: "body", handle: "infra", isSig: false }],
  ["sig-cloud", { kind: "body", handle: "sig-cloud", isSig: true }],
  ["sig-leaders", { kind: "role", handle: "sig-leaders" }],
]);
const known: Known = { parties, proposal: 63 };

describe("what a text refers to becomes", () => {
  test.each([
    ["a person, by the handle's own spelling", "@ADA", '<a href="/people/Ada">@ADA</a>'],
    ["a SIG", "@sig-cloud", '<a href="/sigs/sig-cloud">@sig-cloud</a>'],
    ["a body that is no SIG, marked", "@infra", '<span class="ref">@infra</span>'],
    ["a role, marked", "@sig-leaders", '<span class="ref">@sig-leaders</span>'],
    ["text, where nobody is called that", "@nobody", "@nobody"],
    ["a proposal", "#7", '<a href="/proposals/7">#7</a>'],
    ["a question", "#7/q2", '<a href="/proposals/7/questions#question-2">#7/q2</a>'],
    [
      "a question of the same proposal",
      "question#2",
      '<a href="/proposals/63/questions#question-2">question#2</a>',
    ],
    ["a proposal, and a path behind it", "#7/quick", '<a href="/proposals/7">#7</a>/quick'],
    ["a ticket as it is written on its page", "T-12.", '<a href="/tickets/12">T-12</a>.'],
    ["text, where a T stands for something else", "T-12-3 t-12 AT-12", "T-12-3 t-12 AT-12"],
    ["a meeting", "meeting#2026-12-09", '<a href="/meetings/2026-12-09">meeting#2026-12-09</a>'],
    ["text, where there is no such day", "meeting#2026-13-09", "meeting#2026-13-09"],
    ["a thread of a tracker", "centos/board#63", '<span class="ref">centos/board#63</span>'],
    ["a thread in a group", "(a/b/c#1)", '(<span class="ref">a/b/c#1</span>)'],
  ])("%s", (_, source, html) => {
    expect(renderMarkdown(source, known)).toBe(`<p>${html}</p>`);
  });

  it("text, where a question has no proposal around it", () => {
    expect(renderMarkdown("question#2", { parties })).toBe("<p>question#2</p>");
  });
});

describe("an address elsewhere is told as people speak of it, the whole of it in its title", () => {
  const link = (address: string, short: string) =>
    `<p><a href="${address}" title="${address}" rel="nofollow noopener ugc">${short}</a></p>`;
  test.each([
    ["https://pagure.io/centos-infra/issue/123", "centos-infra#123"],
    ["https://pagure.io/centos/board/issue/63", "centos/board#63"],
    ["https://pagure.io/centos/board/issue/63#comment-7", "centos/board#63 (comment)"],
    ["https://github.com/osism/issues/issues/5", "osism/issues#5"],
    ["https://github.com/osism/issues/pull/6", "osism/issues#6"],
    ["https://github.com/o/r/commit/1a2b3c4d5e6f", "o/r@1a2b3c4"],
    ["https://gitlab.com/CentOS/a/b/-/issues/9", "CentOS/a/b#9"],
    ["https://gitlab.com/CentOS/a/-/merge_requests/9", "CentOS/a!9"],
    ["https://gitlab.com/CentOS/a/-/commit/1a2b3c4d", "CentOS/a@1a2b3c4"],
    ["https://codeberg.org/o/r/pulls/8", "o/r#8"],
    ["https://pagure.io/centos-infra/c/1a2b3c4d5e", "centos-infra@1a2b3c4"],
    ["https://evil.example/centos/board/issues/63", "evil.example/centos/board#63"],
  ])("%s", (address, short) => {
    expect(renderMarkdown(address)).toBe(link(address, short));
  });

  test.each(["https://github.com/o/r", "https://example.org/a?b=c", "https://pagure.io:8443/a/issue/1"])(
    "%s stays as it is",
    (address) => {
      expect(renderMarkdown(address)).toContain(`>${address}</a>`);
    },
  );

  it("not where somebody gave it words of their own", () => {
    expect(renderMarkdown("[the board](https://pagure.io/centos/board/issue/63)")).toContain(
      ">the board</a>",
    );
  });
});

describe("who is called by a text", () => {
  it("is not whom it quotes, names in code, or in a link", () => {
    expect(handlesIn("@ada and @Bea\n\n> @cyd said\n\n`@dan` [@eve](/x)\n\n    @fay")).toEqual({
      own: ["ada", "bea"],
      quoted: ["cyd"],
    });
  });
});

const pieces = fc.constantFrom(
  ...["@ada", "#63", "#63/q2", "T-12", "ticket#4", "meeting#2026-12-09", "centos/board#63", "question#1"],
  ...[
    "@",
    "#",
    "/",
    " ",
    "\n",
    "a",
    "é",
    "字",
    "_",
    "-",
    ".",
    "12",
    "`",
    "*",
    "[",
    "](/x)",
    "(",
    ")",
    "\\",
    "> ",
  ],
  ...["https://pagure.io/centos/board/issue/63", "\u202e", "👍🏽"],
);
const anyText = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(""));

describe("of any text", () => {
  it("each reference is what stands at its place, in order, and none overlaps another", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "binary" })), (text) => {
        let end = 0;
        for (const { start, text: said } of referencesIn(text, known)) {
          expect(text.slice(start, start + said.length)).toBe(said);
          expect(start).toBeGreaterThanOrEqual(end);
          end = start + said.length;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("without a sign of a reference nothing is referred to", () => {
    const plain = fc.string({ unit: "grapheme" }).filter((text) => !/[@#]|T-\d/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(referencesIn(text)).toEqual([]);
      }),
    );
  });

  it("nothing in code or in somebody's link is a reference", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inCode = renderMarkdown(`\`\`\`\n${text.replaceAll("`", "")}\n\`\`\``, known);
        expect(inCode).not.toMatch(/<a |class="ref"/);
        const inLink = renderMarkdown(`[a ${text.replace(/[\n[\]()\\`*_>]/g, "")} b](/x)`, known);
        expect(inLink.match(/<a /g)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(inLink).not.toContain('class="ref"');
      }),
    );
  });

  it("taking the marks off gives the same text as before they were made", () => {
    const bare = (html: string) => html.replace(/<\/?(?:a|span)\b[^>]*>/g, "");
    const words = fc.array(fc.constantFrom("@ada", "#63", "T-12", "x", "centos/board#63", "@no", ",", " "), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join("").trim();
        expect(bare(renderMarkdown(text, known))).toBe(
          text === "" ? "" : `<p>${text.replace(/^#+$/, "")}</p>`,
        );
      }),
    );
  });
});
