import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { addressConcern } from "@/lib/discussion/commands/address-concern";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { resolveConcern } from "@/lib/discussion/commands/resolve-concern";
import { addressConcernInput, resolveConcernInput } from "@/lib/discussion/concern-schema";
import { answerQuestionInput } from "@/lib/discussion/schema";
import { findHome } from "@/lib/home/queries";
import { addMaterial } from "@/lib/materials/commands/add-material";
import { repinMaterial } from "@/lib/materials/commands/repin-material";
import { addMaterialInput, repinMaterialInput } from "@/lib/materials/schema";
import { acceptCounter } from "@/lib/meetings/commands/accept-counter";
import { counterSlot } from "@/lib/meetings/commands/counter-slot";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { counterSlotInput, offerSlotInput, placeItemInput, requestSlotInput } from "@/lib/meetings/schema";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { findProposalHead } from "@/lib/proposals/queries";
import { proposalInput, reviseInput } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aConcern } from "../../factories/concerns";
import { aQuestion, send } from "../../factories/discussion";
import { anAskedPerson, aSupporter } from "../../factories/endorsements";
import { aMeeting, aSlot, inDays, slotVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let nextDay = 800;

beforeAll(async () => {
  board = await theBoard();
});

async function meetingOf(): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: board.secretary, date: inDays(nextDay) }).planned()).date;
}

async function readinessOf(number: number, actor: Actor = thePublic) {
  const { readiness } = (await findProposalHead(actor, number)) ?? {};
  if (!readiness) throw new Error(`there is no readiness of #${number}`);
  return readiness;
}

/** The parts that are missing, by their keys. */
const lacks = async (number: number, actor?: Actor) =>
  (await readinessOf(number, actor)).items.filter(({ ok }) => !ok).map(({ key }) => key);

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

/** A proposal with everything that the board needs. */
async function aReadyProposal(by?: Person): Promise<Made> {
  const proposal = await aProposal({ by }).inDiscussion();
  await aSupporter(proposal, board.bea);
  return proposal;
}

const text = {
  title: "A region on CentOS Stream",
  summary: "Everything as in the other regions.",
  sections: { why: "So that it is used." },
};

