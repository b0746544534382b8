import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { recordPastDecision } from "@/lib/decisions/commands/record-past-decision";
import { pastDecisionInput } from "@/lib/decisions/schema";
import { addressConcern } from "@/lib/discussion/commands/address-concern";
import { openConcern } from "@/lib/discussion/commands/open-concern";
import { reopenConcern } from "@/lib/discussion/commands/reopen-concern";
import { resolveConcern } from "@/lib/discussion/commands/resolve-concern";
import { withdrawConcern } from "@/lib/discussion/commands/withdraw-concern";
import { listConcerns } from "@/lib/discussion/concern-queries";
import { openConcernInput, resolveConcernInput } from "@/lib/discussion/concern-schema";
import { findHome } from "@/lib/home/queries";
import { findSession } from "@/lib/meetings/session-queries";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { done } from "@/lib/result";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aConcern, anAddressedConcern, concernRow } from "../../factories/concerns";
import { send } from "../../factories/discussion";
import { inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";
import { aSession, decided, statusOf } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 500;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});

const reason = "The SIG pays for it.";
const raise = (by: Actor, proposal: number, given: object = {}) =>
  send(openConcernInput, openConcern, by, { proposal, text: "Who pays for the power?", ...given });

describe("a concern", () => {
  it("is raised by a director, for the requester to resolve, about the revision that is read", async () => {
    const proposal = await aProposal().inDiscussion();
    expectDone(await raise(board.ada, proposal.number, { text: "Nobody **pays** for it." }));
    expect(await concernRow(proposal.id, 1)).toMatchObject({
      status: "open",
      html: "<p>Nobody <strong>pays</strong> for it.</p>",
      openerId: board.ada.personId,
      resolverPersonId: proposal.author.personId,
      revision: 1,
    });
  });

  it("is not raised by a member, the secretary or the public", async () => {
    const proposal = await aProposal().inDiscussion();
    for (const by of [proposal.author, board.secretary, await aPerson()]) {
      expect(await raise(by, proposal.number)).toMatchObject({ refusal: { code: "forbidden" } });
    }
    expect(await raise(thePublic, proposal.number)).toMatchObject({ refusal: { code: "signed_out" } });
    expect(await db.concern.count({ where: { proposalId: proposal.id } })).toBe(0);
  });

  it("is not raised about somebody else's draft, which is not there for them, nor about what is closed", async () => {
    const draft = await aProposal().draft();
    expect(await raise(board.ada, draft.number)).toMatchObject({ refusal: { code: "not_found" } });
    const closed = await aProposal().inDiscussion();
    const version = await versionOf(closed.number);
    expectDone(await closeWithoutFollowUp(board.chair, { number: closed.number, version, reason }));
    expect(await raise(board.ada, closed.number)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("has decided") },
    });
  });

  it("is for a person or a body to resolve, known by name and other than who raises it", async () => {
    const { number } = await aProposal().inDiscussion();
    const wrong = [`@${board.ada.handle}`, "@nobody-of-that-name"];
    for (const resolver of wrong) {
      expect(await raise(board.ada, number, { resolver })).toMatchObject({
        refusal: { code: "invalid", errors: [{ path: "resolver" }] },
      });
    }
    expectDone(await raise(board.ada, number, { resolver: "infra" }));
  });

  it("needs a text, and not a book", async () => {
    const { number } = await aProposal().inDiscussion();
    for (const text of ["  ", "x".repeat(4_001)]) {
      expect(await raise(board.ada, number, { text })).toMatchObject({
        refusal: { code: "invalid", errors: [{ path: "text" }] },
      });
    }
  });

  it("raised at the same moment as five others has a number of its own", async () => {
    const { number } = await aProposal().inDiscussion();
    const directors = [board.ada, board.bea, board.cy, board.chair, board.liaison, board.ada];
    const raised = await Promise.all(directors.map((by) => raise(by, number)));
    expect(raised.map((one) => expectDone(one).concern).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is addressed by its resolver or an author, resolved by its opener, each with their words", async () => {
    const proposal = await aProposal().inDiscussion();
    const at = { proposal: proposal.number, concern: await aConcern(board.ada, proposal.number) };
    const response = "The **SIG** pays.";
    const early = await resolveConcern(board.ada, { ...at, version: 1, reason });
    expect(early).toMatchObject({ refusal: { message: expect.stringContaining("have to be addressed") } });
    const foreign = await addressConcern(await aPerson(), { ...at, version: 1, response });
    expect(foreign).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await addressConcern(proposal.author, { ...at, version: 1, response }));
    expect(await resolveConcern(proposal.author, { ...at, version: 2, reason })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await resolveConcern(board.ada, { ...at, version: 2, reason }));
    const [line] = await listConcerns(thePublic, proposal.id);
    expect(line).toMatchObject({
      status: "resolved",
      reason,
      response: { html: "<p>The <strong>SIG</strong> pays.</p>", by: { handle: proposal.author.handle } },
      moves: [],
    });
  });

  it("still stands where its opener says so, and may be addressed anew", async () => {
    const proposal = await aProposal().inDiscussion();
    const concern = await anAddressedConcern(board.ada, proposal.number, proposal.author);
    const at = { proposal: proposal.number, concern };
    expectDone(await reopenConcern(board.ada, { ...at, version: 2, reason: "For one year only." }));
    expect(await concernRow(proposal.id, concern)).toMatchObject({
      status: "open",
      reason: "For one year only.",
    });
    expectDone(await addressConcern(proposal.author, { ...at, version: 3, response: "For three." }));
    expect(await concernRow(proposal.id, concern)).toMatchObject({ status: "addressed", reason: "" });
  });

  it("is settled by an officer only once its opener has left the board", async () => {
    const leaver = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const proposal = await aProposal().inDiscussion();
    const concern = await aConcern(leaver, proposal.number);
    const settle = (by: Person) =>
      resolveConcern(by, { proposal: proposal.number, concern, version: 1, reason: "She has left." });
    expect(await settle(board.chair)).toMatchObject({
      refusal: { code: "forbidden", message: expect.stringContaining("has left the board") },
    });
    await db.roleGrant.updateMany({ where: { personId: leaver.personId }, data: { until: new Date() } });
    expect(await settle(board.ada)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await settle(board.chair));
    expect(await concernRow(proposal.id, concern)).toMatchObject({ status: "resolved" });
  });

  it("resolved while it is taken back has one end, and the other is told", async () => {
    const proposal = await aProposal().inDiscussion();
    const concern = await anAddressedConcern(board.ada, proposal.number, proposal.author);
    const at = { proposal: proposal.number, concern, version: 2, reason };
    const results = await Promise.all([resolveConcern(board.ada, at), withdrawConcern(board.ada, at)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("not possible") },
    });
  });

  it("seen too late is a conflict", async () => {
    const proposal = await aProposal().inDiscussion();
    const concern = await anAddressedConcern(board.ada, proposal.number, proposal.author);
    const values = { proposal: proposal.number, concern, version: 1, reason };
    expect(await send(resolveConcernInput, resolveConcern, board.ada, values)).toMatchObject({
      refusal: { code: "conflict" },
    });
  });

  it("on an executive proposal exists only for who reads it, and only they can be named to resolve it", async () => {
    const proposal = await aProposal({ by: board.cy, executive: true }).inDiscussion();
    const outsider = await aPerson();
    expect(await raise(board.ada, proposal.number, { resolver: `@${outsider.handle}` })).toMatchObject({
      refusal: { errors: [{ path: "resolver", message: expect.stringContaining("Only the board") }] },
    });
    expect(await raise(board.ada, proposal.number, { resolver: "infra" })).toMatchObject({
      refusal: { code: "invalid" },
    });
    expectDone(await raise(board.ada, proposal.number, { resolver: "board" }));
    expect(await listConcerns(outsider, proposal.id)).toEqual([]);
    expect(await listConcerns(board.secretary, proposal.id)).toHaveLength(1);
    const events = await db.event.findMany({ where: { proposalId: proposal.id, subject: "concern" } });
    expect(events.map((event) => event.visibility)).toEqual(["executive"]);
  });
});

