import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findHome } from "@/lib/home/queries";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { askEndorsement } from "@/lib/proposals/commands/ask-endorsement";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { confirmEndorsement } from "@/lib/proposals/commands/confirm-endorsement";
import { declineEndorsement } from "@/lib/proposals/commands/decline-endorsement";
import { offerEndorsement } from "@/lib/proposals/commands/offer-endorsement";
import { withdrawEndorsement } from "@/lib/proposals/commands/withdraw-endorsement";
import { findSupport } from "@/lib/proposals/endorsement-queries";
import { askEndorsementInput } from "@/lib/proposals/endorsement-schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { send } from "../../factories/discussion";
import { anAskedPerson, aSupporter, latestEndorsement } from "../../factories/endorsements";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const ask = (by: Actor, number: number, person: string, part = "sponsor") =>
  send(askEndorsementInput, askEndorsement, by, { number, part, person });

describe("a sponsor", () => {
  it("is asked by an author, and stands behind the proposal once they confirm the revision they read", async () => {
    const proposal = await aProposal().inDiscussion();
    const endorsement = await anAskedPerson(proposal, board.ada);
    expect(await latestEndorsement(proposal.id, board.ada)).toMatchObject({
      status: "asked",
      revision: null,
    });
    const confirm = { number: proposal.number, endorsement, version: 1, note: "We need it." };
    expect(await confirmEndorsement(board.bea, confirm)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await confirmEndorsement(board.ada, confirm));
    expect((await findSupport(thePublic, proposal.id))?.lines).toMatchObject([
      { part: "sponsor", status: "confirmed", revision: 1, note: "We need it.", moves: [] },
    ]);
  });

  it("is not asked by a stranger, nor before the proposal is published", async () => {
    const proposal = await aProposal().inDiscussion();
    expect(await ask(await aPerson(), proposal.number, board.ada.handle)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const draft = await aProposal().draft();
    expect(await ask(draft.author, draft.number, board.ada.handle)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("Publish it first") },
    });
  });

  it("is a director or another SIG's chair: others are refused at the field, by name", async () => {
    const proposal = await aProposal().inDiscussion();
    const member = await aPerson({ name: "Mo Member" });
    const { author, number } = proposal;
    for (const person of [author.handle, member.handle, board.secretary.handle, "nobody-of-that-name"]) {
      expect(await ask(author, number, `@${person}`)).toMatchObject({
        refusal: { code: "invalid", errors: [{ path: "person" }] },
      });
    }
    expect(await ask(author, number, member.handle)).toMatchObject({
      refusal: {
        message: "Mo Member cannot sponsor it: a sponsor is a director, or the chair of another SIG.",
      },
    });
    const chair = await aPerson({ roles: [{ role: "sig_chair", body: "sig-other" }] });
    expectDone(await ask(author, number, chair.handle));
  });

  it("asked twice at the same moment is asked once, and the other is told", async () => {
    const proposal = await aProposal().inDiscussion();
    const results = await Promise.all(
      [1, 2].map(() => ask(proposal.author, proposal.number, board.ada.handle)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: "conflict", message: expect.stringContaining("asked at the same moment") },
    });
    expect(await db.endorsement.count({ where: { proposalId: proposal.id } })).toBe(1);
  });

  it("may decline, and may be asked again later", async () => {
    const proposal = await aProposal().inDiscussion();
    const endorsement = await anAskedPerson(proposal, board.ada);
    const answer = { number: proposal.number, endorsement, version: 1, reason: "No time this year." };
    expectDone(await declineEndorsement(board.ada, answer));
    expect((await listHistory(thePublic, { proposalId: proposal.id })).entries[0]).toMatchObject({
      sentence: "declined to sponsor it.",
      why: "No time this year.",
    });
    await anAskedPerson(proposal, board.ada);
  });

  it("who confirms and declines at the same moment does one of the two", async () => {
    const proposal = await aProposal().inDiscussion();
    const endorsement = await anAskedPerson(proposal, board.ada);
    const at = { number: proposal.number, endorsement, version: 1 };
    const results = await Promise.all([
      confirmEndorsement(board.ada, { ...at, note: "" }),
      declineEndorsement(board.ada, { ...at, reason: "" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "refused" } });
  });

  it("whose request was taken back cannot confirm it any more", async () => {
    const proposal = await aProposal().inDiscussion();
    const endorsement = await anAskedPerson(proposal, board.ada);
    const at = { number: proposal.number, endorsement, version: 1 };
    expect(await withdrawEndorsement(board.bea, { ...at, reason: "" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await withdrawEndorsement(proposal.author, { ...at, reason: "" }));
    expect(await confirmEndorsement(board.ada, { ...at, note: "" })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("withdrawn") },
    });
  });

  it("who lost their seat meanwhile cannot confirm", async () => {
    const proposal = await aProposal().inDiscussion();
    const leaver = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const endorsement = await anAskedPerson(proposal, leaver);
    const confirm = { number: proposal.number, endorsement, version: 1, note: "" };
    expect(await confirmEndorsement({ ...leaver, roles: [] }, confirm)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("cannot sponsor it") },
    });
  });

  it("steps back with a reason, and not once the board has decided", async () => {
    const proposal = await aProposal().inDiscussion();
    const endorsement = await aSupporter(proposal, board.ada);
    const back = { number: proposal.number, endorsement, version: 2 };
    expect(await withdrawEndorsement(board.ada, { ...back, reason: "" })).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "reason" }] },
    });
    expect(await withdrawEndorsement(proposal.author, { ...back, reason: "Not wanted." })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await withdrawEndorsement(board.ada, { ...back, reason: "I leave the board." }));

    const decided = await aProposal().inDiscussion();
    const kept = await aSupporter(decided, board.ada);
    const version = await versionOf(decided.number);
    expectDone(await closeWithoutFollowUp(board.chair, { number: decided.number, version, reason: "Over." }));
    const late = { number: decided.number, endorsement: kept, version: 2, reason: "Too late." };
    expect(await withdrawEndorsement(board.ada, late)).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("has decided") },
    });
  });

  it("may offer themself, and has confirmed at once; an author or a member may not", async () => {
    const proposal = await aProposal().inDiscussion();
    const offer = { number: proposal.number, part: "sponsor", note: "I like it." } as const;
    for (const by of [proposal.author, await aPerson()]) {
      expect(await offerEndorsement(by, offer)).toMatchObject({ refusal: { code: "forbidden" } });
    }
    const both = await Promise.all([offerEndorsement(board.ada, offer), offerEndorsement(board.ada, offer)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await latestEndorsement(proposal.id, board.ada)).toMatchObject({
      status: "confirmed",
      revision: 1,
    });
  });

  it("of an executive proposal is somebody who may read it, and nobody else knows of it", async () => {
    const proposal = await aProposal({ by: board.cy, executive: true }).inDiscussion();
    const chair = await aPerson({ roles: [{ role: "sig_chair", body: "sig-other" }] });
    expect(await ask(board.cy, proposal.number, chair.handle)).toMatchObject({
      refusal: { errors: [{ path: "person", message: expect.stringContaining("cannot read") }] },
    });
    expectDone(await ask(board.cy, proposal.number, board.ada.handle));
    expect(await findSupport(chair, proposal.id)).toBeNull();
    const offers = (await findSupport(board.cy, proposal.id))?.eligible.map(({ value }) => value);
    expect(offers).toContain(`@${board.ada.handle}`);
    expect(offers).not.toContain(`@${chair.handle}`);
  });
});