describe("a proposal that is mended step by step", () => {
  it("becomes ready for the board, and says on the way what is still missing", async () => {
    const author = await aPerson();
    const bare = proposalInput.parse({ title: text.title });
    const { number } = expectDone(await createProposal(author, bare));
    expect(await lacks(number, author)).toEqual(["summary", "asks", "board", "sponsor", "information"]);

    const ask = { kind: "board_decision", text: "Say yes.", owner: "board", acceptanceTest: "" };
    const revised = async (content: object) =>
      expectDone(
        await reviseProposal(
          author,
          reviseInput.parse({ ...content, number, version: await versionOf(number), reason: "More of it." }),
        ),
      );
    await revised({ ...text, sections: {}, asks: [{ ...ask, owner: "" }] });
    expect(await lacks(number, author)).toEqual(["owners", "tests", "board", "sponsor", "information"]);
    await revised({ ...text, sections: {}, asks: [ask] });
    expectDone(await publishProposal(author, { number, version: await versionOf(number) }));
    expect(await lacks(number)).toEqual(["tests", "board", "sponsor"]);
    await revised({ ...text, asks: [{ ...ask, acceptanceTest: "It stands in the minutes." }] });
    expect(await lacks(number)).toEqual(["sponsor"]);

    const proposal = {
      ...(await db.proposal.findUniqueOrThrow({ where: { number }, select: { id: true, number: true } })),
      author,
    };
    await aQuestion(board.ada, number, `@${author.handle}`, "Who pays?");
    const concern = await aConcern(board.cy, number, { resolver: `@${author.handle}` });
    const slides = { proposal: number, kind: "slides", title: "Slides", url: "https://example.org/slides" };
    expectDone(await send(addMaterialInput, addMaterial, author, slides));
    await revised({
      ...text,
      summary: "Everything as elsewhere.",
      asks: [{ ...ask, acceptanceTest: "It stands in the minutes." }],
    });
    const all = await readinessOf(number);
    expect(all.sentence).toContain(
      "Needs: an answer to question 1, concern 1 resolved, a sponsor, material 1 pinned to the current revision.",
    );
    expect(all.items.find(({ key }) => key === "questions")?.waitsFor).toBe(author.name);

    const answer = { proposal: number, question: 1, version: 1, markdown: "We do.", answer: "We do." };
    expectDone(await send(answerQuestionInput, answerQuestion, author, answer));
    expect(await lacks(number)).toEqual(["concerns", "sponsor", "materials"]);
    const response = { proposal: number, concern, version: 1, response: "The SIG pays." };
    expectDone(await send(addressConcernInput, addressConcern, author, response));
    const addressed = (await readinessOf(number)).items.find(({ key }) => key === "concerns");
    expect(addressed).toMatchObject({ ok: false, waitsFor: board.cy.name });
    const settled = { proposal: number, concern, version: 2, reason: "It is paid." };
    expectDone(await send(resolveConcernInput, resolveConcern, board.cy, settled));
    const pinned = { proposal: number, material: 1, version: 1 };
    expectDone(await send(repinMaterialInput, repinMaterial, author, pinned));
    await anAskedPerson(proposal, board.ada);
    const asked = await readinessOf(number);
    expect(asked.items.find(({ key }) => key === "sponsor")).toMatchObject({
      ok: false,
      waitsFor: board.ada.name,
    });
    await aSupporter(proposal, board.bea);
    expect((await readinessOf(number)).sentence).toMatch(/^Ready for the board\./);
  });

  it("is told the same to everybody, and only its links differ", async () => {
    const { number, author } = await aProposal({
      asks: [{ kind: "inform", text: "Know of it.", owner: "board" }],
    }).inDiscussion();
    const [theirs, own] = [await readinessOf(number), await readinessOf(number, author)];
    expect(own.sentence).toBe(theirs.sentence);
    expect(own.items.find(({ key }) => key === "tests")?.href).toBe(`/proposals/${number}/edit#asks`);
    expect(theirs.items.find(({ key }) => key === "tests")?.href).toBe(`/proposals/${number}#ask-1`);
  });

  it("counts an ask that a role owns as owned", async () => {
    const asks = [{ kind: "board_decision", text: "Say yes.", owner: "sig-leaders", acceptanceTest: "Yes." }];
    const { number } = await aProposal({ asks }).inDiscussion();
    expect(await lacks(number)).toEqual(["sponsor"]);
  });
});

