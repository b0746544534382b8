import { beforeAll, describe, expect, it } from "vitest";
import { db, Prisma } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { react } from "@/lib/discussion/commands/react";
import { mayReadComment } from "@/lib/discussion/comment-policy";
import { findComment, findOwnComment } from "@/lib/discussion/comment-queries";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { commentsVisibleTo, commentVisibleSql } from "@/lib/discussion/visibility";
import { exportKinds } from "@/lib/import-export/export-queries/export-kinds";
import { sightOf } from "@/lib/import-export/export-queries/export-sight";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { findProposalHead } from "@/lib/proposals/queries";
import { search } from "@/lib/search/queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aComment, aQuestion } from "../../factories/discussion";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let proposal: Made;
let stranger: Person;
let comment: number;
const secretWord = "zinnoberfalter";

beforeAll(async () => {
  board = await theBoard();
  stranger = await aPerson();
  proposal = await aProposal().inDiscussion();
  await aComment(stranger, proposal.number, "Said to all.");
  comment = await hush(`Between us: ${secretWord}, @${proposal.author.handle}.`);
  await aComment(stranger, proposal.number, "Said to all, later.");
});

async function hush(markdown: string, more: object = {}): Promise<number> {
  const input = { proposal: proposal.number, markdown, boardOnly: "on" as const, ...more };
  return expectDone(await postComment(board.ada, input)).comment;
}

/** Everybody who is not to know, the proposal's author before all. */
const outsiders = (): [string, Actor][] => [
  ["the public", thePublic],
  ["a stranger", stranger],
  ["the proposal's author", proposal.author],
];

const everything = (value: unknown) =>
  JSON.stringify(value, (_key, each) => (typeof each === "bigint" ? String(each) : each));

