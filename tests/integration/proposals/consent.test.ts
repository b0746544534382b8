import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findHome } from "@/lib/home/queries";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { confirmAsk } from "@/lib/proposals/commands/confirm-ask";
import { declineAsk } from "@/lib/proposals/commands/decline-ask";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { findProposalText } from "@/lib/proposals/queries";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aCoAuthor, asSeen, confirmed, declined, revised, revisionOf, theAsk } from "../../factories/asks";
import { aBody, aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let infra: Person;
beforeAll(async () => {
  board = await theBoard();
  await aBody({ handle: "infra", kind: "infra" });
  infra = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
});

const ask = (owner: string, more: object = {}) => ({
  kind: "sig_work",
  text: "Run it.",
  owner,
  acceptanceTest: "It runs.",
  ...more,
});

const asksOf = async (proposal: Made) => (await findProposalText(proposal)).asks;

async function tellAll(proposal: Made): Promise<void> {
  const events = await db.event.findMany({ where: { proposalId: proposal.id }, orderBy: { id: "asc" } });
  for (const { id } of events) await tellOfEvent(id);
}

const heardBy = async (person: Person) => (await listInbox(person)).lines.map((line) => line.sentence);

/** What home says of asks of this proposal. */
const waitsFor = async (person: Person, { number }: Made) =>
  (await findHome(person)).moves.filter(
    ({ button, href }) => button === "Confirm or decline" && href.startsWith(`/proposals/${number}#`),
  );

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

describe("an ask", () => {
  it("keeps its reason, its size and its owner, and so does the revision", async () => {
    const ada = await aPerson({ name: "Ada" });
    const asks = [
      ask(`@${ada.handle}`, { rationale: "Nobody else has the keys.", size: "weeks" }),
      ask("sig-leaders"),
      ask("infra", { size: "months" }),
    ];
    const proposal = await aProposal({ asks }).inDiscussion();
    expect(await asksOf(proposal)).toMatchObject([
      { rationale: "Nobody else has the keys.", size: "weeks", owner: { kind: "person", name: "Ada" } },
      { rationale: "", size: null, owner: { kind: "role", handle: "sig-leaders", name: "the SIG leaders" } },
      { size: "months", owner: { kind: "body", handle: "infra" } },
    ]);
    const [kept] = await db.proposalRevision.findMany({ where: { proposalId: proposal.id } });
    expect(kept?.asks).toMatchObject([
      { rationale: "Nobody else has the keys.", size: "weeks", ownerPersonId: ada.personId },
      { ownerRole: "sig-leaders", ownerPersonId: null },
      { size: "months" },
    ]);
  });

  it("whose owner nobody is called is a fault of that field", async () => {
    const proposal = await aProposal().draft();
    const refusal = refusalOf(
      await revised(proposal.author, proposal, {
        asks: [ask("infra"), ask("@nobody-here"), ask("sig-bosses")],
      }),
    );
    expect(refusal.errors).toEqual([
      { path: "asks.1.owner", message: expect.stringContaining("or a role such as sig-leaders") },
      { path: "asks.2.owner", message: expect.stringContaining("Nobody is called that") },
    ]);
  });
});

describe("who is named as owner", () => {
  it("is not asked by a draft, which they cannot see, and is asked once it is published", async () => {
    const ada = await aPerson();
    const proposal = await aProposal({ asks: [ask("infra"), ask(`@${ada.handle}`)] }).draft();
    await tellAll(proposal);
    expect([await heardBy(ada), await waitsFor(ada, proposal)]).toEqual([[], []]);
    expect(refusalOf(await confirmAsk(ada, await asSeen(proposal, 2))).code).toBe("not_found");
    const { number, author } = proposal;
    expectDone(await publishProposal(author, { number, version: await versionOf(number) }));
    await tellAll(proposal);
    expect(await heardBy(ada)).toEqual([
      `You are named as owner of ask 2 of #${number} A region on CentOS Stream: confirm or decline.`,
    ]);
    expect(await heardBy(infra)).toContainEqual(
      `A group of yours is named as owner of ask 1 of #${number} A region on CentOS Stream: confirm or decline.`,
    );
    expect(await waitsFor(ada, proposal)).toMatchObject([{ href: `/proposals/${number}#ask-2` }]);
  });

  it("confirms it: the page says by whom and when, home is empty, the authors hear of it", async () => {
    const ada = await aPerson({ name: "Ada" });
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    const kai = await aCoAuthor(proposal);
    expectDone(await confirmed(ada, proposal, 1));
    const [shown] = await asksOf(proposal);
    expect(shown?.consent).toMatchObject({ state: "confirmed", by: { name: "Ada" }, changedSince: null });
    expect(shown?.consent.at).not.toBeNull();
    expect(await waitsFor(ada, proposal)).toEqual([]);
    await tellAll(proposal);
    for (const writer of [proposal.author, kai])
      expect(await heardBy(writer)).toContainEqual(expect.stringContaining("Ada confirmed to own ask 1"));
    const { entries } = await listHistory(thePublic, { proposalId: proposal.id });
    expect(entries[0]).toMatchObject({ who: "Ada", sentence: "confirmed that they own ask 1." });
  });

  it("declines it with a reason, or takes a yes back, and may still say yes after all", async () => {
    const ada = await aPerson({ name: "Ada" });
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    expectDone(await confirmed(ada, proposal, 1));
    expectDone(await declined(ada, proposal, 1, "I am away until May."));
    const [shown] = await asksOf(proposal);
    expect(shown?.consent).toMatchObject({ state: "declined", reason: "I am away until May." });
    await tellAll(proposal);
    expect(await heardBy(proposal.author)).toContainEqual(expect.stringContaining(": I am away until May."));
    expectDone(await confirmed(ada, proposal, 1));
    expect((await theAsk(proposal, 1)).consent).toBe("confirmed");
  });

  it("as a role is each of those who hold it, and one of them is enough", async () => {
    const [cloud, docs] = [
      await aPerson({ name: "Cloud", roles: [{ role: "sig_chair", body: "sig-cloud" }] }),
      await aPerson({ roles: [{ role: "sig_chair", body: "sig-docs" }] }),
    ];
    const proposal = await aProposal({ asks: [ask("sig-leaders"), ask("sig-leaders")] }).inDiscussion();
    await tellAll(proposal);
    for (const leader of [cloud, docs]) {
      expect(await heardBy(leader)).toEqual([expect.stringContaining("owner of asks 1, 2 of")]);
      expect(await waitsFor(leader, proposal)).toMatchObject([
        { sentence: expect.stringMatching(/^Asks 1, 2 of/) },
      ]);
    }
    expectDone(await confirmed(cloud, proposal, 1));
    expectDone(await confirmed(docs, proposal, 2));
    expect([await waitsFor(cloud, proposal), await waitsFor(docs, proposal)]).toEqual([[], []]);
    expect((await asksOf(proposal)).map(({ consent }) => consent.by?.name)).toContain("Cloud");
  });

  it("as a SIG is its chair, and not each of its members", async () => {
    const chair = await aPerson({ roles: [{ role: "sig_chair", body: "sig-kernel" }] });
    const member = await aPerson({ roles: [{ role: "sig_member", body: "sig-kernel" }] });
    const proposal = await aProposal({ asks: [ask("sig-kernel")] }).inDiscussion();
    expect([(await waitsFor(chair, proposal)).length, (await waitsFor(member, proposal)).length]).toEqual([
      1, 0,
    ]);
    expect(refusalOf(await confirmed(member, proposal, 1)).code).toBe("forbidden");
    expectDone(await confirmed(chair, proposal, 1));
  });

  it("as the board is not asked to promise what the board is asked to decide", async () => {
    const decision = ask("board", { kind: "board_decision", text: "Say yes." });
    const proposal = await aProposal({
      asks: [decision, ask("board", { text: "Talk to the foundation." })],
    }).inDiscussion();
    await tellAll(proposal);
    const [toDecide, toDo] = await asksOf(proposal);
    expect([toDecide?.boardDecides, toDo?.boardDecides]).toEqual([true, false]);
    expect(refusalOf(await confirmed(board.ada, proposal, 1)).message).toContain("in a meeting");
    const { number } = proposal;
    expect(await waitsFor(board.ada, proposal)).toContainEqual(
      expect.objectContaining({
        href: `/proposals/${number}#ask-2`,
        sentence: expect.stringMatching(/^Ask 2 of/),
      }),
    );
    expectDone(await confirmed(board.ada, proposal, 2));
  });

  it("themself by whoever writes the ask has confirmed by that, and is not asked", async () => {
    const author = await aPerson({ name: "Noor" });
    const proposal = await aProposal({
      by: author,
      asks: [ask(`@${author.handle}`), ask("infra")],
    }).inDiscussion();
    expect((await asksOf(proposal)).map(({ consent }) => consent.state)).toEqual(["confirmed", "named"]);
    const { entries } = await listHistory(author, { proposalId: proposal.id });
    expect(entries.map(({ sentence }) => sentence)).toContain("took ask 1 on themself.");
    await tellAll(proposal);
    expect(await heardBy(author)).toEqual([]);
    expect(await waitsFor(author, proposal)).toEqual([]);
  });

  it("by the author in a draft, confirms by publishing what a co-author wrote for them", async () => {
    const proposal = await aProposal().draft();
    const kai = await aCoAuthor(proposal);
    const { number, author } = proposal;
    expectDone(await revised(kai, proposal, { asks: [ask(`@${author.handle}`), ask(`@${kai.handle}`)] }));
    expect((await asksOf(proposal)).map(({ consent }) => consent.state)).toEqual(["named", "confirmed"]);
    expectDone(await publishProposal(author, { number, version: await versionOf(number) }));
    expect((await asksOf(proposal)).map(({ consent }) => consent.state)).toEqual(["confirmed", "confirmed"]);
  });

  it("is somebody else for everybody else: others cannot answer for them", async () => {
    const ada = await aPerson();
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    for (const other of [proposal.author, await aPerson(), board.chair, infra]) {
      expect(refusalOf(await confirmed(other, proposal, 1)).code).toBe("forbidden");
      expect(refusalOf(await declined(other, proposal, 1)).code).toBe("forbidden");
    }
    const seen = await asSeen(proposal, 1);
    expect(refusalOf(await confirmAsk(thePublic, seen)).code).toBe("signed_out");
    expect(refusalOf(await confirmAsk(ada, { ...seen, ask: 7 })).code).toBe("not_found");
    expect((await theAsk(proposal, 1)).consent).toBe("named");
  });

  it("of an executive ask does not hear of it where they do not read it", async () => {
    const ada = await aPerson();
    const proposal = await aProposal({
      by: board.bea,
      executive: true,
      asks: [ask(`@${ada.handle}`)],
    }).inDiscussion();
    await tellAll(proposal);
    expect([await heardBy(ada), await waitsFor(ada, proposal)]).toEqual([[], []]);
    expect(refusalOf(await confirmed(ada, proposal, 1)).code).toBe("not_found");
  });

  it("is not asked any more once the proposal is withdrawn", async () => {
    const ada = await aPerson();
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    const { number, author } = proposal;
    expectDone(
      await withdrawProposal(author, { number, version: await versionOf(number), reason: "No need." }),
    );
    expect(refusalOf(await confirmed(ada, proposal, 1)).message).toContain("closed");
    expect(await waitsFor(ada, proposal)).toEqual([]);
  });
});

describe("a revision", () => {
  it("that names another owner asks that one anew; who had confirmed has not any more", async () => {
    const [ada, bea] = [await aPerson(), await aPerson()];
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    expectDone(await confirmed(ada, proposal, 1));
    expectDone(await revised(proposal.author, proposal, { asks: [ask(`@${bea.handle}`)] }));
    expect(await theAsk(proposal, 1)).toMatchObject({
      consent: "named",
      consentById: null,
      consentAt: null,
      consentRevision: null,
    });
    await tellAll(proposal);
    expect(await heardBy(bea)).toEqual([expect.stringContaining("You are named as owner of ask 1")]);
    expect((await heardBy(ada)).filter((sentence) => sentence.includes("named as owner"))).toHaveLength(1);
  });

  it("that asks something else of the same owner leaves the consent, and says what it was given for", async () => {
    const ada = await aPerson();
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`), ask("infra")] }).inDiscussion();
    expectDone(await confirmed(ada, proposal, 1));
    const other = [ask(`@${ada.handle}`, { text: "Run it for ten years." }), ask("infra", { text: "Lend." })];
    expectDone(await revised(proposal.author, proposal, { asks: other }));
    const [first, second] = await asksOf(proposal);
    expect(first?.consent).toMatchObject({ state: "confirmed", changedSince: 1 });
    expect(second?.consent).toMatchObject({ state: "named", changedSince: null });
    expectDone(await declined(ada, proposal, 1));
    expectDone(await confirmed(ada, proposal, 1));
    expect((await asksOf(proposal))[0]?.consent.changedSince).toBeNull();
    expect((await theAsk(proposal, 1)).consentRevision).toBe(2);
  });

  it("tells only those whom it names anew", async () => {
    const [ada, bea] = [await aPerson(), await aPerson()];
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    const asks = [ask(`@${ada.handle}`), ask(`@${bea.handle}`)];
    expectDone(await revised(proposal.author, proposal, { asks }));
    const revision = await db.event.findFirstOrThrow({
      where: { proposalId: proposal.id, type: "proposal.revised" },
    });
    expect(revision.data).toMatchObject({ named: [{ ask: 2, personId: bea.personId }] });
  });

  it("of a draft by somebody else leaves nobody bound to words that they have not seen", async () => {
    const author = await aPerson();
    const proposal = await aProposal({ by: author, asks: [ask(`@${author.handle}`)] }).draft();
    const kai = await aCoAuthor(proposal);
    expectDone(await revised(kai, proposal, { asks: [ask(`@${author.handle}`, { size: "days" })] }));
    expect((await theAsk(proposal, 1)).consent).toBe("confirmed");
    expectDone(
      await revised(kai, proposal, { asks: [ask(`@${author.handle}`, { text: "Run it for ever." })] }),
    );
    expect((await theAsk(proposal, 1)).consent).toBe("named");
  });
});

describe("by two at once", () => {
  const twice = async () => {
    const ada = await aPerson();
    const proposal = await aProposal({ asks: [ask(`@${ada.handle}`)] }).inDiscussion();
    return { ada, proposal, seen: await asSeen(proposal, 1) };
  };

  it("an ask is confirmed once, and the other is told in a sentence", async () => {
    const { ada, proposal, seen } = await twice();
    const results = await Promise.all([confirmAsk(ada, seen), confirmAsk(ada, seen)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = results.filter(({ ok }) => !ok);
    expect(lost && refusalOf(lost)).toMatchObject({
      code: expect.stringMatching(/^(conflict|refused)$/),
      message: expect.stringMatching(/\.$/),
    });
    expect(await db.event.count({ where: { proposalId: proposal.id, type: "ask.confirmed" } })).toBe(1);
  });

  it("it is confirmed or declined, never both", async () => {
    const { ada, proposal, seen } = await twice();
    const [yes, no] = await Promise.all([confirmAsk(ada, seen), declineAsk(ada, { ...seen, reason: "" })]);
    expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1);
    expect((await theAsk(proposal, 1)).consent).toBe(yes.ok ? "confirmed" : "declined");
  });

  it("a yes never falls on an ask that was given to somebody else at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ada, proposal, seen } = await twice();
      const revision = await revisionOf(proposal, { asks: [ask("infra")] });
      await Promise.all([confirmAsk(ada, seen), reviseProposal(proposal.author, revision)]);
      const { consent, ownerPersonId } = await theAsk(proposal, 1);
      expect([consent, ownerPersonId]).toEqual(["named", null]);
    }
  });
});

it("the database takes no consent that nobody gave", async () => {
  const proposal = await aProposal({ asks: [ask("infra")] }).inDiscussion();
  const { id } = await theAsk(proposal, 1);
  await expect(db.ask.update({ where: { id }, data: { consent: "confirmed" } })).rejects.toThrow();
  expect((await theAsk(proposal, 1)).consent).toBe("named");
});