describe("scheduling what is not ready for the board", () => {
  it("is refused to an officer without a reason, at its field and with what is missing", async () => {
    const { number, author } = await aProposal().inDiscussion();
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10" })));
    const terms = { number, version: await slotVersionOf(number), meeting: await meetingOf(), minutes: "10" };
    const refusal = refusalOf(await offerSlot(board.secretary, offerSlotInput.parse(terms)));
    expect(refusal.message).toContain("It is not ready for the board: it needs a sponsor.");
    expect(refusal.errors).toMatchObject([{ path: "unreadyReason" }]);
  });

  it("is done with a reason, which an event keeps with what was missing", async () => {
    const unreadyReason = "We want to hear it early.";
    const meeting = await meetingOf();
    const { id } = await aSlot({ officer: board.secretary, meeting, unreadyReason }).accepted();
    const events = await db.event.findMany({
      where: { type: "proposal.readiness_overridden", proposalId: id },
    });
    expect(events).toHaveLength(1);
    expect(events[0]?.data).toEqual({ meeting, needs: ["a sponsor"], reason: unreadyReason });
    expect(events[0]?.actorId).toBe(board.secretary.personId);
  });

  it("needs no reason once it is ready, and keeps none", async () => {
    const proposal = await aReadyProposal();
    const meeting = await meetingOf();
    await aSlot({ officer: board.secretary, meeting, proposal, unreadyReason: "" }).accepted();
    const where = { type: "proposal.readiness_overridden", proposalId: proposal.id };
    expect(await db.event.count({ where })).toBe(0);
    expect((await readinessOf(proposal.number)).sentence).toMatch(/^Ready for the board\. Meeting: /);
  });

  it("needs a reason for a meeting that comes too soon after the last change", async () => {
    const proposal = await aReadyProposal();
    const { number, author } = proposal;
    const tomorrow = (await aMeeting({ by: board.secretary, date: inDays(1), time: "00:05" }).planned()).date;
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10" })));
    const terms = { number, version: await slotVersionOf(number), meeting: tomorrow, minutes: "10" };
    const refusal = refusalOf(await offerSlot(board.secretary, offerSlotInput.parse(terms)));
    expect(refusal.message).toContain("48 hours without a change before the meeting");
  });

  it("asks an officer who takes a counter-offer for a reason, too", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: board.secretary, meeting }).offered();
    const counter = { number, version: await slotVersionOf(number), meeting, minutes: "5" };
    expectDone(await counterSlot(author, counterSlotInput.parse(counter)));
    const take = async (unreadyReason: string) =>
      acceptCounter(board.chair, {
        number,
        version: await slotVersionOf(number),
        overrideReason: "",
        unreadyReason,
      });
    expect(refusalOf(await take("")).errors).toMatchObject([{ path: "unreadyReason" }]);
    expectDone(await take("Five minutes do no harm."));
  });

  it("asks an officer who places it without a negotiation, too", async () => {
    const { number } = await aProposal().inDiscussion();
    const date = await meetingOf();
    const place = (more: object) =>
      placeItem(board.chair, placeItemInput.parse({ date, proposal: number, presentMinutes: 5, ...more }));
    expect(refusalOf(await place({})).errors).toMatchObject([{ path: "unreadyReason" }]);
    expectDone(await place({ unreadyReason: "It cannot wait." }));
  });

  it("leaves nothing behind where the offer is refused", async () => {
    const { id, number, author } = await aProposal().inDiscussion();
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10" })));
    const late = { number, version: 99, meeting: await meetingOf(), minutes: "10", unreadyReason: "Now." };
    expect(refusalOf(await offerSlot(board.secretary, offerSlotInput.parse(late))).code).toBe("conflict");
    const where = { type: "proposal.readiness_overridden", proposalId: id };
    expect(await db.event.count({ where })).toBe(0);
  });
});

describe("an executive proposal that is scheduled before it is ready", () => {
  it("keeps its override from those who may not read it", async () => {
    const secret = await aProposal({ by: board.chair, executive: true }).inDiscussion();
    await aSlot({ officer: board.secretary, meeting: await meetingOf(), proposal: secret }).offered();
    const events = await db.event.findMany({
      where: { type: "proposal.readiness_overridden", proposalId: secret.id },
    });
    expect(events.map(({ visibility }) => visibility)).toEqual(["executive"]);
    expect(await findProposalHead(thePublic, secret.number)).toBeNull();
  });
});

describe("home", () => {
  it("says to the authors what they can mend, while time for their proposal is asked for", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const mine = async () => (await findHome(author)).moves.filter(({ key }) => key === `unready-${number}`);
    expect(await mine()).toEqual([]);
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10" })));
    const [move] = await mine();
    expect(move?.sentence).toMatch(
      new RegExp(`^#${number} .* is not ready for the board: it needs a sponsor\\. `),
    );
    expect(move).toMatchObject({ button: "Make it ready", href: `/proposals/${number}/support` });
  });

  it("is silent about what others have to mend, and about what is ready", async () => {
    const proposal = await aReadyProposal();
    const { number, author } = proposal;
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10" })));
    await aQuestion(author, number, `@${board.ada.handle}`, "Do you come?");
    expect((await findHome(author)).moves.filter(({ key }) => key.startsWith("unready"))).toEqual([]);
  });
});
