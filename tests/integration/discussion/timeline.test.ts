import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { listOwedBy, listQuestions } from "@/lib/discussion/queries";
import { listTimeline, type TimelinePart } from "@/lib/discussion/talk-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aComment, aQuestion } from "../../factories/discussion";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

const idsOf = (part: TimelinePart) =>
  part.entries.flatMap((entry) => (entry.kind === "comment" ? [entry.id] : []));

describe("a discussion of 5,000 comments", () => {
  let proposal: Made;
  let ids: number[];

  beforeAll(async () => {
    proposal = await aProposal().inDiscussion();
    await db.$executeRaw`
      INSERT INTO "Comment" ("proposalId", "authorId", "markdown", "html", "createdAt")
      SELECT ${proposal.id}, ${proposal.author.personId}, 'Comment ' || n, '<p>Comment ' || n || '</p>',
        now() + n * interval '1 second' FROM generate_series(1, 5000) n`;
    const rows = await db.comment.findMany({
      where: { proposalId: proposal.id },
      orderBy: { createdAt: "asc" },
    });
    ids = rows.map((row) => row.id);
  });

  it("is read from the end, 20 at a time, with one question to the database", async () => {
    const facts = { queries: 0, databaseGone: false };
    const part = await requestFacts.run(facts, () => listTimeline(thePublic, proposal.id));
    expect(idsOf(part)).toEqual(ids.slice(-20));
    expect(part).toMatchObject({ older: ids.at(-20) });
    expect(part.newer).toBeUndefined();
    expect(facts.queries).toBe(1);
  });

  it("loses no comment and shows none twice from its end to its beginning", async () => {
    await db.comment.deleteMany({ where: { proposalId: proposal.id, id: { lte: ids[4888] ?? 0 } } });
    const left = ids.slice(4889);
    const seen: number[] = [];
    let part = await listTimeline(thePublic, proposal.id);
    for (;;) {
      seen.unshift(...idsOf(part));
      if (part.older === undefined) break;
      part = await listTimeline(thePublic, proposal.id, { before: part.older });
    }
    expect(seen).toEqual(left);
    ids = left;
  });

  it("goes back up to the newest part by the same steps", async () => {
    let part = await listTimeline(thePublic, proposal.id, { before: ids[10] ?? 0 });
    const seen = idsOf(part);
    while (part.newer) {
      part = await listTimeline(thePublic, proposal.id, { before: part.newer });
      seen.push(...idsOf(part));
    }
    expect(part.newer).toBe(0);
    seen.push(...idsOf(await listTimeline(thePublic, proposal.id)));
    expect([...new Set(seen)]).toEqual(ids);
  });

  it("opens the part that a linked comment stands in", async () => {
    for (const wanted of [ids[0], ids[50], ids.at(-1)]) {
      expect(idsOf(await listTimeline(thePublic, proposal.id, { anchor: wanted ?? 0 }))).toContain(wanted);
    }
  });
});

describe("a discussion", () => {
  it("shows talk and events in their order, and which question a comment asks and answers", async () => {
    const { author, number, id } = await aProposal().inDiscussion();
    const asker = await aPerson({ name: "Bea" });
    const asked = expectDone(
      await postComment(asker, { proposal: number, markdown: "What is it for?", askOf: `@${author.handle}` }),
    );
    const answer = expectDone(
      await answerQuestion(author, { proposal: number, question: 1, markdown: "For all of us." }),
    );
    const { entries } = await listTimeline(thePublic, id);
    expect(entries).toMatchObject([
      { kind: "event", sentence: "published it." },
      {
        kind: "comment",
        id: asked.comment,
        author: { name: "Bea" },
        asked: [{ number: 1, status: "answered", answeredBy: { name: author.name } }],
        answered: [],
      },
      { kind: "comment", id: answer.comment, asked: [], answered: [1] },
    ]);
  });

  it("says of every question who owes what, and lists for each what they owe, their bodies' debts too", async () => {
    const { ada, secretary } = await theBoard();
    const { author, number, id } = await aProposal({ title: "Owed" }).inDiscussion();
    const asker = await aPerson({ name: "Cyd" });
    await aQuestion(asker, number, `@${author.handle}`, "What is it for?");
    await aQuestion(asker, number, "board", "Who decides?");
    expect(await listQuestions(asker, id)).toMatchObject([
      {
        number: 1,
        status: "open",
        of: { kind: "person", handle: author.handle },
        moves: [{ name: "withdraw" }],
      },
      { number: 2, status: "open", of: { kind: "body", handle: "board" }, askedBy: { name: "Cyd" } },
    ]);
    expect(await listOwedBy(author)).toMatchObject([
      { proposal: number, number: 1, body: null, askedBy: "Cyd" },
    ]);
    expect(await listOwedBy(ada)).toMatchObject([{ proposal: number, number: 2, body: "board" }]);
    expect(await listOwedBy(secretary)).toEqual([]);
  });

  it("keeps its place when a comment is added while somebody reads", async () => {
    const { author, number, id } = await aProposal().inDiscussion();
    const first = await aComment(author, number, "One.");
    const second = await aComment(author, number, "Two.");
    await aComment(author, number, "Three.");
    expect(idsOf(await listTimeline(thePublic, id, { before: second }))).toEqual([first]);
  });
});
