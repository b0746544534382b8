import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { textOfFailure } from "@/lib/db/refusals";
import { transact } from "@/lib/db/transaction";
import { done, refuse } from "@/lib/result";
import { record } from "@/lib/workflow/events";
import { aPerson } from "../../factories/people";
import { aProposal } from "../../factories/proposals";

const saying = (words: string) => (failure: unknown) => textOfFailure(failure).includes(words);

describe("the database", () => {
  it.each([
    ["changed", 'UPDATE "Event" SET "type" = \'x\''],
    ["deleted", 'DELETE FROM "Event"'],
    ["truncated", 'TRUNCATE "Event" CASCADE'],
  ])("refuses an event to be %s", async (_deed, sql) => {
    await aProposal().inDiscussion();
    const before = await db.event.count();
    await expect(db.$executeRawUnsafe(sql)).rejects.toSatisfy(saying("append-only"));
    expect(await db.event.count()).toBe(before);
  });

  it("refuses a status that changes without its event", async () => {
    const { id } = await aProposal().inDiscussion();
    const attempt = db.proposal.update({ where: { id }, data: { status: "scheduled" } });
    await expect(attempt).rejects.toSatisfy(saying("without an event"));
    expect(await db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "discussion" });
  });

  it("refuses a proposal that is delivering with anything unaccounted for, whoever asks", async () => {
    const { id, author } = await aProposal().inDiscussion();
    const attempt = db.$transaction(async (tx) => {
      await tx.proposal.update({ where: { id }, data: { status: "delivering" } });
      await record(tx, author, {
        type: "proposal.split_confirmed",
        subject: "proposal",
        subjectId: id,
        proposalId: id,
        data: { to: "delivering" },
      });
    });
    await expect(attempt).rejects.toSatisfy(saying("not balanced: 2"));
  });

  it("keeps event and outbox entry of a deed, or neither", async () => {
    const author = await aPerson();
    const jobs = async () =>
      Number((await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) n FROM graphile_worker.jobs`)[0]?.n);
    const [events, queued] = [await db.event.count(), await jobs()];
    const event = { type: "person.waved", subject: "person", subjectId: author.personId };
    await transact(async (tx) => {
      await record(tx, author, event);
      return refuse("refused", "On second thoughts, no.");
    });
    expect([await db.event.count(), await jobs()]).toEqual([events, queued]);
    await transact(async (tx) => done(String(await record(tx, author, event))));
    expect([await db.event.count(), await jobs()]).toEqual([events + 1, queued + 1]);
  });
});
