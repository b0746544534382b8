import { adjourn } from "@/lib/meetings/commands/adjourn";
import { counterSlot } from "@/lib/meetings/commands/counter-slot";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { counterSlotInput, offerSlotInput, requestSlotInput } from "@/lib/meetings/schema";
import { aCastProposal, boardOf, type Cast } from "../../../factories/cast";
import { aMeeting, inDays, meetingVersionOf, slotVersionOf } from "../../../factories/meetings";
import { expectDone } from "../../../factories/proposals";
import { aSession, said } from "../../../factories/sessions";
import type { Attempt, Cases, Ready } from "../case";
import { importedThread } from "./proposals";

const reasons = { overrideReason: "It is short.", unreadyReason: "It is a test of something else." };
const minutes = "10 + 10";

const meetings = new WeakMap<Cast, Promise<string>>();

/** One long meeting for all of the cast's requests. */
async function theMeeting(cast: Cast): Promise<string> {
  const date = inDays(60);
  const made =
    meetings.get(cast) ??
    aMeeting({ by: cast.secretary, date, capacityMinutes: 600 })
      .published()
      .then(() => date);
  meetings.set(cast, made);
  return made;
}

async function seen(number: number, body: object = {}): Promise<Attempt> {
  return { at: { number }, body: { version: await slotVersionOf(number), ...body } };
}

async function requested(cast: Cast): Promise<number> {
  const { number } = await aCastProposal(cast).inDiscussion();
  expectDone(await requestSlot(cast.requester, requestSlotInput.parse({ number, minutes: "10 to 15" })));
  return number;
}

async function offered(cast: Cast): Promise<number> {
  const number = await requested(cast);
  await offers(cast, number);
  return number;
}

async function offers(cast: Cast, number: number): Promise<void> {
  const terms = { number, version: await slotVersionOf(number), meeting: await theMeeting(cast), minutes };
  expectDone(await offerSlot(cast.secretary, offerSlotInput.parse({ ...terms, ...reasons })));
}

async function countered(cast: Cast): Promise<number> {
  const number = await offered(cast);
  const terms = { number, version: await slotVersionOf(number), meeting: await theMeeting(cast) };
  const input = counterSlotInput.parse({ ...terms, minutes: "15 + 10" });
  expectDone(await counterSlot(cast.requester, input));
  return number;
}

/** A thread from a tracker for which the chair has asked for time: the secretary stands in for its person. */
function imported(isOffered: boolean, body: object = {}): Ready {
  return async (cast) => {
    const { number, by } = await importedThread(cast);
    expectDone(await requestSlot(cast.chair, requestSlotInput.parse({ number, minutes: "10 to 15" })));
    if (isOffered) await offers(cast, number);
    return { ...(await seen(number, body)), by };
  };
}

const actions = new WeakMap<Cast, Promise<number[]>>();

/** An ACTION of somebody without a role, in a meeting that is over: each is handed out once. */
async function anAction(cast: Cast): Promise<Attempt> {
  const made = actions.get(cast) ?? severalActions(cast);
  actions.set(cast, made);
  const lineId = (await made).pop();
  if (lineId === undefined) throw new Error("all ACTIONs are used up: make more");
  return { at: { lineId }, body: { version: 0 }, by: cast.somebody };
}

async function severalActions(cast: Cast): Promise<number[]> {
  const { date, proposal } = await aSession({ board: await boardOf(cast), date: inDays(40) }).reviewing();
  const action = { kind: "action", text: "Write the mail.", owner: `@${cast.somebody.handle}` };
  const lines: number[] = [];
  while (lines.length < 10) lines.push((await said(cast.secretary, proposal.itemId, action)).lineId);
  expectDone(await adjourn(cast.chair, { date, version: await meetingVersionOf(date), followUp: "" }));
  return lines;
}

function actionWith(body: object): Ready {
  return async (cast) => {
    const attempt = await anAction(cast);
    return { ...attempt, body: { ...attempt.body, ...body } };
  };
}

async function listed(cast: Cast): Promise<Attempt> {
  const { at } = await anAction(cast);
  return { at };
}

export const slotCases: Cases = {
  "GET /proposals/{number}/slot": async (cast) => ({ at: { number: await requested(cast) } }),
  "GET /slot-requests": async (cast) => {
    await requested(cast);
    return {};
  },
  "POST /slot-requests": {
    ready: async (cast) => ({
      body: { number: (await aCastProposal(cast).inDiscussion()).number, minutes: "10 to 15" },
    }),
    own: async (cast) => {
      const { number, by } = await importedThread(cast);
      return { body: { number, minutes: "10 to 15" }, by };
    },
  },
  "POST /slot-requests/{number}/offer": async (cast) =>
    seen(await requested(cast), { meeting: await theMeeting(cast), minutes, ...reasons }),
  "POST /slot-requests/{number}/accept": {
    ready: async (cast) => seen(await offered(cast)),
    own: imported(true),
  },
  "POST /slot-requests/{number}/counter": {
    ready: async (cast) => seen(await offered(cast), { meeting: await theMeeting(cast), minutes: "15 + 10" }),
    own: async (cast) => imported(true, { meeting: await theMeeting(cast), minutes: "15 + 10" })(cast),
  },
  "POST /slot-requests/{number}/accept_counter": async (cast) => seen(await countered(cast), reasons),
  "POST /slot-requests/{number}/decline": {
    ready: async (cast) => seen(await requested(cast), { reason: "Not this month." }),
    own: async (cast) => ({
      ...(await seen(await offered(cast), { reason: "I am away." })),
      by: cast.requester,
    }),
  },
  "POST /slot-requests/{number}/withdraw": {
    ready: async (cast) => seen(await requested(cast)),
    own: imported(false),
  },
  "GET /actions": listed,
  "GET /actions/{lineId}": listed,
  "POST /actions/{lineId}/report": actionWith({ move: "go_on", note: "Half of it is written." }),
  "POST /actions/{lineId}/reassign": actionWith({ owner: "infra" }),
};
