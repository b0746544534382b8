import { beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { type RequestFacts, requestFacts } from "@/lib/db/request-facts";
import { acceptAnswer } from "@/lib/discussion/commands/accept-answer";
import { muteDiscussion } from "@/lib/discussion/commands/mute-discussion";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { stopWatching } from "@/lib/discussion/commands/stop-watching";
import { watchDiscussion } from "@/lib/discussion/commands/watch-discussion";
import { listWatched } from "@/lib/discussion/watching-queries";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { findProposalSide } from "@/lib/proposals/side-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aComment, anAnswer, aQuestion, theSigLeaders } from "../../factories/discussion";
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

const told = async (person: Person) => (await listInbox(person)).lines.map((line) => line.sentence);

describe("of what happens on a proposal", () => {
  it("those who take part are told, those who watch as well, and those who only read are not", async () => {
    const { number, id, author } = await aProposal().inDiscussion();
    const [talker, watcher, reader] = [await aPerson(), await aPerson(), await aPerson()];
    await aComment(talker, number);
    expectDone(await watchDiscussion(watcher, { proposal: number }));
    await aComment(await aPerson({ name: "Bea" }), number, "And I.");
    await tellAll(id);
    const sentence = `Bea commented on #${number} A region on CentOS Stream.`;
    for (const person of [author, talker, watcher]) expect(await told(person)).toContain(sentence);
    expect(await told(reader)).toEqual([]);
    expect((await told(talker)).filter((each) => each.includes("commented"))).toEqual([sentence]);
  });

  it("who muted it hears nothing, but for a question that they owe and their name in a comment", async () => {
    const { number, id } = await aProposal().inDiscussion();
    const quiet = await aPerson();
    await aComment(quiet, number);
    expectDone(await muteDiscussion(quiet, { proposal: number }));
    const bea = await aPerson({ name: "Bea" });
    await aComment(bea, number, "Anybody there?");
    await aQuestion(bea, number, "board", "And you?");
    await tellAll(id);
    expect(await told(quiet)).toEqual([]);
    await aQuestion(bea, number, `@${quiet.handle}`, "Who pays?");
    await aComment(bea, number, `Please, @${quiet.handle}.`);
    await tellAll(id);
    expect(await told(quiet)).toEqual([
      expect.stringMatching(/^Bea mentioned you on #/),
      expect.stringContaining("Who pays?"),
    ]);
  });

  it("the author who muted it hears no comment; who watches it again does", async () => {
    const { number, id, author } = await aProposal().inDiscussion();
    const talker = await aPerson();
    expectDone(await muteDiscussion(author, { proposal: number }));
    await aComment(talker, number, "One.");
    await tellAll(id);
    expect(await told(author)).toEqual([]);
    expectDone(await stopWatching(author, { proposal: number }));
    await aComment(talker, number, "Two.");
    await tellAll(id);
    expect(await told(author)).toHaveLength(2); // told late, the first is told as it stands now
  });

  it("a deed is told to each once, by what concerns them most", async () => {
    const { number, id, author } = await aProposal().inDiscussion();
    const [asked, called] = [await aPerson({ name: "Ada" }), await aPerson({ name: "Bo" })];
    await aComment(asked, number, "Mine.");
    await aComment(called, number, "Mine.");
    await tellAll(id);
    await db.notice.deleteMany({});
    const markdown = `@${called.handle}, @${asked.handle} will know. Who pays?`;
    const bea = await aPerson({ name: "Bea" });
    expectDone(await postComment(bea, { proposal: number, markdown, askOf: `@${asked.handle}` }));
    const last = await db.event.findMany({ where: { proposalId: id }, orderBy: { id: "desc" }, take: 2 });
    for (const event of last) await tellOfEvent(event.id);
    expect(await told(asked)).toEqual([expect.stringMatching(/^Bea asks on #.*Who pays\?$/)]);
    expect(await told(called)).toEqual([expect.stringMatching(/^Bea mentioned you on #/)]);
    expect(await told(author)).toEqual([expect.stringMatching(/^Bea commented on #/)]);
    expect(await told(bea)).toEqual([]);
  });

  it("a role's question reaches all who hold it, each answer the asker, acceptance who answered", async () => {
    const [ada, bo] = (await theSigLeaders("Ada", "Bo")) as [Person, Person];
    const { number, id } = await aProposal().inDiscussion();
    const asker = await aPerson({ name: "Leilani" });
    const question = await aQuestion(asker, number, "sig-leaders", "Would you?");
    await anAnswer(ada, number, question);
    await anAnswer(bo, number, question);
    expectDone(await acceptAnswer(asker, { proposal: number, question }));
    await tellAll(id);
    for (const leader of [ada, bo]) {
      expect(await told(leader)).toContainEqual(expect.stringMatching(/^Leilani asks on #.*Would you\?$/));
      expect(await told(leader)).toContainEqual(expect.stringMatching(/^Leilani accepted your answer/));
    }
    expect(await told(asker)).toEqual([
      expect.stringMatching(/^Bo answered your question 1/),
      expect.stringMatching(/^Ada gave an answer to your question 1.*Others still owe theirs\.$/),
    ]);
  });

  it("nobody hears of what they may not read: not a watcher of then, not the author of what is the board's", async () => {
    const { number, id, author } = await aProposal().inDiscussion();
    const director = await aPerson({ roles: [{ role: "director", body: "board" }] });
    expectDone(await watchDiscussion(director, { proposal: number }));
    await aComment(author, number);
    expectDone(await postComment(board.ada, { proposal: number, markdown: "Between us.", boardOnly: "on" }));
    await tellAll(id);
    expect(await told(author)).toEqual([]);
    expect(await told(director)).toHaveLength(2);

    const secret = await aProposal({ by: board.ada, executive: true, title: "Secret" }).inDiscussion();
    expectDone(await watchDiscussion(director, { proposal: secret.number }));
    await db.roleGrant.updateMany({ where: { personId: director.personId }, data: { until: now() } });
    await aComment(board.bea, secret.number);
    await tellAll(secret.id);
    expect(await told(director)).not.toContainEqual(expect.stringContaining("Secret"));
  });

  it("a thousand who follow are told in a few batches, each once", async () => {
    const { number, id } = await aProposal().inDiscussion();
    const names = Array.from({ length: 1_100 }, (_, place) => ({
      handle: `follower-${id}-${place}`,
      name: `Follower ${place}`,
    }));
    const people = await db.person.createManyAndReturn({ data: names, select: { id: true } });
    await db.watch.createMany({
      data: people.map((person) => ({ personId: person.id, proposalId: id, level: "watching" as const })),
    });
    await aComment(await aPerson(), number);
    const event = await db.event.findFirstOrThrow({ where: { proposalId: id }, orderBy: { id: "desc" } });
    const facts: RequestFacts = { queries: 0, databaseGone: false };
    await requestFacts.run(facts, () => tellOfEvent(event.id));
    expect(facts.queries).toBeLessThan(20);
    await tellOfEvent(event.id);
    expect(await db.notice.count({ where: { eventId: event.id } })).toBe(1_101); // and the author
  });
});

describe("what somebody watches", () => {
  it("is listed for them alone, with what they muted, and stands beside the proposal", async () => {
    const first = await aProposal({ title: "First" }).inDiscussion();
    const second = await aProposal({ title: "Second" }).inDiscussion();
    const reader = await aPerson();
    expectDone(await watchDiscussion(reader, { proposal: first.number }));
    expectDone(await muteDiscussion(reader, { proposal: second.number }));
    expect(await listWatched(reader)).toMatchObject([
      { number: second.number, level: "muted", takesPart: false },
      { number: first.number, level: "watching", takesPart: false },
    ]);
    expect(await listWatched(await aPerson())).toEqual([]);
    expect(await listWatched(thePublic)).toEqual([]);
    const stanceOf = async (actor: typeof thePublic) => (await findProposalSide(actor, second)).watch;
    expect(await stanceOf(reader)).toEqual({ level: "muted", takesPart: false });
    expect(await stanceOf(second.author)).toEqual({ level: null, takesPart: true });
    expect(await stanceOf(thePublic)).toBeNull();
    expectDone(await stopWatching(reader, { proposal: second.number }));
    expect(await stanceOf(reader)).toEqual({ level: null, takesPart: false });
  });

  it("is not public: no history tells of it", async () => {
    const { number, id } = await aProposal().inDiscussion();
    const before = await db.event.count({ where: { proposalId: id } });
    expectDone(await watchDiscussion(await aPerson(), { proposal: number }));
    expect(await db.event.count({ where: { proposalId: id } })).toBe(before);
  });

  it("is chosen at the same moment in two windows without a failure: one of them stands", async () => {
    const { number } = await aProposal().inDiscussion();
    const reader = await aPerson();
    const both = await Promise.all([
      watchDiscussion(reader, { proposal: number }),
      muteDiscussion(reader, { proposal: number }),
    ]);
    expect(both.every((result) => result.ok)).toBe(true);
    expect(await listWatched(reader)).toHaveLength(1);
  });

  it("is nothing that one may not see, nor without signing in", async () => {
    const { number } = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    for (const deed of [watchDiscussion, muteDiscussion, stopWatching]) {
      expect(await deed(await aPerson(), { proposal: number })).toMatchObject({
        refusal: { code: "not_found" },
      });
      expect(await deed(thePublic, { proposal: number })).toMatchObject({ refusal: { code: "signed_out" } });
    }
    const { number: draft } = await aProposal().draft();
    expect(await watchDiscussion(board.chair, { proposal: draft })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
