import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { acceptAnswer } from "@/lib/discussion/commands/accept-answer";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { concludeQuestion } from "@/lib/discussion/commands/conclude-question";
import { leaveUnanswered } from "@/lib/discussion/commands/leave-unanswered";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { reopenQuestion } from "@/lib/discussion/commands/reopen-question";
import { withdrawQuestion } from "@/lib/discussion/commands/withdraw-question";
import { listOwedBy, listQuestions, type QuestionLine } from "@/lib/discussion/queries";
import { answerQuestionInput } from "@/lib/discussion/schema";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { isOwed, owesText } from "@/lib/discussion/ui-text";
import { findHome } from "@/lib/home/queries";
import { findProposalSide } from "@/lib/proposals/side-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aComment, anAnswer, aQuestion, questionRow, send, theSigLeaders } from "../../factories/discussion";
import { inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";
import { aSession, decided } from "../../factories/sessions";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

/** Where a question stands. */
interface Where {
  proposal: { id: number; number: number };
  question: number;
}

interface Asked extends Where {
  proposal: Made;
  asker: Person;
  leaders: Person[];
}

/** A question that somebody asked of all who lead a SIG. */
async function askedOfLeaders(...names: string[]): Promise<Asked> {
  const leaders = await theSigLeaders(...names);
  const proposal = await aProposal().inDiscussion();
  const asker = await aPerson({ name: "Leilani" });
  const question = await aQuestion(asker, proposal.number, "sig-leaders", "Would your SIG use it?");
  return { proposal, asker, leaders, question };
}

const at = ({ proposal, question }: Where) => ({ proposal: proposal.number, question });

async function lineOf({ proposal, question }: Where): Promise<QuestionLine> {
  const line = (await listQuestions(thePublic, proposal.id)).find(({ number }) => number === question);
  if (!line) throw new Error(`no question ${question}`);
  return line;
}

const owes = async (person: Person, { proposal, question }: Where) =>
  (await listOwedBy(person)).some((debt) => debt.proposal === proposal.number && debt.number === question);

describe("a question of a role", () => {
  it("is owed by each who holds the role, until they have answered; the last answer settles it", async () => {
    const asked = await askedOfLeaders("Ada", "Bo", "Cy");
    const { leaders, proposal, question } = asked;
    const [ada, bo, cy] = leaders as [Person, Person, Person];
    expect(owesText(await lineOf(asked))).toBe(
      "The SIG leaders owe Leilani the answer. 0 of 3 answered; waiting for Ada, Bo and Cy.",
    );
    await anAnswer(ada, proposal.number, question, "We would.");
    expect([await owes(ada, asked), await owes(bo, asked)]).toEqual([false, true]);
    expect(owesText(await lineOf(asked))).toContain("1 of 3 answered; waiting for Bo and Cy.");
    expect(await questionRow(proposal.id, question)).toMatchObject({ status: "open", version: 1 });

    await anAnswer(bo, proposal.number, question, "Not this year.");
    await anAnswer(cy, proposal.number, question, "Twice.");
    const line = await lineOf(asked);
    expect(line).toMatchObject({ status: "answered", answers: 3 });
    expect(line.given.map(({ by }) => by.name)).toEqual(["Ada", "Bo", "Cy"]);
    expect(owesText(line)).toBe("Answered by Ada and 2 others.");
    expect(await owes(cy, asked)).toBe(false);
  });

  it("takes both of two answers that come at once, and is answered when they were all", async () => {
    const asked = await askedOfLeaders("Ada", "Bo");
    const results = await Promise.all(
      asked.leaders.map((by) =>
        answerQuestion(by, { ...at(asked), version: 1, markdown: `From ${by.name}.` }),
      ),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await lineOf(asked)).toMatchObject({ status: "answered", answers: 2 });
    const events = await db.event.findMany({
      where: { proposalId: asked.proposal.id, type: { startsWith: "question.answer" } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual(["question.answer_given", "question.answered"]);
  });

  it("takes one answer of each, however simultaneously it is sent twice", async () => {
    const asked = await askedOfLeaders("Ada", "Bo");
    const [ada] = asked.leaders as [Person];
    const twice = await Promise.all(
      ["Yes.", "No."].map((markdown) => answerQuestion(ada, { ...at(asked), markdown })),
    );
    expect(twice.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.comment.count({ where: { proposalId: asked.proposal.id } })).toBe(1);
    expect(await lineOf(asked)).toMatchObject({ status: "open", answers: 1 });
  });

  it("ends when the asker or an officer has heard enough, and not before somebody was heard", async () => {
    const asked = await askedOfLeaders("Ada", "Bo");
    const [ada, bo] = asked.leaders as [Person, Person];
    expect(await concludeQuestion(asked.asker, at(asked))).toMatchObject({
      refusal: { code: "refused", message: "Nobody has answered it yet." },
    });
    await anAnswer(ada, asked.proposal.number, asked.question);
    expect(await concludeQuestion(bo, at(asked))).toMatchObject({ refusal: { code: "forbidden" } });
    const both = await Promise.all([
      concludeQuestion(asked.asker, { ...at(asked), version: 1 }),
      concludeQuestion(board.secretary, { ...at(asked), version: 1 }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await lineOf(asked)).toMatchObject({ status: "answered", answers: 1 });
    expect(await owes(bo, asked)).toBe(false);
  });

  it("waits for who holds the role today: who left it owes nothing, who joined does", async () => {
    const asked = await askedOfLeaders("Ada", "Bo");
    const [ada, bo] = asked.leaders as [Person, Person];
    await db.roleGrant.updateMany({ where: { personId: bo.personId }, data: { until: new Date() } });
    await anAnswer(ada, asked.proposal.number, asked.question);
    expect(await lineOf(asked)).toMatchObject({ status: "answered" });
  });

  it("is not owed by who asked it, though they hold the role", async () => {
    const [ada, bo] = (await theSigLeaders("Ada", "Bo")) as [Person, Person];
    const proposal = await aProposal().inDiscussion();
    const asked = { proposal, question: await aQuestion(ada, proposal.number, "sig-leaders") };
    expect([await owes(ada, asked), await owes(bo, asked)]).toEqual([false, true]);
    expect(owesText(await lineOf(asked))).toContain("0 of 1 answered; waiting for Bo.");
    await anAnswer(bo, proposal.number, asked.question);
    expect(await lineOf(asked)).toMatchObject({ status: "answered" });
  });

  it("that nobody holds may be asked, and its line says so", async () => {
    await db.roleGrant.updateMany({ where: { role: "operator", until: null }, data: { until: new Date() } });
    const proposal = await aProposal().inDiscussion();
    const question = await aQuestion(await aPerson(), proposal.number, "region-operators");
    const [line] = await listQuestions(thePublic, proposal.id);
    expect(line && owesText(line)).toContain("Nobody holds this role now.");
    await anAnswer(proposal.author, proposal.number, question, "I will find somebody.");
    expect(await questionRow(proposal.id, question)).toMatchObject({ status: "answered" });
  });

  it("is asked from a comment too, and stands in the timeline and beside the proposal with its debtor", async () => {
    const leaders = await theSigLeaders("Ada", "Bo");
    const { number, id, author } = await aProposal().inDiscussion();
    const markdown = "I need to know: would you use it?";
    expectDone(await postComment(await aPerson(), { proposal: number, markdown, askOf: "sig-leaders" }));
    const answer = await anAnswer(leaders[0] as Person, number, 1);
    const { entries } = await listTimeline(author, id);
    expect(entries).toMatchObject([
      { kind: "event" },
      {
        kind: "comment",
        asked: [{ of: { kind: "role", name: "the SIG leaders" }, progress: { answered: 1 } }],
      },
      { kind: "comment", id: answer.comment, answered: [1] },
    ]);
    expect((await findProposalSide(author, { id })).debts).toMatchObject([
      { of: { kind: "role", handle: "sig-leaders" }, count: 1 },
    ]);
  });

  it("is on the home of who owes it, and leaves it with their answer", async () => {
    const asked = await askedOfLeaders("Ada", "Bo");
    const [ada] = asked.leaders as [Person];
    const key = `question-${asked.proposal.number}-${asked.question}`;
    const keys = async () => (await findHome(ada)).moves.map((move) => move.key);
    expect(await keys()).toContain(key);
    await anAnswer(ada, asked.proposal.number, asked.question);
    expect(await keys()).not.toContain(key);
  });

  it("that a meeting ends without is left unanswered, is carried, and can still be answered", async () => {
    const leaders = await theSigLeaders("Ada", "Bo");
    const { proposal } = await aSession({ board, date: inDays(500) }).reviewing();
    const question = await aQuestion(board.secretary, proposal.number, "sig-leaders");
    expectDone(
      await decided(board.chair, proposal.itemId, {
        outcome: "needs_info",
        followUp: `@${board.ada.handle}`,
      }),
    );
    const asked = { proposal, question };
    expect(await questionRow(proposal.id, question)).toMatchObject({ status: "unanswered" });
    expect(await owes(leaders[1] as Person, asked)).toBe(true);
    expect(isOwed(await lineOf(asked))).toBe(true);
    for (const leader of leaders) await anAnswer(leader, proposal.number, question);
    expect(await questionRow(proposal.id, question)).toMatchObject({ status: "answered" });
  });
});

describe("an answer", () => {
  async function askedOfAuthor() {
    const proposal = await aProposal().inDiscussion();
    const asker = await aPerson({ name: "Leilani" });
    const question = await aQuestion(asker, proposal.number, `@${proposal.author.handle}`);
    const asked: Asked = { proposal, asker, leaders: [], question };
    return { ...asked, asked, author: proposal.author };
  }

  it("may be a revision of the proposal, which is linked, and none that is not there", async () => {
    const { asked, author } = await askedOfAuthor();
    const answer = (values: object) =>
      send(answerQuestionInput, answerQuestion, author, { ...at(asked), ...values });
    expect(await answer({ revision: "2" })).toMatchObject({
      refusal: {
        code: "invalid",
        errors: [{ path: "revision", message: expect.stringContaining("no revision 2") }],
      },
    });
    expectDone(await answer({ revision: "1", markdown: "See what it is for." }));
    expect(await lineOf(asked)).toMatchObject({
      status: "answered",
      given: [
        { revision: 1, by: { handle: author.handle }, html: expect.stringContaining("what it is for") },
      ],
    });
    expect(await questionRow(asked.proposal.id, asked.question)).toMatchObject({ answerRevision: 1 });
  });

  it("needs words, a comment or a revision; a comment may be named by its link", async () => {
    const { asked, author } = await askedOfAuthor();
    const answer = (values: object) =>
      send(answerQuestionInput, answerQuestion, author, { ...at(asked), ...values });
    expect(await answer({ markdown: "", comment: "", revision: "" })).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "markdown" }] },
    });
    const comment = await aComment(author, asked.proposal.number, "It is for everybody.");
    expect(await answer({ comment: `${comment}`, markdown: "Both." })).toMatchObject({
      refusal: { errors: [{ path: "comment" }] },
    });
    const link = `https://portal.example/proposals/${asked.proposal.number}?comment=${comment}#comment-${comment}`;
    expectDone(await answer({ comment: link }));
    expect(await lineOf(asked)).toMatchObject({ given: [{ commentId: comment }] });
  });

  it("written down by an officer is the answer of who said it", async () => {
    const asked = await askedOfLeaders("Ada", "Bo");
    const [ada, bo] = asked.leaders as [Person, Person];
    const comment = await aComment(bo, asked.proposal.number, "My SIG would.");
    expectDone(await answerQuestion(board.secretary, { ...at(asked), comment }));
    expect([await owes(ada, asked), await owes(bo, asked)]).toEqual([true, false]);
    // Who owes an answer gives their own, also where it is another's words.
    expectDone(await answerQuestion(ada, { ...at(asked), comment }));
    expect((await lineOf(asked)).given.map(({ by }) => by.name)).toEqual(["Bo", "Ada"]);
  });

  it("is accepted by who asked, once, and by nobody else", async () => {
    const { asked, asker, author } = await askedOfAuthor();
    expect(await acceptAnswer(asker, at(asked))).toMatchObject({ refusal: { code: "refused" } });
    await anAnswer(author, asked.proposal.number, asked.question);
    for (const other of [author, board.chair, board.secretary]) {
      expect(await acceptAnswer(other, at(asked))).toMatchObject({ refusal: { code: "forbidden" } });
    }
    const twice = await Promise.all([acceptAnswer(asker, at(asked)), acceptAnswer(asker, at(asked))]);
    expect(twice.filter((result) => result.ok)).toHaveLength(1);
    expect(twice.find((result) => !result.ok)).toMatchObject({
      refusal: { message: expect.stringContaining("already") },
    });
    const line = await lineOf(asked);
    expect(line.acceptedAt).not.toBeNull();
    expect(owesText(line)).toContain("Accepted by Leilani.");
  });

  it("accepted and opened again at the same moment is one of the two", async () => {
    const { asked, asker, author } = await askedOfAuthor();
    await anAnswer(author, asked.proposal.number, asked.question);
    const seen = { ...at(asked), version: 2 };
    const both = await Promise.all([
      acceptAnswer(asker, seen),
      reopenQuestion(asker, { ...seen, reason: "For whom?" }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const row = await questionRow(asked.proposal.id, asked.question);
    expect(row.status === "answered").toBe(row.acceptedAt !== null);
  });

  it("that leaves something open is set aside with the acceptance, and may be given again", async () => {
    const { asked, asker, author } = await askedOfAuthor();
    await anAnswer(author, asked.proposal.number, asked.question, "For us.");
    expectDone(await acceptAnswer(asker, at(asked)));
    expectDone(await reopenQuestion(asker, { ...at(asked), reason: "For whom exactly?" }));
    expect(await lineOf(asked)).toMatchObject({
      status: "open",
      acceptedAt: null,
      given: [],
      setAside: [{ by: { handle: author.handle }, html: null }],
    });
    await anAnswer(author, asked.proposal.number, asked.question, "For CentOS developers.");
    expect(await lineOf(asked)).toMatchObject({ status: "answered", answers: 1, setAside: { length: 1 } });
  });

  it("and a withdrawal at the same moment: one counts, and the text of the other is not half kept", async () => {
    const { asked, asker, author } = await askedOfAuthor();
    const [answered, withdrawn] = await Promise.all([
      answerQuestion(author, { ...at(asked), version: 1, markdown: "For us." }),
      withdrawQuestion(asker, { ...at(asked), version: 1, reason: "" }),
    ]);
    expect([answered.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
    expect(await db.comment.count({ where: { proposalId: asked.proposal.id } })).toBe(answered.ok ? 1 : 0);
  });

  it("to a withdrawn question is refused with what can be done with the text instead", async () => {
    const { asked, asker, author } = await askedOfAuthor();
    expectDone(await withdrawQuestion(asker, { ...at(asked), reason: "" }));
    expect(await answerQuestion(author, { ...at(asked), markdown: "For us." })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("can be posted as a plain comment") },
    });
  });
});

describe("behind the gate", () => {
  it("a role is asked about an executive proposal only where everybody in it reads executive items", async () => {
    await theSigLeaders("Ada");
    const proposal = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    const ask = (of: string) =>
      askQuestion(board.ada, { proposal: proposal.number, of, text: "May you know?" });
    for (const of of ["sig-leaders", "region-operators"]) {
      expect(await ask(of)).toMatchObject({ refusal: { code: "refused", errors: [{ path: "of" }] } });
    }
    for (const of of ["directors", "chair", "secretary", "liaison", "community-architect"]) {
      expect(await ask(of)).toMatchObject({ ok: true });
    }
  });

  it("nobody else finds its answers, accepts them or ends it", async () => {
    const stranger = await aPerson();
    const proposal = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    const question = await aQuestion(board.ada, proposal.number, "directors");
    await anAnswer(board.bea, proposal.number, question, "In confidence.");
    const asked = { proposal: proposal.number, question };
    for (const deed of [acceptAnswer, concludeQuestion]) {
      expect(await deed(stranger, asked)).toMatchObject({ refusal: { code: "not_found" } });
    }
    expect(await listQuestions(stranger, proposal.id)).toEqual([]);
    expect(await db.event.count({ where: { proposalId: proposal.id, visibility: "public" } })).toBe(0);
  });

  it("a comment for the board alone neither asks nor answers a question that others read", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const markdown = "Between us.";
    const { comment } = expectDone(
      await postComment(board.ada, { proposal: number, markdown, boardOnly: "on" }),
    );
    const question = await aQuestion(author, number, "board");
    expect(await answerQuestion(board.ada, { proposal: number, question, comment })).toMatchObject({
      ok: false,
    });
    expect(
      await askQuestion(board.ada, { proposal: number, of: "board", text: "May we?", comment }),
    ).toMatchObject({
      ok: false,
    });
  });

  it("who leaves a question unanswered is an officer", async () => {
    const asked = await askedOfLeaders("Ada");
    const { id: questionId } = await questionRow(asked.proposal.id, asked.question);
    const leave = (by: Person) => transact((tx) => leaveUnanswered(tx, by, { questionId, meetingId: 1 }));
    expect(await leave(asked.asker)).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

it("a proposal with fifty questions lists them all, in one query's time", async () => {
  const proposal = await aProposal().inDiscussion();
  const asker = await aPerson();
  for (let asked = 1; asked <= 50; asked += 1)
    await aQuestion(asker, proposal.number, "board", `Question ${asked}?`);
  const lines = await listQuestions(asker, proposal.id);
  expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
});
