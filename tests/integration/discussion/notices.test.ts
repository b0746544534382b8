import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { markAllRead } from "@/lib/notifications/commands/mark-all-read";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { aComment, aQuestion } from "../../factories/discussion";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

/** Does what the outbox does, for all that happened on a proposal. */
async function tellAll(proposalId: number): Promise<void> {
  const events = await db.event.findMany({
    where: { proposalId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of events) await tellOfEvent(id);
}

const sentencesOf = async (person: Person) => (await listInbox(person)).lines.map((line) => line.sentence);

it("a comment is told to the author once, however often and however simultaneously the event is told", async () => {
  const { number, id, author } = await aProposal().inDiscussion();
  await aComment(await aPerson({ name: "Bea" }), number);
  await Promise.all([tellAll(id), tellAll(id)]);
  await tellAll(id);
  expect(await sentencesOf(author)).toEqual([`Bea commented on #${number} A region on CentOS Stream.`]);
});

it("nobody is told what they did themselves", async () => {
  const { number, id, author } = await aProposal().inDiscussion();
  await aComment(author, number);
  await aQuestion(author, number, `@${author.handle}`);
  await tellAll(id);
  expect(await sentencesOf(author)).toEqual([]);
});

it("a question reaches who owes it, and its answer who asked", async () => {
  const { number, id, author } = await aProposal().inDiscussion();
  const asker = await aPerson();
  const question = await aQuestion(asker, number, `@${author.handle}`, "Who pays?");
  expectDone(await answerQuestion(author, { proposal: number, question, markdown: "We do." }));
  await tellAll(id);
  expect(await sentencesOf(author)).toEqual([expect.stringContaining("Who pays?")]);
  expect(await sentencesOf(asker)).toEqual([expect.stringContaining("answered your question 1")]);
});

it("what the board owes reaches its directors and not its secretary, and a published proposal its officers", async () => {
  const { number, id } = await aProposal().inDiscussion();
  await aQuestion(await aPerson(), number, "board", "Will you?");
  await tellAll(id);
  for (const director of [board.chair, board.liaison, board.ada]) {
    expect(await sentencesOf(director)).toContainEqual(expect.stringContaining("Will you?"));
  }
  expect(await sentencesOf(board.secretary)).not.toContainEqual(expect.stringContaining("Will you?"));
  expect(await sentencesOf(board.secretary)).toContainEqual(expect.stringContaining(`published #${number}`));
});

it("who left the board is not told what it owes", async () => {
  const former = await aPerson({ roles: [{ role: "director", body: "board" }] });
  await db.roleGrant.updateMany({
    where: { personId: former.personId },
    data: { until: new Date("2021-01-01") },
  });
  const { number, id } = await aProposal().inDiscussion();
  await aQuestion(await aPerson(), number, "board");
  await tellAll(id);
  expect(await sentencesOf(former)).toEqual([]);
});

it("of an executive proposal only those hear who may read it", async () => {
  const { number, id } = await aProposal({ by: board.ada, executive: true, title: "Secret" }).inDiscussion();
  const asked = await aPerson({ roles: [{ role: "director", body: "board" }] });
  await aQuestion(board.ada, number, `@${asked.handle}`, "Secretly?");
  await db.roleGrant.updateMany({
    where: { personId: asked.personId },
    data: { until: new Date("2021-01-01") },
  });
  await tellAll(id);
  expect(await sentencesOf(asked)).toEqual([]);
  expect(await sentencesOf(board.secretary)).toContainEqual(expect.stringContaining("Secret"));
});

it("the inbox is read a part at a time, marks what is new, and forgets nothing that came later", async () => {
  const { number, id, author } = await aProposal().inDiscussion();
  const reader = await aPerson();
  for (let said = 1; said <= 35; said += 1) await aComment(reader, number, `Comment ${said}`);
  await tellAll(id);
  const first = await listInbox(author);
  expect(first).toMatchObject({ unread: 35, lines: { length: 30 } });
  const rest = await listInbox(author, { before: first.older ?? 0 });
  expect(rest).toMatchObject({ newer: 0, lines: { length: 5 } });
  expect(new Set([...first.lines, ...rest.lines].map((line) => line.id)).size).toBe(35);

  const shown = first.lines[0]?.id ?? 0;
  await aComment(reader, number, "Later");
  await tellAll(id);
  expect(await markAllRead(author, { upTo: shown })).toMatchObject({ value: { read: 35 } });
  expect(await listInbox(author)).toMatchObject({ unread: 1 });
  expect(await markAllRead(reader, { upTo: 2_000_000_000 })).toMatchObject({ value: { read: 0 } });
});