describe("somebody who endorses", () => {
  it("may chair the proposal's own SIG, who cannot sponsor it", async () => {
    const proposal = await aProposal().inDiscussion();
    const chair = await aPerson({ roles: [{ role: "sig_chair", body: "sig-own" }] });
    await db.proposal.update({ where: { id: proposal.id }, data: { sigId: chair.roles[0]?.bodyId ?? 0 } });
    expect(await ask(proposal.author, proposal.number, chair.handle)).toMatchObject({
      refusal: { errors: [{ path: "person" }] },
    });
    expectDone(await ask(proposal.author, proposal.number, chair.handle, "endorser"));
    expect((await findSupport(chair, proposal.id))?.lines[0]?.moves.map(({ name }) => name)).toEqual([
      "confirm",
      "decline",
    ]);
  });
});

describe("who hears of it", () => {
  it("finds the request on their home until they answer, and the author hears the answer", async () => {
    const proposal = await aProposal().inDiscussion();
    const waiting = async (person: Person) =>
      (await findHome(person)).moves.filter(({ href }) => href === `/proposals/${proposal.number}/support`);
    const endorsement = await anAskedPerson(proposal, board.bea);
    expect(await waiting(board.bea)).toMatchObject([
      { button: "Answer", href: `/proposals/${proposal.number}/support` },
    ]);
    const at = { number: proposal.number, endorsement, version: 1, note: "" };
    expectDone(await confirmEndorsement(board.bea, at));
    expect(await waiting(board.bea)).toEqual([]);
    const events = await db.event.findMany({
      where: { proposalId: proposal.id, subject: "endorsement" },
    });
    for (const event of events) await tellOfEvent(event.id);
    const told = async (person: Person) => (await listInbox(person)).lines.map(({ sentence }) => sentence);
    expect(await told(board.bea)).toContainEqual(expect.stringContaining("asks you to sponsor"));
    expect(await told(proposal.author)).toEqual([expect.stringContaining(`${board.bea.name} sponsors`)]);
  });
});
