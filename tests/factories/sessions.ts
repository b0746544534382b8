import { db } from "@/lib/db/client";
import { recordDecision } from "@/lib/decisions/commands/record-decision";
import { decisionInput } from "@/lib/decisions/schema";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { closeItem } from "@/lib/meetings/commands/close-item";
import { openItem } from "@/lib/meetings/commands/open-item";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { writeLine } from "@/lib/meetings/commands/write-line";
import { attendanceInput, writeLineInput } from "@/lib/meetings/session-schema";
import { aMeeting, aSlot, inDays, meetingVersionOf } from "./meetings";
import type { Person, theBoard } from "./people";
import { aProposal, expectDone, type Made } from "./proposals";

type Board = Awaited<ReturnType<typeof theBoard>>;

export interface MadeSession {
  date: string;
  proposal: Made & { itemId: number };
}

interface Wish {
  board: Board;
  date?: string;
  series?: string;
  by?: Person;
  executive?: boolean;
  title?: string;
}

/** A meeting with one proposal on its agenda: `aSession({ board }).called()`, `.attended()`, `.reviewing()`. */
export function aSession(wish: Wish) {
  return {
    published: () => published(wish),
    called: () => called(wish),
    attended: () => attended(wish),
    reviewing: () => reviewing(wish),
  };
}

async function published({
  board,
  series,
  by,
  executive,
  title,
  date = inDays(30),
}: Wish): Promise<MadeSession> {
  const { secretary: officer } = board;
  if (!series) await aMeeting({ by: officer, date }).published();
  const proposal = await aProposal({ by, executive, title }).inDiscussion();
  return { date, proposal: await aSlot({ officer, meeting: date, proposal }).accepted() };
}

async function called(wish: Wish): Promise<MadeSession> {
  const session = await published(wish);
  const version = await meetingVersionOf(session.date);
  expectDone(await callToOrder(wish.board.chair, { date: session.date, version }));
  return session;
}

async function attended(wish: Wish): Promise<MadeSession> {
  const session = await called(wish);
  const { chair, liaison, ada, bea } = wish.board;
  const people = [chair, liaison, ada, bea].map(({ handle }) => ({ handle, state: "present" }));
  const attendance = attendanceInput.parse({ date: session.date, people });
  expectDone(await recordAttendance(wish.board.secretary, attendance));
  return session;
}

async function reviewing(wish: Wish): Promise<MadeSession> {
  const session = await attended(wish);
  const { itemId } = session.proposal;
  expectDone(await openItem(wish.board.chair, { itemId, version: await itemVersionOf(itemId) }));
  return session;
}

/** Writes a line of the record: `said(secretary, itemId, { kind: "agreed", text: "…" })`. */
export async function said(
  by: Person,
  itemId: number,
  line: { kind: string; text: string; owner?: string; dueOn?: string },
) {
  return expectDone(await writeLine(by, writeLineInput.parse({ itemId, ...line })));
}

/** Records a decision; approved with a text unless told. */
export async function decided(by: Person, itemId: number, given: object = {}) {
  const decision = {
    itemId,
    outcome: "approved",
    method: "consensus",
    text: "The board says yes.",
    ...given,
  };
  return recordDecision(by, decisionInput.parse(decision));
}

export async function closed(by: Person, itemId: number) {
  return expectDone(await closeItem(by, { itemId, version: await itemVersionOf(itemId) }));
}

/** The version that somebody who looks at the item now would send. */
export async function itemVersionOf(id: number): Promise<number> {
  return (await db.agendaItem.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

export async function statusOf(proposal: { id: number }) {
  return db.proposal.findUniqueOrThrow({
    where: { id: proposal.id },
    select: { status: true, closedAs: true, carryCount: true },
  });
}
