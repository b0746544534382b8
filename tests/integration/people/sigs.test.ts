import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { tellOfEvent } from "@/lib/notifications/tell";
import { describeSig } from "@/lib/people/commands/describe-sig";
import { setSponsor } from "@/lib/people/commands/set-sponsor";
import { findSig, listSigLines } from "@/lib/people/sig-queries";
import { describeSigInput, setSponsorInput } from "@/lib/people/sig-schema";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { listProposals } from "@/lib/proposals/list-queries";
import { proposalInput } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { listSigTickets } from "@/lib/tickets/list-queries";
import { createTicketInput } from "@/lib/tickets/schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aQuestion } from "../../factories/discussion";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone, versionOf } from "../../factories/proposals";
import { aRegion } from "../../factories/region";
import { aSig, describes, type MadeSig, sigVersionOf, sponsors } from "../../factories/sigs";
import { aWorkload } from "../../factories/workloads";

let board: Awaited<ReturnType<typeof theBoard>>;

beforeAll(async () => {
  board = await theBoard();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function seen(actor: Actor, handle: string) {
  const sig = await findSig(actor, handle);
  if (!sig) throw new Error(`there is no SIG ${handle}`);
  return sig;
}

const lineOf = async (actor: Actor, handle: string) =>
  (await listSigLines(actor)).find((line) => line.handle === handle);

/** A proposal of a SIG in discussion, with an ask that the SIG owns; its number. */
async function proposalOf(sig: MadeSig, by: Person, executive = false): Promise<number> {
  const input = proposalInput.parse({
    title: "Notebooks for students",
    summary: "They start in a browser.",
    sig: sig.handle,
    visibility: executive ? "executive" : "public",
    asks: [{ kind: "sig_work", text: "Run the notebooks.", owner: sig.handle, acceptanceTest: "They run." }],
  });
  const { number } = expectDone(await createProposal(by, input));
  expectDone(await publishProposal(by, { number, version: await versionOf(number) }));
  return number;
}

describe("what a SIG is for", () => {
  it("is said by its chair, in Markdown, and what was said before stays in its history", async () => {
    const sig = await aSig();
    expectDone(await describes(sig.chair, sig.handle, "Clouds."));
    expectDone(await describes(sig.chair, sig.handle, "**Clouds**, and <script>nothing else</script>."));
    const page = await seen(thePublic, sig.handle);
    expect(page.purposeHtml).toContain("<strong>Clouds</strong>");
    expect(page.purposeHtml).not.toContain("<script>");
    expect(page.history.map(({ sentence }) => sentence)).toEqual([
      `said what Made SIG ${sig.handle.split("-").at(-1)} is for.`,
      `said what Made SIG ${sig.handle.split("-").at(-1)} is for.`,
    ]);
    const [last] = await db.event.findMany({
      where: { subject: "body", subjectId: sig.id },
      orderBy: { id: "desc" },
    });
    expect(last?.data).toMatchObject({ before: "Clouds." });
  });

  it("may be put right by the officers, and by nobody else", async () => {
    const sig = await aSig();
    expectDone(await describes(board.secretary, sig.handle, "Clouds."));
    for (const stranger of [sig.member, board.ada, await aPerson(), (await aSig()).chair]) {
      expect(refusalOf(await describes(stranger, sig.handle, "Mine.")).code).toBe("forbidden");
      expect((await seen(stranger, sig.handle)).mayDescribe).toBe(false);
    }
  });

  it("of two who change it at once is one's, and the other is told", async () => {
    const sig = await aSig();
    const version = await sigVersionOf(sig.handle);
    const says = (by: Person, purpose: string) =>
      describeSig(by, describeSigInput.parse({ sig: sig.handle, version, purpose }));
    const both = await Promise.all([says(sig.chair, "Clouds."), says(board.chair, "Skies.")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).code).toBe("conflict");
  });

  it("too long is refused with its length", () => {
    const input = { sig: "sig-cloud", version: 1, purpose: "x".repeat(10_001) };
    const refused = describeSigInput.safeParse(input);
    expect(refused.error?.issues[0]?.message).toContain("10,000 characters; this has 10,001");
  });
});

describe("the sponsoring director of a SIG", () => {
  it("is named by an officer, is shown, and is told", async () => {
    const sig = await aSig();
    expectDone(await sponsors(board.secretary, sig.handle, board.ada.handle));
    expect((await seen(thePublic, sig.handle)).sponsor).toEqual({
      handle: board.ada.handle,
      name: board.ada.name,
    });
    expect((await lineOf(thePublic, sig.handle))?.sponsor?.handle).toBe(board.ada.handle);
    const event = await db.event.findFirstOrThrow({
      where: { type: "sig.sponsored", subjectId: sig.id },
    });
    await tellOfEvent(event.id);
    const notice = await db.notice.findFirst({ where: { personId: board.ada.personId, eventId: event.id } });
    expect(notice).toMatchObject({ href: `/sigs/${sig.handle}` });
  });

  it("can be nobody any more, which the history says", async () => {
    const sig = await aSig();
    expectDone(await sponsors(board.secretary, sig.handle, board.ada.handle));
    expectDone(await sponsors(board.chair, sig.handle, ""));
    const page = await seen(thePublic, sig.handle);
    expect(page.sponsor).toBeNull();
    expect(page.history[0]?.sentence).toBe("said that there is no sponsoring director any more.");
  });

  it("is refused where it is no director of now: at the field", async () => {
    const sig = await aSig();
    const gone = await aPerson({ roles: [{ role: "director", body: "board" }] });
    await db.roleGrant.updateMany({
      where: { personId: gone.personId },
      data: { until: new Date("2024-01-01T00:00:00Z") },
    });
    for (const handle of [sig.chair.handle, gone.handle, "nobody-at-all"]) {
      expect(refusalOf(await sponsors(board.secretary, sig.handle, handle))).toMatchObject({
        code: "invalid",
        errors: [{ path: "sponsor" }],
      });
    }
  });

  it("is not named by the SIG itself, nor by a director", async () => {
    const sig = await aSig();
    for (const by of [sig.chair, board.ada]) {
      expect(refusalOf(await sponsors(by, sig.handle, board.ada.handle)).code).toBe("forbidden");
    }
  });

  it("of two who name one at once is one's, and the other is told", async () => {
    const sig = await aSig();
    const version = await sigVersionOf(sig.handle);
    const names = (by: Person, sponsor: string) =>
      setSponsor(by, setSponsorInput.parse({ sig: sig.handle, version, sponsor }));
    const both = await Promise.all([
      names(board.chair, board.ada.handle),
      names(board.secretary, board.bea.handle),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).code).toBe("conflict");
  });
});

describe("the page of a SIG", () => {
  it("shows its people, its proposals, tickets, asks and workloads, and the answers that it owes", async () => {
    const sig = await aSig();
    const region = await aRegion();
    const number = await proposalOf(sig, sig.chair);
    await aQuestion(board.ada, number, sig.handle, "Who pays for the power?");
    const ticket = createTicketInput.parse({
      title: "Write the checks",
      markdown: "One for each service.",
      destination: "sig",
      owner: sig.handle,
    });
    expectDone(await createTicket(sig.chair, ticket));
    await aWorkload({ by: sig.chair, sig: sig.handle, region: region.key });
    const page = await seen(thePublic, sig.handle);
    expect(page).toMatchObject({
      memberCount: 2,
      chairs: [{ handle: sig.chair.handle }],
      members: [{ handle: sig.member.handle }],
      questionCount: 1,
      questions: [{ text: "Who pays for the power?", proposal: { number } }],
      askCount: 1,
      asks: [{ number: 1, text: "Run the notebooks." }],
      workloads: [{ status: "planned", region: { key: region.key }, moves: [], mayEdit: false }],
    });
    expect((await listProposals(thePublic, { sig: sig.handle })).items.map((item) => item.number)).toEqual([
      number,
    ]);
    expect((await listSigTickets(thePublic, page)).map(({ title }) => title)).toEqual(["Write the checks"]);
    expect(await lineOf(thePublic, sig.handle)).toMatchObject({ members: 2, openProposals: 1, workloads: 0 });
  });

  it("counts who held a role and left no longer", async () => {
    const sig = await aSig();
    await db.roleGrant.updateMany({
      where: { personId: sig.member.personId },
      data: { until: new Date("2024-01-01T00:00:00Z") },
    });
    expect(await seen(thePublic, sig.handle)).toMatchObject({ memberCount: 1, members: [] });
  });

  it("is not there for what is no SIG, or has no such name", async () => {
    for (const handle of ["board", "infra", "no-such-sig", "a\u0000b", "../board"]) {
      expect(await findSig(thePublic, handle)).toBeNull();
    }
  });

  it("tells those who may not read an executive proposal nothing of it: no count, no line, no ticket", async () => {
    const sig = await aSig();
    const before = { page: await seen(thePublic, sig.handle), line: await lineOf(thePublic, sig.handle) };
    const number = await proposalOf(sig, board.chair, true);
    await aQuestion(board.ada, number, `@${board.chair.handle}`, "May we sign?");
    await db.question.updateMany({
      where: { proposal: { number } },
      data: { askedOfPersonId: null, askedOfBodyId: sig.id },
    });
    const stranger = await aPerson();
    for (const actor of [thePublic, stranger, sig.chair]) {
      expect(await lineOf(actor, sig.handle)).toEqual(before.line);
      const page = await seen(actor, sig.handle);
      expect(page).toMatchObject({ questionCount: 0, questions: [], askCount: 0, asks: [] });
      expect(page.history).toEqual(before.page.history);
      expect((await listProposals(actor, { sig: sig.handle })).items).toEqual([]);
      expect(await listSigTickets(actor, page)).toEqual([]);
    }
    expect(await lineOf(board.ada, sig.handle)).toMatchObject({ openProposals: 1 });
    expect(await seen(board.ada, sig.handle)).toMatchObject({ questionCount: 1, askCount: 1 });
  });

  it("takes one question to the database, as the list of all SIGs does", async () => {
    const sig = await aSig();
    const reads: (() => Promise<unknown>)[] = [
      () => findSig(thePublic, sig.handle),
      () => listSigLines(thePublic),
    ];
    for (const read of reads) {
      const facts = { queries: 0, databaseGone: false };
      await requestFacts.run(facts, read);
      expect(facts.queries).toBe(1);
    }
  });
});