describe("a comment for the board", () => {
  it("is read by who reads executive items, in its place", async () => {
    for (const reader of [board.bea, board.secretary, board.liaison]) {
      const { entries, place } = await listTimeline(reader, proposal.id);
      expect(entries).toContainEqual(expect.objectContaining({ id: comment, boardOnly: true }));
      expect(place).toMatchObject({ of: 3 });
      expect(await findComment(reader, { proposal: proposal.number, comment })).toMatchObject({
        boardOnly: true,
      });
    }
  });

  it("is nowhere for anybody else: not its words, not its number, not its place", async () => {
    for (const [who, reader] of outsiders()) {
      const part = await listTimeline(reader, proposal.id);
      expect(part.place, who).toEqual({ from: 1, to: 2, of: 2 });
      expect(everything(part), who).not.toContain(secretWord);
      expect(await listTimeline(reader, proposal.id, { anchor: comment }), who).toEqual(part);
      expect(await listTimeline(reader, proposal.id, { before: comment }), who).toEqual(part);
      expect(await listTimeline(reader, proposal.id, { quote: comment }), who).toEqual(part);
      expect(await findComment(reader, { proposal: proposal.number, comment }), who).toBeNull();
      expect(await findOwnComment(reader, comment), who).toBeNull();
      expect((await findProposalHead(reader, proposal.number))?.counts.comments, who).toBe(2);
      expect(await search(reader, secretWord), who).toEqual([]);
    }
    expect(await search(board.bea, secretWord)).toHaveLength(1);
    expect((await findProposalHead(board.bea, proposal.number))?.counts.comments).toBe(3);
  });

  it("leaves no trace in a history, in an export or in the lists", async () => {
    const before = (await db.proposal.findUniqueOrThrow({ where: { id: proposal.id } })).updatedAt;
    const quiet = await hush("More.");
    expectDone(await editComment(board.ada, { comment: quiet, markdown: `More ${secretWord}.` }));
    expectDone(await react(board.bea, { comment: quiet, kind: "thumbs_up", give: true }));
    expect((await db.proposal.findUniqueOrThrow({ where: { id: proposal.id } })).updatedAt).toEqual(before);
    for (const [who, reader] of outsiders()) {
      const { entries } = await listHistory(reader, { proposalId: proposal.id });
      expect(entries.filter(({ sentence }) => /comment/.test(sentence)).length, who).toBe(2);
      for (const { kind, rows } of exportKinds(sightOf(reader))) {
        const lines = everything(await db.$queryRaw(rows));
        expect(lines, `${who}, ${kind}`).not.toContain(secretWord);
        expect(lines, `${who}, ${kind}`).not.toContain("board_comment");
      }
    }
    const lines = await Promise.all(exportKinds(sightOf(board.bea)).map(({ rows }) => db.$queryRaw(rows)));
    expect(everything(lines)).toContain(secretWord);
  });

  it("is told to nobody who may not read it, though it calls them by name", async () => {
    const events = await db.event.findMany({ where: { proposalId: proposal.id, subject: "board_comment" } });
    expect(events.length).toBeGreaterThan(0);
    for (const { id, visibility } of events) {
      expect(visibility).toBe("executive");
      await tellOfEvent(id);
    }
    expect(everything((await listInbox(proposal.author)).lines)).not.toContain(board.ada.name);
  });

  it("on an executive proposal is not its author's to read either", async () => {
    const secret = await aProposal({ by: board.cy, executive: true }).inDiscussion();
    // Who wrote it has left the board since.
    await db.roleGrant.updateMany({ where: { personId: board.cy.personId }, data: { until: new Date() } });
    const outsider = { ...board.cy, roles: [] };
    const input = { proposal: secret.number, markdown: "Not for the author.", boardOnly: "on" as const };
    const { comment: id } = expectDone(await postComment(board.ada, input));
    const events = await db.event.findMany({ where: { subject: "board_comment", subjectId: id } });
    for (const event of events) await tellOfEvent(event.id);
    expect((await listTimeline(outsider, secret.id)).place).toBeUndefined();
    expect(everything((await listHistory(outsider, { proposalId: secret.id })).entries)).not.toContain(
      "comment",
    );
    expect((await listInbox(outsider)).lines).toEqual([]);
  });

  it("can be found by no deed of somebody else", async () => {
    const { number } = proposal;
    const question = await aQuestion(stranger, number, `@${proposal.author.handle}`);
    for (const actor of [stranger, proposal.author]) {
      const results = [
        await react(actor, { comment, kind: "eyes", give: true }),
        await editComment(actor, { comment, markdown: "Mine." }),
        await askQuestion(actor, { proposal: number, of: "board", text: "What?", comment }),
      ];
      for (const result of results) expect(result).toMatchObject({ refusal: { code: "not_found" } });
      const answer = await answerQuestion(proposal.author, { proposal: number, question, comment });
      expect(answer).toMatchObject({ refusal: { code: "not_found" } });
      const reply = await postComment(actor, { proposal: number, markdown: "What?", parent: comment });
      const elsewhere = await postComment(actor, { proposal: number, markdown: "What?", parent: 987654 });
      expect(reply).toEqual(elsewhere);
    }
  });

  it("asks nothing, answers nothing, and is answered only among the board", async () => {
    const { number } = proposal;
    const forBoard = { proposal: number, markdown: "May we?", boardOnly: "on" as const };
    const asked = await askQuestion(board.bea, { proposal: number, of: "board", text: "May we?", comment });
    expect(asked).toMatchObject({ refusal: { code: "refused" } });
    expect(
      await postComment(board.bea, { ...forBoard, boardOnly: undefined, parent: comment }),
    ).toMatchObject({
      refusal: { code: "refused", errors: [{ path: "boardOnly" }] },
    });
    expectDone(await postComment(board.bea, { ...forBoard, parent: comment }));
    expect(await postComment(stranger, forBoard)).toMatchObject({
      refusal: { code: "forbidden", errors: [{ path: "boardOnly" }] },
    });
  });

  it("is gone for its writer too, when they leave the board", async () => {
    const former = { ...board.ada, roles: [] };
    expect(await findOwnComment(former, comment)).toBeNull();
    expect(await editComment(former, { comment, markdown: "Mine." })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it("is judged alike by the policy, by the database's condition and by SQL", async () => {
    const everybody: Actor[] = [thePublic, stranger, proposal.author, ...Object.values(board)];
    const rows = await db.comment.findMany({ where: { proposalId: proposal.id } });
    for (const reader of [...everybody, { kind: "system", name: "test" } as const]) {
      const byPolicy = rows.filter((row) => mayReadComment(reader, row)).map(({ id }) => id);
      const byWhere = await db.comment.findMany({
        where: { proposalId: proposal.id, AND: commentsVisibleTo(reader) },
      });
      const bySql = await db.$queryRaw<{ id: number }[]>(
        Prisma.sql`SELECT c."id" FROM "Comment" c WHERE c."proposalId" = ${proposal.id} AND ${commentVisibleSql(reader)}`,
      );
      const sorted = (list: { id: number }[]) => list.map(({ id }) => id).sort((a, b) => a - b);
      expect(sorted(byWhere)).toEqual(byPolicy.sort((a, b) => a - b));
      expect(sorted(bySql)).toEqual(sorted(byWhere));
    }
  });
});
