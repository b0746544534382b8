import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { postCommentInput } from "@/lib/discussion/schema";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { reviseInput } from "@/lib/proposals/schema";
import { done, type Result } from "@/lib/result";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { linkExternalIssue } from "@/lib/tickets/commands/link-external-issue";
import { markFollowUp } from "@/lib/tickets/commands/mark-follow-up";
import { linkIssueInput } from "@/lib/tickets/schema";
import { findSplit } from "@/lib/tickets/split-queries";
import { aCoAuthor } from "../../factories/asks";
import { aPerson } from "../../factories/people";
import { expectDone, versionOf } from "../../factories/proposals";
import { aDelivery, aLoneTicket, aSplit, dropped, moves, ticketed, underWay } from "../../factories/tickets";

function outcomes(results: readonly Result<unknown>[]): string[] {
  return results.map((result) => (result.ok ? "done" : result.refusal.code)).sort();
}

async function aBalancedSplit() {
  const split = await aSplit();
  await ticketed(split, "ask", 1);
  await dropped(split, "ask", 2);
  return split;
}

/** The text as it is, with one ask more. */
async function oneAskMore(number: number, version: number) {
  const { title, summary, asks } = await db.proposal.findUniqueOrThrow({
    where: { number },
    select: { title: true, summary: true, asks: { orderBy: { number: "asc" } } },
  });
  const written = asks.map((ask) => ({
    ...{ id: ask.id, number: ask.number, kind: ask.kind, text: ask.text },
    ...{ acceptanceTest: ask.acceptanceTest, owner: "infra" },
  }));
  const more = { kind: "inform", text: "Tell the world.", acceptanceTest: "It is told.", owner: "infra" };
  const reason = "One thing more.";
  return reviseInput.parse({ number, version, title, summary, reason, asks: [...written, more] });
}

describe("a proposal that is being split", () => {
  it("is not withdrawn: its requester drops what is not needed, or an officer closes it with a reason", async () => {
    const split = await aBalancedSplit();
    const end = async () => ({
      ...{ number: split.number, version: await versionOf(split.number), reason: "We changed our mind." },
    });
    expect(await withdrawProposal(split.author, await end())).toMatchObject({
      refusal: { message: expect.stringContaining("drop what is not needed") },
    });
    expectDone(await closeWithoutFollowUp(split.chair, await end()));
  });
});

