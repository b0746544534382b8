import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { confirmCandidate } from "@/lib/discussion/commands/confirm-candidate";
import { dismissCandidate } from "@/lib/discussion/commands/dismiss-candidate";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { leaveUnanswered } from "@/lib/discussion/commands/leave-unanswered";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { reopenQuestion } from "@/lib/discussion/commands/reopen-question";
import { withdrawQuestion } from "@/lib/discussion/commands/withdraw-question";
import { findOwnComment } from "@/lib/discussion/comment-queries";
import { listCandidates, listOwedBy, listQuestions } from "@/lib/discussion/queries";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aCandidate, aComment, aQuestion, questionRow } from "../../factories/discussion";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, type Made } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let stranger: Person;
beforeAll(async () => {
  board = await theBoard();
  stranger = await aPerson();
});

/** An executive proposal with a comment, a question and an offered sentence. */
async function secret(): Promise<
  Made & { question: number; questionId: number; candidate: number; comment: number }
> {
  const proposal = await aProposal({ by: board.ada, executive: true }).inDiscussion();
  const comment = await aComment(board.ada, proposal.number, "Not for everybody.");
  const question = await aQuestion(board.ada, proposal.number, `@${board.chair.handle}`, "Is it legal?");
  const { id: questionId } = await questionRow(proposal.id, question);
  const candidate = await aCandidate(proposal.id, comment, "Is it?");
  return { ...proposal, comment, question, questionId, candidate };
}

describe("of an executive proposal", () => {
  it("no command finds anything for somebody who may not see it", async () => {
    const { number: proposal, question, questionId, candidate, comment } = await secret();
    const results = await Promise.all([
      postComment(stranger, { proposal, markdown: "Hello?" }),
      askQuestion(stranger, { proposal, of: "board", text: "Why?" }),
      answerQuestion(stranger, { proposal, question, markdown: "Because." }),
      withdrawQuestion(stranger, { proposal, question, reason: "" }),
      reopenQuestion(stranger, { proposal, question, reason: "Again." }),
      editComment(stranger, { comment, markdown: "For everybody." }),
      confirmCandidate(stranger, { candidate, of: "board" }),
      dismissCandidate(stranger, { candidate }),
      transact((tx) => leaveUnanswered(tx, stranger, { questionId, meetingId: 1 })),
    ]);
    for (const result of results) expect(result).toMatchObject({ refusal: { code: "not_found" } });
  });

  it.each([
    ["a stranger", () => stranger],
    ["the public", () => thePublic],
  ] as [string, () => Actor][])("no query shows anything to %s", async (_who, reader) => {
    const { id, comment } = await secret();
    expect(await listTimeline(reader(), id)).toEqual({ entries: [] });
    expect(await listTimeline(reader(), id, { anchor: comment })).toEqual({ entries: [] });
    expect(await listQuestions(reader(), id)).toEqual([]);
    expect(await listCandidates(reader(), id)).toEqual([]);
    expect(await findOwnComment(reader(), comment)).toBeNull();
    expect(await listOwedBy(reader())).toEqual([]);
  });

  it("the board sees all of it", async () => {
    const { id, question, comment } = await secret();
    expect((await listTimeline(board.bea, id)).entries.length).toBeGreaterThan(1);
    expect(await listQuestions(board.secretary, id)).toMatchObject([{ number: question }]);
    expect(await listCandidates(board.liaison, id)).toMatchObject([{ commentId: comment }]);
    expect((await listOwedBy(board.chair)).length).toBeGreaterThan(0);
  });

  it("every event is executive", async () => {
    const { id } = await secret();
    expect(await db.event.count({ where: { proposalId: id, visibility: "public" } })).toBe(0);
  });

  it("nothing can be asked of somebody who could not read it", async () => {
    const { number: proposal } = await secret();
    const ask = (of: string) => askQuestion(board.ada, { proposal, of, text: "May you know?" });
    expect(await ask(`@${stranger.handle}`)).toMatchObject({ refusal: { code: "refused" } });
    expect(await ask("infra")).toMatchObject({ refusal: { code: "refused" } });
    expect(await ask("board")).toMatchObject({ ok: true });
  });
});

describe("of a draft", () => {
  it("others find nothing, and its author is told to publish first", async () => {
    const { number: proposal, id, author } = await aProposal().draft();
    const comment = { proposal, markdown: "Hello?" };
    expect(await postComment(stranger, comment)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await postComment(board.chair, comment)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await postComment(author, comment)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("Publish it") },
    });
    expect(await listTimeline(board.chair, id)).toEqual({ entries: [] });
    expect(await listQuestions(board.chair, id)).toEqual([]);
  });
});