describe("approval", () => {
  it("is refused while a concern stands, naming it, and possible once it is resolved", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const concern = await anAddressedConcern(board.ada, proposal.number, proposal.author);
    const shown = (await findSession(board.chair, date))?.openItem?.proposal?.concerns;
    expect(shown).toMatchObject([{ number: 1, opener: board.ada.name }]);
    const message = `Concern 1 of ${board.ada.name} stands: “Nobody pays for the power”. Approval has to wait until it is resolved or taken back.`;
    expect(await decided(board.chair, proposal.itemId)).toMatchObject({
      refusal: { code: "refused", message, errors: [{ path: "outcome" }] },
    });
    expect((await statusOf(proposal)).status).toBe("under_review");
    const at = { proposal: proposal.number, concern, version: 2, reason };
    expectDone(await resolveConcern(board.ada, at));
    expectDone(await decided(board.chair, proposal.itemId));
  });

  it("alone is held up: the board can redirect over a concern", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await aConcern(board.ada, proposal.number);
    expectDone(await decided(board.chair, proposal.itemId, { outcome: "redirected" }));
  });

  it("and a concern raised at the same moment: one comes first, and the other is told", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
      const [approval, concern] = await Promise.all([
        decided(board.chair, proposal.itemId),
        raise(board.ada, proposal.number),
      ]);
      expect([approval.ok, concern.ok].sort()).toEqual([false, true]);
      const standing = await db.concern.count({ where: { proposalId: proposal.id } });
      expect((await statusOf(proposal)).status).toBe(standing === 0 ? "splitting" : "under_review");
      const refused = approval.ok ? concern : approval;
      expect(refused).toMatchObject({ refusal: { code: "refused" } });
    }
  });

  it("is refused by the database itself, whatever wrote it, in words", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await aConcern(board.ada, proposal.number);
    const written = await transact(async (tx) => {
      await tx.decision.create({
        data: {
          ...{ proposalId: proposal.id, outcome: "approved", method: "consensus", text: "Yes." },
          ...{ recordedById: board.chair.personId, decidedAt: new Date() },
        },
      });
      return done(null);
    });
    expect(written).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("A concern stands in the way") },
    });
  });

  it("of a thread of the past waits for its concern as well", async () => {
    const proposal = await aProposal().inDiscussion();
    await aConcern(board.ada, proposal.number);
    const version = await versionOf(proposal.number);
    expectDone(await closeWithoutFollowUp(board.chair, { number: proposal.number, version, reason }));
    await db.proposal.update({
      where: { id: proposal.id },
      data: { sourceKey: `concern#${proposal.number}` },
    });
    const past = pastDecisionInput.parse({
      ...{ number: proposal.number, version: await versionOf(proposal.number), decidedOn: "2021-10-13" },
      ...{ outcome: "approved", text: "Yes." },
    });
    expect(await recordPastDecision(board.chair, past)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("Concern 1 of") },
    });
  });
});

