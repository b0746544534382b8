import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { findHome } from "@/lib/home/queries";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { handOverItem } from "@/lib/meetings/commands/hand-over-item";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { requestSlotInput } from "@/lib/meetings/schema";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { addCoAuthor } from "@/lib/proposals/commands/add-co-author";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { removeCoAuthor } from "@/lib/proposals/commands/remove-co-author";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { listProposals } from "@/lib/proposals/list-queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { proposalInput } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import { search } from "@/lib/search/queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aCoAuthor, revised, revisionOf } from "../../factories/asks";
import { aComment, aQuestion } from "../../factories/discussion";
import { aMeeting, aSlot, inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let nextDay = 900;
beforeAll(async () => {
  board = await theBoard();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function tellAll(proposal: Made): Promise<void> {
  const events = await db.event.findMany({ where: { proposalId: proposal.id }, orderBy: { id: "asc" } });
  for (const { id } of events) await tellOfEvent(id);
}

const heardBy = async (person: Person) => (await listInbox(person)).lines.map((line) => line.sentence);

const add = (by: Actor, { number }: Made, person: string) => addCoAuthor(by, { number, person });
const remove = (by: Actor, { number }: Made, { personId }: Person) =>
  removeCoAuthor(by, { number, personId });

/** Which of these ways of reading show the proposal to the actor. */
async function seenThrough(actor: Actor, { id, number }: Made, word: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportAll(actor)) lines.push(line);
  const rows = lines.map((line) => JSON.parse(line) as { kind: string; id: number; proposalId?: number });
  const head = await findProposalHead(actor, number);
  const ways: [string, boolean][] = [
    ["page", head !== null],
    ["list", (await listProposals(actor, { q: word })).items.some((line) => line.number === number)],
    ["search", (await search(actor, word)).some(({ href }) => href === `/proposals/${number}`)],
    ["export", rows.some((row) => row.kind === "proposal" && row.id === id)],
    ["exported events", rows.some((row) => row.kind === "event" && row.proposalId === id)],
    ["exported items", rows.some((row) => row.kind === "agenda_item" && row.proposalId === id)],
    ["history", (await listHistory(actor, { proposalId: id })).entries.length > 0],
  ];
  return ways.filter(([, sees]) => sees).map(([way]) => way);
}

describe("a co-author", () => {
  it("sees the draft wherever its author does, and nobody else does", async () => {
    const draft = await aProposal({ title: "Narwhal draft" }).draft();
    const kai = await aCoAuthor(draft);
    const author = await seenThrough(draft.author, draft, "narwhal");
    expect(author).toEqual(["page", "list", "search", "export", "exported events", "history"]);
    expect(await seenThrough(kai, draft, "narwhal")).toEqual(author);
    const mine = await listProposals(kai, { mine: true });
    expect(mine.items.map(({ number }) => number)).toEqual([draft.number]);
    expect((await findHome(kai)).moves).toMatchObject([
      { button: "Go on", sentence: expect.stringContaining("which you write with others") },
    ]);
    for (const other of [await aPerson(), board.chair, thePublic]) {
      // The history is of a thing that was found: its page is behind the gate already.
      expect((await seenThrough(other, draft, "narwhal")).filter((way) => way !== "history")).toEqual([]);
    }
  });

  it("sees what is executive of their own proposal, also after their time on the board", async () => {
    const secret = await aProposal({
      by: board.chair,
      executive: true,
      title: "Axolotl secret",
    }).inDiscussion();
    const ada = await aCoAuthor(secret, board.ada);
    nextDay += 1;
    const { date } = await aMeeting({ by: board.secretary, date: inDays(nextDay) }).planned();
    await aSlot({ officer: board.secretary, meeting: date, proposal: secret }).accepted();
    const former: Person = { ...ada, roles: [] };
    const everywhere = await seenThrough(board.chair, secret, "axolotl");
    expect(await seenThrough(former, secret, "axolotl")).toEqual(everywhere);
    expect((await findAgenda(former, date))?.items.map((item) => item.proposal?.number)).toEqual([
      secret.number,
    ]);
    const stranger = await aPerson();
    expect(await seenThrough(stranger, secret, "axolotl")).toEqual([]);
    expect((await findAgenda(stranger, date))?.items).toEqual([]);
  });

  it("writes: the revision carries their name", async () => {
    const proposal = await aProposal().inDiscussion();
    const kai = await aCoAuthor(proposal);
    expectDone(await revised(kai, proposal, { asks: [ask, ask] }));
    const last = await db.proposalRevision.findFirstOrThrow({
      where: { proposalId: proposal.id },
      orderBy: { number: "desc" },
    });
    expect([last.number, last.authorId]).toEqual([2, kai.personId]);
  });

  it("answers questions as the author does, and writes the outline of their item", async () => {
    nextDay += 1;
    const { date } = await aMeeting({ by: board.secretary, date: inDays(nextDay) }).planned();
    const proposal = await aSlot({ officer: board.secretary, meeting: date }).accepted();
    const kai = await aCoAuthor(proposal);
    const question = await aQuestion(await aPerson(), proposal.number, `@${proposal.author.handle}`);
    expectDone(await answerQuestion(kai, { proposal: proposal.number, question, markdown: "We do." }));
    const item = (await findAgenda(kai, date))?.items[0];
    expect([item?.mayOutline, item?.mayHandOver]).toEqual([true, false]);
    const outline = { itemId: proposal.itemId, version: item?.version ?? 0 };
    const texts = { who: "Kai", what: "A region.", asked: "", next: "" };
    expectDone(await updateOutline(kai, { ...outline, ...texts }));
    const stranger = await aPerson();
    expect((await findAgenda(stranger, date))?.items[0]?.mayOutline).toBe(false);
  });

  it("does not commit the requester: publishing, time, who presents, withdrawing and co-authors stay the author's", async () => {
    const draft = await aProposal().draft();
    const kai = await aCoAuthor(draft);
    const at = async ({ number }: Made) => ({ number, version: await versionOf(number) });
    const forbidden: Result<unknown>[] = [
      await publishProposal(kai, await at(draft)),
      await add(kai, draft, `@${board.ada.handle}`),
    ];
    nextDay += 1;
    const { date } = await aMeeting({ by: board.secretary, date: inDays(nextDay) }).planned();
    const slotted = await aSlot({ officer: board.secretary, meeting: date }).accepted();
    const lea = await aCoAuthor(slotted);
    const open = await aProposal().inDiscussion();
    await aCoAuthor(open, lea);
    forbidden.push(
      await withdrawProposal(lea, { ...(await at(slotted)), reason: "No more." }),
      await requestSlot(lea, requestSlotInput.parse({ number: open.number, minutes: "10 to 15" })),
      await handOverItem(lea, { itemId: slotted.itemId, version: 1, presenter: lea.handle }),
      await remove(lea, slotted, slotted.author),
    );
    expect(forbidden.map((result) => refusalOf(result).code)).toEqual(forbidden.map(() => "forbidden"));
  });

  it("hears what the author hears, but not twice what they are asked themself", async () => {
    const proposal = await aProposal().inDiscussion();
    const kai = await aCoAuthor(proposal);
    await aComment(await aPerson({ name: "Bea" }), proposal.number);
    await tellAll(proposal);
    expect(await heardBy(kai)).toContainEqual(expect.stringContaining("took you in as co-author"));
    expect(await heardBy(kai)).toContainEqual(expect.stringContaining("Bea commented"));
    expect(await heardBy(proposal.author)).toContainEqual(expect.stringContaining("Bea commented"));
  });
});

describe("taking somebody in", () => {
  it("is refused with a sentence at the field where it makes no sense", async () => {
    const proposal = await aProposal().draft();
    const kai = await aCoAuthor(proposal);
    const gone = await aPerson();
    await db.person.update({ where: { id: gone.personId }, data: { disabledAt: new Date() } });
    const placeholder = await aPerson();
    await db.person.update({ where: { id: placeholder.personId }, data: { isPlaceholder: true } });
    const { author } = proposal;
    const cases: [person: string, sentence: RegExp][] = [
      ["@nobody-of-that-name", /Nobody is called that/],
      ["infra", /Nobody is called that/],
      [`@${gone.handle}`, /Nobody is called that/],
      [`@${placeholder.handle}`, /have to have signed in/],
      [`@${author.handle}`, /is its author already/],
      [`@${kai.handle}`, /writes with you already/],
    ];
    for (const [person, sentence] of cases) {
      expect(refusalOf(await add(author, proposal, person))).toMatchObject({
        code: "invalid",
        errors: [{ path: "person", message: expect.stringMatching(sentence) }],
      });
    }
    expect(await db.coAuthor.count({ where: { proposalId: proposal.id } })).toBe(1);
  });

  it("is the author's: to others a draft does not even exist", async () => {
    const draft = await aProposal().draft();
    const open = await aProposal().inDiscussion();
    const person = `@${board.bea.handle}`;
    expect(refusalOf(await add(await aPerson(), draft, person)).code).toBe("not_found");
    expect(refusalOf(await add(board.chair, open, person)).code).toBe("forbidden");
    expect(refusalOf(await add(thePublic, open, person)).code).toBe("signed_out");
  });

  it("does not widen who reads what is executive", async () => {
    const secret = await aProposal({ by: board.chair, executive: true }).draft();
    const refusal = refusalOf(await add(board.chair, secret, `@${(await aPerson({ name: "Kai" })).handle}`));
    expect(refusal.message).toContain("Kai has no part in the board");
    expectDone(await add(board.chair, secret, `@${board.bea.handle}`));
  });

  it("finds a name without the @, and however it is written", async () => {
    const proposal = await aProposal().draft();
    const lou = await aPerson({ handle: "lou-two" });
    expect(expectDone(await add(proposal.author, proposal, " LOU-Two ".trim()))).toMatchObject({
      name: lou.name,
    });
  });

  it("ends at twenty", async () => {
    const proposal = await aProposal().draft();
    for (let count = 0; count < 20; count += 1) await aCoAuthor(proposal);
    const refusal = refusalOf(await add(proposal.author, proposal, `@${(await aPerson()).handle}`));
    expect(refusal.message).toContain("20 co-authors");
  });

  it("happens once, for two at once; the other is told in a sentence", async () => {
    const proposal = await aProposal().draft();
    const { handle } = await aPerson();
    const both = [add(proposal.author, proposal, `@${handle}`), add(proposal.author, proposal, `@${handle}`)];
    const results = await Promise.all(both);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = results.filter(({ ok }) => !ok);
    expect(lost && refusalOf(lost).message).toContain("already");
    const events = { proposalId: proposal.id, type: "proposal.co_author_added" };
    expect(await db.event.count({ where: events })).toBe(1);
  });
});

describe("letting somebody go", () => {
  it("closes the draft to them, whether they leave or are let go", async () => {
    for (const byAuthor of [true, false]) {
      const draft = await aProposal().draft();
      const kai = await aCoAuthor(draft);
      const out = expectDone(await remove(byAuthor ? draft.author : kai, draft, kai));
      expect(out).toMatchObject({ left: !byAuthor });
      expect(await findProposalHead(kai, draft.number)).toBeNull();
      expect(refusalOf(await revised(kai, draft, { asks: [ask] })).code).toBe("not_found");
    }
  });

  it("stands in the history, with who did it", async () => {
    const proposal = await aProposal().inDiscussion();
    const [kai, lea] = [await aPerson({ name: "Kai" }), await aPerson({ name: "Lea" })];
    await aCoAuthor(proposal, kai);
    await aCoAuthor(proposal, lea);
    expectDone(await remove(proposal.author, proposal, kai));
    expectDone(await remove(lea, proposal, lea));
    const { entries } = await listHistory(thePublic, { proposalId: proposal.id });
    expect(entries.slice(0, 4).map(({ sentence }) => sentence)).toEqual([
      "left: they are no co-author any more.",
      "let Kai go as co-author.",
      "took Lea in as co-author.",
      "took Kai in as co-author.",
    ]);
    await tellAll(proposal);
    expect(await heardBy(kai)).toContainEqual(expect.stringContaining("let you go as co-author"));
    expect(await heardBy(proposal.author)).toContainEqual(expect.stringContaining("Lea does not write"));
  });

  it("happens once, for two at once", async () => {
    const proposal = await aProposal().inDiscussion();
    const kai = await aCoAuthor(proposal);
    const results = await Promise.all([remove(proposal.author, proposal, kai), remove(kai, proposal, kai)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = results.filter(({ ok }) => !ok);
    expect(lost && refusalOf(lost)).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/\.$/),
    });
  });
});

describe("two who write", () => {
  it("and save at once: one wins, the other is told and keeps what they typed", async () => {
    const draft = await aProposal().draft();
    const kai = await aCoAuthor(draft);
    const form = await revisionOf(draft, { asks: [ask] });
    const results = await Promise.all([reviseProposal(draft.author, form), reviseProposal(kai, form)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = results.filter(({ ok }) => !ok);
    expect(lost && refusalOf(lost)).toMatchObject({ code: "conflict" });
  });

  it("and one of whom publishes what the other is editing: the form is refused, and asks why it changes", async () => {
    const draft = await aProposal().draft();
    const kai = await aCoAuthor(draft);
    const form = await revisionOf(draft, { asks: [ask], reason: "" });
    expectDone(await publishProposal(draft.author, { number: draft.number, version: form.version }));
    expect(refusalOf(await reviseProposal(kai, form))).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Nothing you typed is lost"),
      errors: [{ path: "reason" }],
    });
    const again = { ...form, version: await versionOf(draft.number) };
    expect(refusalOf(await reviseProposal(kai, again))).toMatchObject({ errors: [{ path: "reason" }] });
    expectDone(
      await reviseProposal(kai, { ...again, asks: [...form.asks, ...form.asks], reason: "adds an ask" }),
    );
    expect(await db.proposalRevision.count({ where: { proposalId: draft.id } })).toBe(2);
  });

  it("and publish and save at the same moment: nothing is published that its author did not see", async () => {
    for (let round = 0; round < 5; round += 1) {
      const draft = await aProposal().draft();
      const kai = await aCoAuthor(draft);
      const form = await revisionOf(draft, { asks: [ask], title: "Rewritten", reason: "" });
      const [published, saved] = await Promise.all([
        publishProposal(draft.author, { number: draft.number, version: form.version }),
        reviseProposal(kai, form),
      ]);
      expect([published.ok, saved.ok].filter(Boolean)).toHaveLength(1);
      const { title, status } = await db.proposal.findUniqueOrThrow({ where: { id: draft.id } });
      expect([title, status]).toEqual(
        published.ok ? ["A region on CentOS Stream", "discussion"] : ["Rewritten", "draft"],
      );
    }
  });
});

describe("who may read a draft", () => {
  it("stays as it was when its text is saved by a form that does not ask", async () => {
    const input = proposalInput.parse({ title: "For the board alone", visibility: "executive" });
    const { number } = expectDone(await createProposal(board.bea, input));
    expectDone(await revised(board.bea, { number }, { asks: [ask] }));
    const { visibility } = await db.proposal.findUniqueOrThrow({ where: { number } });
    expect(visibility).toBe("executive");
  });

  it("does not become the board alone while somebody without a part in it writes, or by such a person", async () => {
    const draft = await aProposal({ by: board.bea }).draft();
    const kai = await aCoAuthor(draft);
    const hide = { asks: [ask], visibility: "executive" };
    for (const writer of [board.bea, kai]) {
      expect(refusalOf(await revised(writer, draft, hide))).toMatchObject({
        errors: [{ path: "visibility" }],
      });
    }
    expectDone(await remove(board.bea, draft, kai));
    expectDone(await revised(board.bea, draft, hide));
    expect(await findProposalHead(kai, draft.number)).toBeNull();
  });
});

const ask = { kind: "infra_request", text: "Lend us a host.", owner: "infra" };
