import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import type { Result } from "@/lib/result";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { linkExternalIssue } from "@/lib/tickets/commands/link-external-issue";
import { linkIssueInput } from "@/lib/tickets/schema";
import { aPerson } from "../../factories/people";
import { versionOf } from "../../factories/proposals";
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
