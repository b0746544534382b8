import { beforeAll, describe, expect, it } from "vitest";
import { requestFacts } from "@/lib/db/request-facts";
import { findHome } from "@/lib/home/queries";
import { thePublic } from "@/lib/workflow/actor";
import { aQuestion } from "../../factories/discussion";
import { inDays } from "../../factories/meetings";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";
import { aSession, decided } from "../../factories/sessions";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const buttons = async (...of: Parameters<typeof findHome>) =>
  (await findHome(...of)).moves.map((move) => move.button);

describe("home", () => {
  it("shows a draft to its author, and to nobody else", async () => {
    const { author } = await aProposal().draft();
    expect(await buttons(author)).toEqual(["Go on"]);
    expect(await buttons(await aPerson())).toEqual([]);
    expect(await buttons(thePublic)).toEqual([]);
  });

  it("shows a question to who owes the answer", async () => {
    const { number, author } = await aProposal().inDiscussion();
    await aQuestion(await aPerson(), number, `@${author.handle}`);
    expect(await buttons(author)).toEqual(["Answer"]);
  });

  it("tells the requester of a decided proposal to split it, and everybody that it was decided", async () => {
    const { proposal } = await aSession({ board }).reviewing();
    expectDone(await decided(board.chair, proposal.itemId));
    expect(await buttons(proposal.author)).toContain("Split");
    expect((await findHome(thePublic)).decided.map((one) => one.number)).toContain(proposal.number);
  });

  it("tells of a decision in executive session only those who read it", async () => {
    const { proposal } = await aSession({
      board,
      by: board.ada,
      executive: true,
      date: inDays(60),
    }).reviewing();
    expectDone(await decided(board.chair, proposal.itemId));
    expect((await findHome(thePublic)).decided.map((one) => one.number)).not.toContain(proposal.number);
    expect((await findHome(board.ada)).decided.map((one) => one.number)).toContain(proposal.number);
  });

  it("takes five questions to the database, whoever asks", async () => {
    for (const actor of [thePublic, board.chair, board.ada]) {
      const facts = { queries: 0, databaseGone: false };
      await requestFacts.run(facts, () => findHome(actor));
      expect(facts.queries).toBeLessThanOrEqual(5);
    }
  });
});
