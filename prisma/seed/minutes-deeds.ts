import { db } from "@/lib/db/client";
import { reassignActionInput, reportActionInput } from "@/lib/meetings/action-schema";
import { amendMinutes } from "@/lib/meetings/commands/amend-minutes";
import { commentOnMinutes } from "@/lib/meetings/commands/comment-on-minutes";
import { createMeeting } from "@/lib/meetings/commands/create-meeting";
import { postMinutes } from "@/lib/meetings/commands/post-minutes";
import { reassignAction } from "@/lib/meetings/commands/reassign-action";
import { reportAction } from "@/lib/meetings/commands/report-action";
import { reviewMinutes } from "@/lib/meetings/commands/review-minutes";
import { writeMinutesNote } from "@/lib/meetings/commands/write-minutes-note";
import { amendMinutesInput, commentOnMinutesInput, writeNoteInput } from "@/lib/meetings/minutes-schema";
import { createMeetingInput } from "@/lib/meetings/schema";
import { meetingVersion } from "./meeting-deeds";
import { must } from "./scene";
import type { Player } from "./stage";

/** Sets a meeting by hand, apart from the series. */
export async function setMeeting(by: Player, date: string, title: string): Promise<void> {
  const input = { date, title, time: "19:00", timeZone: "UTC", capacityMinutes: 30 };
  must(await createMeeting(by, createMeetingInput.parse(input)));
}

export async function commentOnDraft(by: Player, date: string, text: string): Promise<void> {
  must(await commentOnMinutes(by, commentOnMinutesInput.parse({ date, text })));
}

export async function review(by: Player, date: string): Promise<void> {
  must(await reviewMinutes(by, { date, version: await meetingVersion(date) }));
}

export async function preface(by: Player, date: string, text: string): Promise<void> {
  must(await writeMinutesNote(by, writeNoteInput.parse({ date, version: 0, text })));
}

/** Corrects the line of published minutes that begins so. */
export async function amend(
  by: Player,
  date: string,
  correction: { line: string; text: string; reason: string },
): Promise<void> {
  const { id } = await db.minuteLine.findFirstOrThrow({
    where: { meeting: { date }, text: { startsWith: correction.line } },
    select: { id: true },
  });
  const { text, reason } = correction;
  must(await amendMinutes(by, amendMinutesInput.parse({ date, target: `line-${id}`, text, reason })));
}

/** What the worker does after minutes are published. */
export async function postOnProposals(date: string): Promise<void> {
  const { id } = await db.meeting.findUniqueOrThrow({ where: { date }, select: { id: true } });
  await postMinutes(id);
}

/** Says how the ACTION stands whose text begins so. */
export async function reportOn(by: Player, text: string, move: string, note: string): Promise<void> {
  must(await reportAction(by, reportActionInput.parse({ ...(await actionOf(text)), move, note })));
}

export async function handOn(by: Player, text: string, owner: string, reason: string): Promise<void> {
  must(await reassignAction(by, reassignActionInput.parse({ ...(await actionOf(text)), owner, reason })));
}

async function actionOf(text: string): Promise<{ lineId: number; version: number }> {
  const line = await db.minuteLine.findFirstOrThrow({
    where: { kind: "action", text: { startsWith: text } },
    select: { id: true, carried: { select: { version: true } } },
  });
  return { lineId: line.id, version: line.carried?.version ?? 0 };
}
