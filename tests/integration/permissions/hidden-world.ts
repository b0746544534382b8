import type { Hidden } from "@/lib/api/hidden";
import { db } from "@/lib/db/client";
import { ballotMoveInput } from "@/lib/decisions/ballot-schema";
import { withdrawMotion } from "@/lib/decisions/commands/withdraw-motion";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { postCommentInput } from "@/lib/discussion/schema";
import { openItem } from "@/lib/meetings/commands/open-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { placeItemInput } from "@/lib/meetings/schema";
import { importHosts } from "@/lib/region/commands/import-hosts";
import { importHostsInput } from "@/lib/region/host-schema";
import { aBallot, ballotVersionOf } from "../../factories/ballots";
import { aCastProposal, boardOf, type Cast } from "../../factories/cast";
import { aCastRegion } from "../../factories/cast-region";
import { aComment, aQuestion, send } from "../../factories/discussion";
import { aLink } from "../../factories/materials";
import { aMeeting, inDays } from "../../factories/meetings";
import { expectDone, type Made } from "../../factories/proposals";
import { aSession, closed, decided, itemVersionOf, said } from "../../factories/sessions";
import { aLoneTicket, ticketed } from "../../factories/tickets";

/** A word for each hidden thing, which stands in it and nowhere else. */
export const words: Readonly<Record<Hidden, string>> = {
  draft: "xylophone",
  executiveProposal: "ocarina",
  boardComment: "bassoon",
  executiveItem: "glockenspiel",
  executiveRecord: "harmonium",
  controllers: "theremin",
};

/** What everybody may read: values for the parameters of paths. */
export interface Open {
  date: string;
  proposal: Made;
  ticket: number;
  region: string;
}

const date = inDays(90);

export async function openThings(cast: Cast): Promise<Open> {
  const board = await boardOf(cast);
  // The earlier one stays ahead: what others read of the next meeting does not change when the later one begins.
  await aMeeting({ by: board.secretary, date: inDays(30) }).published();
  await aMeeting({ by: board.secretary, date, capacityMinutes: 300 }).published();
  const proposal = await aCastProposal(cast).inDiscussion();
  await aComment(cast.contributor, proposal.number);
  const { key: region } = await aCastRegion(cast);
  const list = `name,site,cpu,ram,bmc\nnode1,rdu,16,128,${words.controllers}.example`;
  expectDone(await importHosts(cast.infra, importHostsInput.parse({ region, list, ticket: "" })));
  return { date, proposal, ticket: await aLoneTicket(cast.requester), region };
}

/** Makes one of everything that is not for everybody; gives what the paths need to be asked for it. */
export async function hide(
  cast: Cast,
  { proposal: open }: Open,
): Promise<Record<string, (string | number)[]>> {
  const board = await boardOf(cast);
  const draft = await aCastProposal(cast, { title: `The ${words.draft}` }).draft();
  const forBoard = { proposal: open.number, markdown: `Mind the ${words.boardComment}.`, boardOnly: "on" };
  const { comment } = expectDone(await send(postCommentInput, postComment, cast.director, forBoard));
  const ofBoard = { board, date, series: "set by hand", by: board.cy, executive: true };
  const session = await aSession({ ...ofBoard, title: `The ${words.executiveProposal}` }).reviewing();
  const { proposal } = session;
  await discussed(proposal, cast);
  const lineId = await recorded(cast, proposal);
  const itemId = await anItem(cast);
  const ticket = await ticketed(proposal, "ask", 1, {
    title: `Tune the ${words.executiveProposal}`,
    owner: "infra",
  });
  const { id: ballot } = await db.ballot.findFirstOrThrow();
  const { id: decision } = await db.decision.findFirstOrThrow();
  return {
    "proposals.number": [draft.number, proposal.number, open.number],
    "tickets.number": [ticket],
    "proposals.comment": [comment],
    "ballots.id": [ballot],
    "decisions.id": [decision],
    itemId: [itemId],
    lineId: [lineId],
    date: [date],
  };
}

async function discussed({ number }: Made, { chair }: Cast): Promise<void> {
  const word = words.executiveProposal;
  await aComment(chair, number, `I heard the ${word}.`);
  await aQuestion(chair, number, "board", `Who tunes the ${word}?`);
  await aLink(chair, number, `Slides of the ${word}`);
}

/** An ACTION, a motion and a decision on the executive proposal; then its item is closed. */
async function recorded(cast: Cast, { itemId }: Made & { itemId: number }): Promise<number> {
  const board = await boardOf(cast);
  const action = { kind: "action", text: `Tune the ${words.executiveRecord}.`, owner: "infra" };
  const { lineId } = await said(cast.secretary, itemId, action);
  const ballot = await aBallot({ board, itemId, text: `To buy a ${words.executiveRecord}.` }).moved();
  const version = await ballotVersionOf(ballot);
  expectDone(await send(ballotMoveInput, withdrawMotion, board.ada, { ballot, version }));
  expectDone(await decided(cast.chair, itemId, { text: `A ${words.executiveRecord} is bought.` }));
  await closed(cast.chair, itemId);
  return lineId;
}

/** An item without a proposal, which somebody without a role presents. */
async function anItem({ secretary, chair, somebody }: Cast): Promise<number> {
  const item = {
    date,
    section: "executive",
    title: `About the ${words.executiveItem}`,
    presenter: somebody.handle,
    presentMinutes: 5,
  };
  const { itemId } = expectDone(await placeItem(secretary, placeItemInput.parse(item)));
  expectDone(await openItem(chair, { itemId, version: await itemVersionOf(itemId) }));
  await said(secretary, itemId, { kind: "note", text: `It is about the ${words.executiveRecord}.` });
  return itemId;
}