describe("who hears of a concern", () => {
  const waiting = async (person: Person, number: number) =>
    (await findHome(person)).moves.filter(({ href }) => href.startsWith(`/proposals/${number}/concerns`));

  it("finds it on their home: first who is to resolve it, then who raised it, then nobody", async () => {
    const engineer = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
    const { number } = await aProposal().inDiscussion();
    const concern = await aConcern(board.bea, number, { resolver: "infra" });
    expect(await waiting(engineer, number)).toMatchObject([
      { button: "Address it", href: `/proposals/${number}/concerns#concern-1` },
    ]);
    expect(await waiting(board.bea, number)).toEqual([]);
    const at = { proposal: number, concern };
    expectDone(await addressConcern(engineer, { ...at, version: 1, response: "We lend the power." }));
    expect(await waiting(engineer, number)).toEqual([]);
    expect(await waiting(board.bea, number)).toMatchObject([{ button: "Say whether" }]);
    expectDone(await resolveConcern(board.bea, { ...at, version: 2, reason }));
    expect(await waiting(board.bea, number)).toEqual([]);
  });

  it("is told: the resolver and the author when it is raised, the opener when something was done", async () => {
    const engineer = await aPerson();
    const { number, id, author } = await aProposal().inDiscussion();
    const opener = await aPerson({ name: "Ola Opener", roles: [{ role: "director", body: "board" }] });
    await anAddressedConcern(opener, number, engineer);
    const events = await db.event.findMany({ where: { proposalId: id, subject: "concern" } });
    for (const event of events) await tellOfEvent(event.id);
    const told = async (person: Person) => (await listInbox(person)).lines.map(({ sentence }) => sentence);
    expect(await told(engineer)).toEqual([expect.stringContaining("for you to resolve: Nobody pays")]);
    expect(await told(author)).toContainEqual(expect.stringContaining("Ola Opener raised concern 1 on"));
    expect(await told(opener)).toEqual([expect.stringContaining("Does that resolve it?")]);
  });

  it("reads it in the history, with the reason", async () => {
    const { number, id } = await aProposal().inDiscussion();
    const concern = await aConcern(board.ada, number);
    expectDone(
      await withdrawConcern(board.ada, { proposal: number, concern, version: 1, reason: "I was wrong." }),
    );
    const { entries } = await listHistory(thePublic, { proposalId: id });
    expect(entries[0]).toMatchObject({ sentence: "took concern 1 back.", why: "I was wrong." });
    expect(entries[1]?.sentence).toContain("raised concern 1 for");
  });
});