describe("two at once", () => {
  it("who confirm a split: one does, the other is told", async () => {
    const split = await aBalancedSplit();
    const input = { number: split.number, version: await versionOf(split.number) };
    const both = await Promise.all([confirmSplit(split.author, input), confirmSplit(split.author, input)]);
    expect(outcomes(both)).toEqual(["done", "refused"]);
    expect(await db.event.count({ where: { type: "proposal.split_confirmed", proposalId: split.id } })).toBe(
      1,
    );
  });

  it("who file a ticket: it is filed once", async () => {
    const made = await aDelivery();
    const [ticket] = made.tickets;
    const both = await Promise.all([moves(made.author, ticket, "file"), moves(made.author, ticket, "file")]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(outcomes(both).join()).toMatch(/^(conflict,done|done,refused)$/);
    expect(await db.event.count({ where: { type: "ticket.filed", ticket: { number: ticket } } })).toBe(1);
  });

  it("who link the same issue, written in two ways, to two tickets: one ticket stands for it", async () => {
    const by = await aPerson();
    const [one, two] = [await aLoneTicket(by), await aLoneTicket(by)];
    const link = (number: number, issue: string) =>
      linkExternalIssue(by, linkIssueInput.parse({ number, version: 1, issue }));
    const both = await Promise.all([
      link(one, "https://pagure.io/centos-infra/issue/1836"),
      link(two, "http://www.pagure.io/centos-infra/issue/1836#comment-7"),
    ]);
    expect(outcomes(both)).toEqual(["conflict", "done"]);
    expect(both.find((result) => !result.ok)).toMatchObject({
      refusal: { message: expect.stringMatching(/already stands for/) },
    });
  });

  it("of whom one asks while the other confirms: the question holds up the split, or came after it", async () => {
    for (let round = 0; round < 4; round += 1) {
      const split = await aBalancedSplit();
      const version = await versionOf(split.number);
      const question = { proposal: split.number, of: "infra", text: "Who is on call?", comment: undefined };
      const [confirmed, asked] = await Promise.all([
        confirmSplit(split.author, { number: split.number, version }),
        askQuestion(split.chair, question),
      ]);
      const of = { proposalId: split.id };
      const receipt = await db.event.findFirst({ where: { ...of, type: "proposal.split_confirmed" } });
      const opened = await db.event.findFirst({ where: { ...of, subject: "question" } });
      expect([receipt !== null, opened !== null]).toEqual([confirmed.ok, asked.ok]);
      // Ids are given in the order of the writes, and both write under the proposal's lock.
      if (receipt && opened) expect(receipt.id < opened.id).toBe(true);
    }
  });

  it("of whom one marks a promise while the other confirms: one does, the other is told", async () => {
    for (let round = 0; round < 3; round += 1) {
      const split = await aBalancedSplit();
      const said = postCommentInput.parse({ proposal: split.number, markdown: "I ask the partner." });
      const { comment } = expectDone(await postComment(split.author, said));
      const version = await versionOf(split.number);
      const [confirmed, marked] = await Promise.all([
        confirmSplit(split.author, { number: split.number, version }),
        markFollowUp(split.chair, { comment }),
      ]);
      expect(outcomes([confirmed, marked])).toEqual(["done", "refused"]);
      if (!confirmed.ok) expect(confirmed.refusal.message).toContain("follow-up 1");
      else expect(marked).toMatchObject({ refusal: { message: expect.stringContaining("is confirmed") } });
    }
  });

  it("of whom one adds an ask while the other confirms: one does, the other is told", async () => {
    for (let round = 0; round < 3; round += 1) {
      const split = await aBalancedSplit();
      const coAuthor = await aCoAuthor(split);
      const version = await versionOf(split.number);
      const [confirmed, revised] = await Promise.all([
        confirmSplit(split.author, { number: split.number, version }),
        reviseProposal(coAuthor, await oneAskMore(split.number, version)),
      ]);
      expect([confirmed, revised].filter(({ ok }) => ok)).toHaveLength(1);
      const { balance } = (await findSplit(split.author, split.number)) ?? {};
      expect(balance?.open.length).toBe(confirmed.ok ? 0 : 1);
    }
  });

  it("of whom one writes an ACTION while the other confirms: who confirms waits for it, and is told of it", async () => {
    const split = await aBalancedSplit();
    const version = await versionOf(split.number);
    const item = await db.agendaItem.findFirstOrThrow({ where: { proposalId: split.id } });
    const begun = await transact(async (tx) => {
      const line = { meetingId: item.meetingId, itemId: item.id, authorId: split.chair.personId };
      await tx.minuteLine.create({ data: { ...line, kind: "action", text: "Report back." } });
      // Begun while the line is not committed; within something, or it would be waited for here.
      return done({ confirming: confirmSplit(split.author, { number: split.number, version }) });
    });
    expect(await expectDone(begun).confirming).toMatchObject({
      refusal: { message: "Not everything is accounted for yet: action 1." },
    });
  });

  it("who finish the last two tickets: the proposal closes once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const made = await aDelivery();
      for (const ticket of made.tickets) await underWay(made, ticket);
      const both = await Promise.all(made.tickets.map((ticket) => moves(made.chair, ticket, "fulfil")));
      expect(outcomes(both)).toEqual(["done", "done"]);
      expect(both.filter((result) => result.ok && result.value.completed)).toHaveLength(1);
      expect(await db.event.count({ where: { type: "proposal.completed", proposalId: made.id } })).toBe(1);
    }
  });
});
