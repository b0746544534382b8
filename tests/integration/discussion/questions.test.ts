import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { confirmCandidate } from "@/lib/discussion/commands/confirm-candidate";
import { dismissCandidate } from "@/lib/discussion/commands/dismiss-candidate";
import { leaveUnanswered } from "@/lib/discussion/commands/leave-unanswered";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { reopenQuestion } from "@/lib/discussion/commands/reopen-question";
import { withdrawQuestion } from "@/lib/discussion/commands/withdraw-question";
import { answerQuestionInput, postCommentInput } from "@/lib/discussion/schema";
import { aCandidate, aComment, aQuestion, questionRow, send } from "../../factories/discussion";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

async function aTalk() {
  const proposal = await aProposal().inDiscussion();
  return { proposal, author: proposal.author, asker: await aPerson() };
}

describe("a question", () => {
  it("is asked with the comment that asks it, and takes its words where none are given", async () => {
    const { proposal, author, asker } = await aTalk();
    const posted = expectDone(
      await send(postCommentInput, postComment, asker, {
        proposal: proposal.number,
        markdown: "I like it. What is the **cloud** for? Thank you.",
        askOf: `@${author.handle}`,
      }),
    );
    expect(posted.question).toBe(1);
    expect(await questionRow(proposal.id, 1)).toMatchObject({
      text: "What is the cloud for?",
      status: "open",
      askedById: asker.personId,
      askedOfPersonId: author.personId,
      commentId: posted.comment,
    });
  });

  it("asked of nobody known is refused at its field, and the comment is not kept", async () => {
    const { proposal, asker } = await aTalk();
    const result = await send(postCommentInput, postComment, asker, {
      proposal: proposal.number,
      markdown: "Who pays?",
      askOf: "@nobody-of-that-name",
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: "invalid", errors: [{ path: "askOf" }] } });
    expect(await db.comment.count({ where: { proposalId: proposal.id } })).toBe(0);
  });

  it("asked at the same moment as nine others gets a number of its own", async () => {
    const { proposal, asker } = await aTalk();
    const asks = Array.from({ length: 10 }, (_, place) =>
      askQuestion(asker, { proposal: proposal.number, of: "board", text: `Question at once ${place}?` }),
    );
    const numbers = (await Promise.all(asks)).map((result) => expectDone(result).question);
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("is answered with a comment written at once, by who owes it", async () => {
    const { proposal, author, asker } = await aTalk();
    const question = await aQuestion(asker, proposal.number, `@${author.handle}`);
    const values = { proposal: proposal.number, question, markdown: "For all of us." };
    const { comment } = expectDone(await send(answerQuestionInput, answerQuestion, author, values));
    expect(await questionRow(proposal.id, question)).toMatchObject({
      status: "answered",
      answerCommentId: comment,
    });
  });

  it("is answered by a comment that was there already, or by one that says so when it is posted", async () => {
    const { proposal, author, asker } = await aTalk();
    const comment = await aComment(author, proposal.number, "It is for everybody.");
    const first = await aQuestion(asker, proposal.number, `@${author.handle}`);
    const second = await aQuestion(asker, proposal.number, `@${author.handle}`, "And who pays?");
    expectDone(await answerQuestion(author, { proposal: proposal.number, question: first, comment }));
    expectDone(await postComment(author, { proposal: proposal.number, markdown: "We do.", answers: second }));
    expect(await questionRow(proposal.id, first)).toMatchObject({
      status: "answered",
      answerCommentId: comment,
    });
    expect(await questionRow(proposal.id, second)).toMatchObject({ status: "answered" });
  });

  it("of a body is answered by whoever shares its duties, and not by who is outside or only administers there", async () => {
    const { proposal, asker } = await aTalk();
    const question = await aQuestion(asker, proposal.number, "infra");
    const engineer = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
    const answer = { proposal: proposal.number, question, markdown: "Three hosts are free." };
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    for (const other of [await aPerson(), admin])
      expect(await answerQuestion(other, answer)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await answerQuestion(engineer, answer));
  });

  it("answered twice at the same moment is answered once; the other is told, and no comment of theirs stays", async () => {
    const { proposal, author, asker } = await aTalk();
    const question = await aQuestion(asker, proposal.number, `@${author.handle}`);
    const answer = (by: typeof author, markdown: string) =>
      answerQuestion(by, { proposal: proposal.number, question, version: 1, markdown });
    const results = await Promise.all([answer(author, "For us."), answer(board.chair, "For them.")]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("the question is answered") },
    });
    expect(await db.comment.count({ where: { proposalId: proposal.id } })).toBe(1);
  });

  it("that was taken back cannot be answered", async () => {
    const { proposal, author, asker } = await aTalk();
    const question = await aQuestion(asker, proposal.number, `@${author.handle}`);
    expectDone(await withdrawQuestion(asker, { proposal: proposal.number, question, reason: "" }));
    const late = await answerQuestion(author, { proposal: proposal.number, question, markdown: "For us." });
    expect(late).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("withdrawn") },
    });
    expect(await db.comment.count({ where: { proposalId: proposal.id } })).toBe(0);
  });

  it("is opened again by who asked it, and by nobody else; seen too late it is a conflict", async () => {
    const { proposal, author, asker } = await aTalk();
    const question = await aQuestion(asker, proposal.number, `@${author.handle}`);
    expectDone(await answerQuestion(author, { proposal: proposal.number, question, markdown: "For us." }));
    const again = { proposal: proposal.number, question, reason: "For whom exactly?" };
    expect(await reopenQuestion(author, again)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await reopenQuestion(asker, { ...again, version: 1 })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expectDone(await reopenQuestion(asker, { ...again, version: 2 }));
    expect(await questionRow(proposal.id, question)).toMatchObject({ status: "open", answerCommentId: null });
  });

  it("that a meeting left unanswered stays on the record, and can still be answered", async () => {
    const { proposal, author, asker } = await aTalk();
    const question = await aQuestion(asker, proposal.number, `@${author.handle}`);
    const { id: questionId } = await questionRow(proposal.id, question);
    const at = new Date("2026-10-14T20:00:00Z");
    const meetingId = await aMeetingAt(at);
    const leave = (by: typeof author) => transact((tx) => leaveUnanswered(tx, by, { questionId, meetingId }));
    expect(await leave(author)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await leave(board.chair));
    expect(await questionRow(proposal.id, question)).toMatchObject({ status: "unanswered" });
    expectDone(
      await answerQuestion(author, { proposal: proposal.number, question, markdown: "Now I know." }),
    );
  });
});

