import { describe, expect, it } from "vitest";
import { type TimelinePlace, timelineEntries } from "@/components/discussion/timeline-entries";
import { timelineHtml } from "@/components/workflow/timeline";
import type { AskedQuestion } from "@/lib/discussion/queries";
import { saysQuestion } from "@/lib/discussion/question-said";
import type { TalkComment, TimelinePart } from "@/lib/discussion/talk-queries";
import { texts } from "../../bench/texts";

const place: TimelinePlace = { number: 63, revision: 3, mayWrite: true };
const written: { html: string }[] = JSON.parse(texts.comments);

const comment = (id: number, more: Partial<TalkComment> = {}): TalkComment => ({
  kind: "comment",
  id,
  at: new Date(Date.parse("2026-12-01T10:00:00Z") + id * 60_000).toISOString(),
  author: { handle: "bea", name: "Bea <B>" },
  html: written[id % written.length]?.html ?? "",
  editedAt: null,
  mayEdit: false,
  isOwn: false,
  revision: 3,
  boardOnly: false,
  byPortal: false,
  replyTo: null,
  reactions: [],
  asked: [],
  answered: [],
  promise: null,
  ...more,
});

const asked = (text: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  number: 4,
  text,
  status: "open",
  askedBy: { handle: "bea", name: "Bea" },
  of: { kind: "body", handle: "board", name: "the board" },
  answeredBy: null,
  answers: 0,
  progress: null,
  acceptedAt: null,
  settled: null,
  ...more,
});

const shown = (part: TimelinePart, more: Partial<TimelinePlace> = {}) =>
  timelineHtml(timelineEntries({ ...place, ...more }, part)).text;

describe("a part of the discussion", () => {
  it("of 20 comments with all that may stand beside them is under 60 kB of HTML", () => {
    const busy = { revision: 1, editedAt: "2026-12-02T10:00:00Z", mayEdit: true, answered: [3] };
    const reactions = [
      { kind: "thumbs_up" as const, emoji: "👍", word: "Agree", count: 12, mine: true, by: [] },
      { kind: "eyes" as const, emoji: "👀", word: "Looking into it", count: 1, mine: false, by: [] },
    ];
    const replyTo = { id: 1, name: "Somebody with a long name" };
    const entries = Array.from({ length: 20 }, (_, id) =>
      comment(123_000 + id, { ...busy, reactions, replyTo }),
    );
    const html = shown({ entries });
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html.match(/<li id="comment-/g)).toHaveLength(20);
  });

  it("of 20 comments that each ask a long question in other words is under 60 kB of HTML", () => {
    const entries = Array.from({ length: 20 }, (_, id) =>
      comment(123_000 + id, { asked: [asked("Would it <fit>? ".repeat(60))], mayEdit: true }),
    );
    expect(Buffer.byteLength(shown({ entries }))).toBeLessThan(60_000);
  });

  it("shows what a comment's question asks where the comment does not say it, as text", () => {
    const html = shown({ entries: [comment(1, { html: "<p>See.</p>", asked: [asked("Who <pays>?")] })] });
    expect(html).toContain('<q dir="auto">Who &lt;pays&gt;?</q></p>');
    const said = comment(1, { html: "<p>See. Who <b>pays</b>?</p>", asked: [asked("Who pays?")] });
    expect(shown({ entries: [said] })).not.toContain("<q");
  });

  it("says where what is new begins, once, and not at one's own words", () => {
    const entries = [comment(1), comment(2, { isOwn: true }), comment(3), comment(4)];
    const news = { since: entries[0]?.at ?? "", count: 2, first: 3 };
    const html = shown({ entries, news });
    expect(html.match(/New since you were here/g)).toHaveLength(1);
    expect(html.indexOf("New since you were here")).toBeGreaterThan(html.indexOf("comment-2"));
    expect(html.indexOf("New since you were here")).toBeLessThan(html.indexOf('id="comment-3"'));
  });

  it("says of what earlier text a comment speaks, where that has moved on", () => {
    expect(shown({ entries: [comment(1, { revision: 2 })] })).toContain(
      "About revision 2; the text has changed since.",
    );
    expect(shown({ entries: [comment(1)] })).not.toContain("About revision");
  });

  it("leads from each comment to itself, to what it said before, and to what it replies to", () => {
    const html = shown({
      entries: [comment(12, { editedAt: "2026-12-02T10:00:00Z", replyTo: { id: 3, name: "Ada" } })],
    });
    expect(html).toContain('<a href="?comment=12#comment-12"><time');
    expect(html).toContain('<a href="/proposals/63/comments/12">edited</a>');
    expect(html).toContain('<a href="?comment=3#comment-3">to Ada</a>');
    expect(html).toContain('<a href="?quote=12#comment-form">Quote</a>');
    expect(html).toContain("Bea &lt;B&gt;");
  });

  it("offers nobody a button who may not write, and shows what was given", () => {
    const reactions = [
      { kind: "eyes" as const, emoji: "👀", word: "Looking into it", count: 1, mine: false, by: [] },
    ];
    const html = shown({ entries: [comment(1, { reactions })] }, { mayWrite: false });
    expect(html).not.toContain("<button");
    expect(html).not.toContain("Quote");
    expect(html).toContain('aria-label="Looking into it 1"');
  });

  it("takes a reaction back by its own button, and gives one by the others", () => {
    const reactions = [
      { kind: "eyes" as const, emoji: "👀", word: "Looking into it", count: 1, mine: true, by: [] },
    ];
    const html = shown({ entries: [comment(7, { reactions }), comment(8)] }, { reactTo: 7 });
    expect(html).toContain(
      'name="eyes" value="-7" aria-pressed="true" aria-label="Looking into it 1, yours too"',
    );
    expect(html).toContain('name="thumbs_up" value="7"');
    expect(html).not.toContain('value="8"');
    expect(html).toContain('<a href="?react=8#comment-8">React</a>');
  });

  it("tells the writer alone which name nobody has, and only if it stands there", () => {
    const entries = [comment(1, { isOwn: true, html: "<p>@nobody</p>" })];
    const told = { posted: { comment: 1, nobody: ["nobody", "made-up"] } };
    expect(shown({ entries }, told)).toContain(
      "Nobody is called @nobody here: it was posted as text, and nobody was told.",
    );
    expect(shown({ entries: [comment(1, { html: "<p>@nobody</p>" })] }, told)).not.toContain(
      "Nobody is called",
    );
  });
});

describe("a comment says its question", () => {
  it.each([
    ["<p>Hello. Who <strong>pays</strong>\nfor it?</p>", "Who pays for it?"],
    ["<p>Who pays?</p>", "Who **pays**?"],
    ["<p>A &amp; B, or &quot;C&quot;?</p>", 'A & B, or "C"?'],
    ["<p>It begins like this and goes on.</p>", "It begins like this…"],
    ["<p>¿Quién paga? 誰が払う？</p>", "誰が払う？"],
  ])("%s: %s", (html, question) => {
    expect(saysQuestion(html, question)).toBe(true);
  });

  it.each([
    ["<p>See above.</p>", "Who pays for it?"],
    ['<p><a href="/who-pays">There</a></p>', "Who pays?"],
  ])("or does not: %s: %s", (html, question) => {
    expect(saysQuestion(html, question)).toBe(false);
  });
});
