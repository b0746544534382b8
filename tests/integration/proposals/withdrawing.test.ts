import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { acceptCounter } from "@/lib/meetings/commands/accept-counter";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { counterSlot } from "@/lib/meetings/commands/counter-slot";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { counterSlotInput, offerSlotInput, placeItemInput, requestSlotInput } from "@/lib/meetings/schema";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import type { Result } from "@/lib/result";
import { aMeeting, aSlot, inDays, slotVersionOf } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let nextDay = 1_200;
beforeAll(async () => {
  board = await theBoard();
});

async function meetingOf(): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: board.secretary, date: inDays(nextDay) }).planned()).date;
}

const unreadyReason = "We want to hear it.";

/** A proposal on its way to a meeting, and the step that somebody takes in the moment in which it is withdrawn. */
interface Underway {
  proposal: Made;
  step: () => Promise<Result<unknown>>;
}

async function accepting(): Promise<Underway> {
  const proposal = await aSlot({ officer: board.secretary, meeting: await meetingOf() }).offered();
  const { number, author } = proposal;
  const version = await slotVersionOf(number);
  return { proposal, step: () => acceptSlot(author, { number, version }) };
}

async function acceptingACounter(): Promise<Underway> {
  const meeting = await meetingOf();
  const proposal = await aSlot({ officer: board.secretary, meeting }).offered();
  const { number, author } = proposal;
  const terms = { number, meeting, minutes: "5 + 5" };
  expectDone(
    await counterSlot(author, counterSlotInput.parse({ ...terms, version: await slotVersionOf(number) })),
  );
  const input = { number, version: await slotVersionOf(number), overrideReason: "", unreadyReason };
  return { proposal, step: () => acceptCounter(board.secretary, input) };
}

async function placing(section: "presentations" | "to_close"): Promise<Underway> {
  const proposal = await aProposal().inDiscussion();
  const given = {
    date: await meetingOf(),
    section,
    proposal: proposal.number,
    presentMinutes: 10,
    unreadyReason,
  };
  const input = placeItemInput.parse(given);
  return { proposal, step: () => placeItem(board.secretary, input) };
}

async function asking(): Promise<Underway> {
  const proposal = await aProposal().inDiscussion();
  const input = requestSlotInput.parse({ number: proposal.number, minutes: "10 to 15" });
  return { proposal, step: () => requestSlot(proposal.author, input) };
}

async function offering(): Promise<Underway> {
  const { proposal, step } = await asking();
  expectDone(await step());
  const { number } = proposal;
  const terms = {
    number,
    version: await slotVersionOf(number),
    meeting: await meetingOf(),
    minutes: "10 + 5",
  };
  const input = offerSlotInput.parse({ ...terms, unreadyReason });
  return { proposal, step: () => offerSlot(board.secretary, input) };
}

const steps: [name: string, ready: () => Promise<Underway>, exactlyOne: boolean][] = [
  ["the requester accepts the slot", accepting, true],
  ["the secretary accepts the counter-offer", acceptingACounter, true],
  ["the secretary puts it on the agenda", () => placing("presentations"), true],
  ["the secretary puts it on the list to close", () => placing("to_close"), false],
  ["the requester asks for time in another tab", asking, false],
  ["the secretary offers time", offering, false],
];

describe("withdrawing a proposal while", () => {
  it.each(steps)("%s leaves nothing of a withdrawn one on an agenda", async (_name, ready, exactlyOne) => {
    for (let round = 0; round < 4; round += 1) {
      const { proposal, step } = await ready();
      const { id, number, author } = proposal;
      const withdrawal = { number, version: await versionOf(number), reason: "Done elsewhere." };
      // Either of them first: the later one often finds the other half done.
      const both = [() => withdrawProposal(author, withdrawal), step];
      const results = await Promise.all((round % 2 ? both : both.toReversed()).map((deed) => deed()));
      const won = results.filter(({ ok }) => ok).length;
      expect(won).toBeGreaterThan(0);
      if (exactlyOne) expect(won).toBe(1);
      for (const result of results) {
        if (!result.ok) expect(result.refusal.message).toMatch(/\.$/);
      }
      const { status } = await db.proposal.findUniqueOrThrow({ where: { id } });
      if (status === "closed") expect(await leftOnAgendas(id)).toEqual([0, 0]);
    }
  });
});

/** Places on an agenda, and requests for time that still wait. */
async function leftOnAgendas(proposalId: number): Promise<number[]> {
  return Promise.all([
    db.agendaItem.count({ where: { proposalId, status: { in: ["planned", "open"] } } }),
    db.slotRequest.count({ where: { proposalId, status: { in: ["requested", "offered", "countered"] } } }),
  ]);
}