describe("a sentence that an import offered", () => {
  it("becomes a question of who wrote it, once, when the requester says of whom", async () => {
    const { proposal, author, asker } = await aTalk();
    const comment = await aComment(asker, proposal.number, "Nice. Who pays for it?");
    const candidate = await aCandidate(proposal.id, comment, "Who pays for it?");
    expect(await confirmCandidate(asker, { candidate, of: "board" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const both = await Promise.all([
      confirmCandidate(author, { candidate, of: "board" }),
      confirmCandidate(board.secretary, { candidate, of: "board" }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await db.question.findMany({ where: { proposalId: proposal.id } })).toMatchObject([
      { number: 1, text: "Who pays for it?", askedById: asker.personId, commentId: comment },
    ]);
  });

  it("may be dismissed, and is then no question", async () => {
    const { proposal, author } = await aTalk();
    const candidate = await aCandidate(proposal.id, null, "Who knows?");
    expectDone(await dismissCandidate(author, { candidate }));
    expect(await confirmCandidate(author, { candidate, of: "board" })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect(await db.question.count({ where: { proposalId: proposal.id } })).toBe(0);
  });
});

/** A meeting, only as far as the record needs one. */
async function aMeetingAt(startsAt: Date): Promise<number> {
  const meeting = await db.$transaction(async (tx) => {
    const made = await tx.meeting.create({
      data: { date: startsAt.toISOString().slice(0, 10), title: "Board", startsAt },
    });
    await tx.event.create({ data: { type: "meeting.planned", subject: "meeting", subjectId: made.id } });
    return made;
  });
  return meeting.id;
}
