import { at as atTime, now } from "@/lib/clock";
import { closeDueBallots } from "@/lib/decisions/commands/close-ballot";
import { holds } from "@/lib/workflow/actor";
import { aBallot, ballotVersionOf, takes } from "../../../factories/ballots";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aCastMeeting } from "../../../factories/cast-meetings";
import { aPerson, type Person } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import type { Attempt, Cases } from "../case";
import { once } from "../once";

/** The cast's officers; who moves and who seconds are none of the cast. */
const theBoard = once(async ({ chair, secretary, liaison, director: cy }) => {
  const aDirector = () => aPerson({ roles: [{ role: "director", body: "board" }] });
  return { chair, secretary, liaison, ada: await aDirector(), bea: await aDirector(), cy };
});

const theMeeting = once((cast) => aCastMeeting(cast).open());

/** A motion on a proposal, outside of a meeting. */
async function motionOnProposal(cast: Cast) {
  const { number: proposal } = await aCastProposal(cast).inDiscussion();
  return aBallot({ board: await theBoard(cast), proposal });
}

/** A vote among those present, on the item that a meeting has open. */
async function voteInMeeting(cast: Cast, { itemId }: { itemId: number }): Promise<number> {
  return aBallot({ board: await theBoard(cast), itemId, rule: "majority", outcome: "" }).open();
}

const theOpen = once(async (cast) => {
  const board = await theBoard(cast);
  const { number } = await aCastProposal(cast).inDiscussion();
  const id = await aBallot({ board, proposal: number }).open();
  expectDone(await takes(board.ada, id, "for"));
  return { id, number };
});

async function readable(cast: Cast): Promise<Attempt> {
  return { at: { ...(await theOpen(cast)) } };
}

/** The secretary writes down whose motion it is, or who seconds it. */
function isNoDirector(caller?: Person): boolean {
  return caller !== undefined && holds(caller, "secretary");
}

/** As somebody who looks at the ballot now. */
async function seen(ballot: number, body: object = {}): Promise<Attempt> {
  return { at: { id: ballot }, body: { version: await ballotVersionOf(ballot), ...body } };
}

async function ofMover(cast: Cast, body: object = {}): Promise<Attempt> {
  const motion = await motionOnProposal(cast);
  return { ...(await seen(await motion.moved(), body)), by: (await theBoard(cast)).ada };
}

const words = { text: "To approve it as written.", outcome: "approved", rule: "consensus" };

/** A vote outside of a meeting that carried, of which the decision is not written down. */
async function carried(cast: Cast): Promise<Attempt> {
  const { ada, bea, chair } = await theBoard(cast);
  const ballot = await (await motionOnProposal(cast)).open();
  for (const director of [ada, bea, chair]) expectDone(await takes(director, ballot, "for"));
  await atTime(new Date(now().getTime() + 73 * 3_600_000), closeDueBallots);
  const decision = { outcome: "approved", confirmed: "approved", text: "The board approves it." };
  return { at: { id: ballot }, body: decision };
}

export const ballotCases: Cases = {
  "GET /proposals/{number}/ballots": readable,
  "GET /ballots/{id}": readable,
  "GET /ballots/{id}/needs": readable,
  "GET /ballots/{id}/positions": readable,
  "POST /ballots": async (cast) => {
    const { number: proposal } = await aCastProposal(cast).inDiscussion();
    const mover = (await theBoard(cast)).ada.handle;
    return { body: (caller) => ({ proposal, ...words, ...(isNoDirector(caller) && { mover }) }) };
  },
  "POST /ballots/{id}/second": {
    ready: async (cast) => {
      const id = await (await motionOnProposal(cast)).moved();
      const version = await ballotVersionOf(id);
      const seconder = (await theBoard(cast)).bea.handle;
      return { at: { id }, body: (caller) => ({ version, ...(isNoDirector(caller) && { seconder }) }) };
    },
    never: ofMover,
  },
  "POST /ballots/{id}/amend": (cast) => ofMover(cast, { ...words, text: "To approve ask 1." }),
  "POST /ballots/{id}/withdraw": ofMover,
  "POST /ballots/{id}/open": async (cast) => seen(await (await motionOnProposal(cast)).seconded()),
  "POST /ballots/{id}/continue": async (cast) =>
    seen(await voteInMeeting(cast, await aCastMeeting(cast).open())),
  "POST /ballots/{id}/end_vote": async (cast) => seen(await voteInMeeting(cast, await theMeeting(cast))),
  "POST /ballots/{id}/call_off": async (cast) =>
    seen(await (await motionOnProposal(cast)).open(), { reason: "The proposal changes." }),
  "POST /ballots/{id}/critical": async (cast) =>
    seen(await (await motionOnProposal(cast)).open(), { critical: "yes" }),
  "POST /ballots/{id}/positions": {
    ready: async (cast) => ({
      at: { id: await (await motionOnProposal(cast)).open() },
      body: { value: "for" },
    }),
    again: true,
  },
  "POST /ballots/{id}/roll-call": async (cast) => {
    const { handle: person } = await aPerson();
    const { id } = await theOpen(cast);
    return { at: { id }, body: { positions: [{ person, value: "for" }] } };
  },
  "POST /ballots/{id}/decision": carried,
};
