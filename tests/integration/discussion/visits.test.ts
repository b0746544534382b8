import { describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { markVisit } from "@/lib/discussion/commands/mark-visit";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { newSince } from "@/lib/discussion/visits";
import { thePublic } from "@/lib/workflow/actor";
import { aComment } from "../../factories/discussion";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";

const minutes = (count: number) => new Date(Date.parse("2030-01-01T10:00:00Z") + count * 60_000);
const look = (reader: Person, id: number, minute: number) =>
  at(minutes(minute), async () => {
    const { news } = await listTimeline(reader, id);
    await markVisit(reader, id);
    return news && { ...news, since: new Date(news.since) };
  });
const say = (by: Person, number: number, minute: number) => at(minutes(minute), () => aComment(by, number));

describe("new since one was here", () => {
  it("is what others said after the last visit, and stays so while one reads", async () => {
    const { id, number, author } = await aProposal().inDiscussion();
    const reader = await aPerson();
    expect(await look(reader, id, 0)).toBeUndefined();
    await say(author, number, 5);
    expect(await look(reader, id, 10)).toBeUndefined(); // still the first visit: nothing is older than it
    const first = await say(author, number, 20);
    await say(reader, number, 21);
    await say(author, number, 22);
    const news = { since: minutes(10), count: 2, first };
    expect(await look(reader, id, 60)).toEqual(news);
    expect(await look(reader, id, 80)).toEqual(news);
    expect(await look(reader, id, 200)).toBeUndefined();
  });

  it("is nothing to who is not signed in, and nothing is kept of their reading", async () => {
    const { id } = await aProposal().inDiscussion();
    await markVisit(thePublic, id);
    expect((await listTimeline(thePublic, id)).news).toBeUndefined();
    expect(await db.proposalVisit.count({ where: { proposalId: id } })).toBe(0);
  });

  it("does not count what only the board reads, unless the board reads", async () => {
    const board = await theBoard();
    const { id, number } = await aProposal().inDiscussion();
    const reader = await aPerson();
    for (const each of [reader, board.bea]) await look(each, id, 0);
    await at(minutes(50), () =>
      postComment(board.ada, { proposal: number, markdown: "Hush.", boardOnly: "on" }),
    );
    expect(await look(reader, id, 60)).toBeUndefined();
    expect(await look(board.bea, id, 60)).toMatchObject({ count: 1 });
  });

  it("is marked by the same rule by which it is read, two tabs at once too", async () => {
    const { id } = await aProposal().inDiscussion();
    const reader = await aPerson();
    const mark = () => db.proposalVisit.findFirst({ where: { personId: reader.personId, proposalId: id } });
    for (const minute of [0, 10, 45, 50, 300]) {
      const before = await mark();
      await at(minutes(minute), () => Promise.all([markVisit(reader, id), markVisit(reader, id)]));
      expect((await mark())?.sinceAt ?? null).toEqual(newSince(before, minutes(minute)));
    }
  });

  it("is not kept of what one may not see; and a database that cannot write breaks nothing", async () => {
    const board = await theBoard();
    const secret = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    const reader = await aPerson();
    await markVisit(reader, secret.id);
    expect(await db.proposalVisit.count({ where: { proposalId: secret.id } })).toBe(0);
    const gone = { ...reader, personId: 987_654_321 };
    await expect(markVisit(gone, (await aProposal().inDiscussion()).id)).resolves.toBeUndefined();
  });
});
