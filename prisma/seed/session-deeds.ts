import type { z } from "zod";
import { db } from "@/lib/db/client";
import { recordDecision } from "@/lib/decisions/commands/record-decision";
import { decisionInput } from "@/lib/decisions/schema";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { closeItem } from "@/lib/meetings/commands/close-item";
import { editLine } from "@/lib/meetings/commands/edit-line";
import { markAttendance } from "@/lib/meetings/commands/mark-attendance";
import { openItem } from "@/lib/meetings/commands/open-item";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { strikeLine } from "@/lib/meetings/commands/strike-line";
import { writeLine } from "@/lib/meetings/commands/write-line";
import {
  attendanceInput,
  editLineInput,
  markAttendanceInput,
  writeLineInput,
} from "@/lib/meetings/session-schema";
import { meetingVersion } from "./meeting-deeds";
import { must } from "./scene";
import type { Player } from "./stage";

export async function call(by: Player, date: string): Promise<void> {
  must(await callToOrder(by, { date, version: await meetingVersion(date) }));
}

type State = "present" | "late" | "absent" | "regrets";

export async function attend(
  by: Player,
  date: string,
  who: readonly (readonly [Player, State])[],
): Promise<void> {
  const people = who.map(([{ handle }, state]) => ({ handle, state }));
  must(await recordAttendance(by, attendanceInput.parse({ date, people })));
}

/** Opens the item of that meeting whose title begins so. */
export async function open(by: Player, date: string, title: string): Promise<void> {
  const { id: itemId, version } = await itemOf(date, title);
  must(await openItem(by, { itemId, version }));
}

/** A line of the record; only an ACTION has an owner and a date. */
export type Line = readonly [kind: string, text: string, owner?: string, dueOn?: string];

/** Writes lines of the record under an item, one after the other. */
export async function record(by: Player, date: string, title: string, lines: readonly Line[]): Promise<void> {
  const { id: itemId } = await itemOf(date, title);
  for (const [kind, text, owner = "", dueOn = ""] of lines) {
    must(await writeLine(by, writeLineInput.parse({ itemId, kind, text, owner, dueOn })));
  }
}

/** Changes the line that begins so, as it is typed. */
export async function rewrite(by: Player, date: string, text: string, typed: string): Promise<void> {
  const { id: lineId, revision } = await lineOf(date, text);
  must(await editLine(by, editLineInput.parse({ lineId, revision, typed })));
}

/** Strikes the line that begins so. */
export async function strike(by: Player, date: string, text: string): Promise<void> {
  const { id: lineId, revision } = await lineOf(date, text);
  must(await strikeLine(by, { lineId, revision, strike: "yes" }));
}

/** Somebody leaves, or comes back. */
export async function mark(
  by: Player,
  date: string,
  { handle }: Player,
  deed: "left" | "returned",
): Promise<void> {
  must(await markAttendance(by, markAttendanceInput.parse({ date, handle, deed })));
}

function lineOf(date: string, text: string): Promise<{ id: number; revision: number }> {
  return db.minuteLine.findFirstOrThrow({
    where: { meeting: { date }, text: { startsWith: text } },
    select: { id: true, revision: true },
  });
}

export async function decideOn(
  by: Player,
  date: string,
  title: string,
  decision: Omit<z.input<typeof decisionInput>, "itemId">,
): Promise<void> {
  const { id: itemId } = await itemOf(date, title);
  must(await recordDecision(by, decisionInput.parse({ itemId, ...decision })));
}

export async function close(by: Player, date: string, title: string): Promise<void> {
  const { id: itemId, version } = await itemOf(date, title);
  must(await closeItem(by, { itemId, version }));
}

export async function endMeeting(by: Player, date: string): Promise<void> {
  must(await adjourn(by, { date, version: await meetingVersion(date), followUp: "" }));
}

export async function publishTheMinutes(by: Player, date: string): Promise<void> {
  must(await publishMinutes(by, { date, version: await meetingVersion(date) }));
}

/** The item of that meeting whose title begins so. */
export function itemOf(date: string, title: string): Promise<{ id: number; version: number }> {
  return db.agendaItem.findFirstOrThrow({
    where: { meeting: { date }, title: { startsWith: title }, status: { not: "withdrawn" } },
    select: { id: true, version: true },
  });
}
