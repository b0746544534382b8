import { beforeAll, describe, expect, it } from "vitest";
import { timelineEntries } from "@/components/discussion/timeline-entries";
import { timelineHtml } from "@/components/workflow/timeline";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { listTimeline, type TimelinePart } from "@/lib/discussion/talk-queries";
import { findProposalHead, findProposalText } from "@/lib/proposals/queries";
import { findProposalSide } from "@/lib/proposals/side-queries";
import { texts } from "../../bench/texts";
import { aPerson, type Person } from "../../factories/people";
import { aProposal, type Made } from "../../factories/proposals";

let proposal: Made;
let reader: Person;

beforeAll(async () => {
  proposal = await aProposal().inDiscussion();
  reader = await aPerson();
  await db.$executeRaw`
    INSERT INTO "Comment" ("proposalId", "authorId", "markdown", "html", "revision", "createdAt")
    SELECT ${proposal.id}, ${proposal.author.personId}, t->>'markdown', (t->>'html') || '<p><a href="/proposals/1">#1</a></p>', 1,
      now() + n * interval '1 second'
    FROM generate_series(1, 1000) n CROSS JOIN LATERAL (SELECT ${texts.comments}::jsonb->(n % 8) AS t) text`;
  await db.$executeRaw`
    INSERT INTO "Reaction" ("commentId", "personId", "kind")
    SELECT c."id", ${reader.personId}, 'thumbs_up' FROM "Comment" c WHERE c."proposalId" = ${proposal.id}`;
});

const htmlOf = (part: TimelinePart) =>
  timelineHtml(timelineEntries({ number: proposal.number, revision: 2, mayWrite: true }, part)).text;

describe("a proposal with 1,000 comments", () => {
  it("is read with no more than 8 questions to the database, the reader's own included", async () => {
    const facts = { queries: 0, databaseGone: false };
    const { html } = await requestFacts.run(facts, async () => {
      const head = await findProposalHead(reader, proposal.number);
      if (!head) throw new Error("the proposal is there");
      const part = await listTimeline(reader, head.id);
      const [text] = [await findProposalText(head), await findProposalSide(reader, head)];
      const said = part.entries.flatMap((entry) => (entry.kind === "comment" ? [entry.html] : []));
      const [html] = await tellReferences(reader, [...said, ...text.sections.map((section) => section.html)]);
      return { html };
    });
    expect(html).toContain('class="ref"');
    // The reader is one more, and what was kept of a form, where there is something, another.
    expect(facts.queries + 2).toBeLessThanOrEqual(8);
  });

  it("shows its newest part in less than 60 kB of HTML, and says which of how many", async () => {
    const part = await listTimeline(reader, proposal.id);
    expect(part.place).toEqual({ from: 981, to: 1000, of: 1000 });
    const html = htmlOf(part);
    expect(html.match(/<li id="comment-/g)).toHaveLength(20);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  it("opens any comment at its anchor, in a part of the same size", async () => {
    const rows = await db.comment.findMany({
      where: { proposalId: proposal.id },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    for (const place of [0, 1, 499, 998, 999]) {
      const html = htmlOf(await listTimeline(reader, proposal.id, { anchor: rows[place]?.id ?? 0 }));
      expect(html).toContain(`<li id="comment-${rows[place]?.id}"`);
      expect(html.match(/<li id="comment-/g)).toHaveLength(20);
    }
  });
});
