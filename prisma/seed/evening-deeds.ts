import type { z } from "zod";
import { db } from "@/lib/db/client";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { handOverItem } from "@/lib/meetings/commands/hand-over-item";
import { pullItem } from "@/lib/meetings/commands/pull-item";
import { replyToMeeting } from "@/lib/meetings/commands/reply-to-meeting";
import {
  changeMeetingInput,
  handOverItemInput,
  pullItemInput,
  replyToMeetingInput,
} from "@/lib/meetings/schema";
import { boardSeries } from "./calendar";
import { must } from "./scene";
import type { Player } from "./stage";

export async function replyTo(by: Player, date: string, answer: "attends" | "regrets"): Promise<void> {
  must(await replyToMeeting(by, replyToMeetingInput.parse({ date, answer })));
}

/** Changes what is said here about a meeting; the rest stays. */
export async function change(
  by: Player,
  date: string,
  changed: Partial<z.input<typeof changeMeetingInput>>,
): Promise<void> {
  const stays = await db.meeting.findUniqueOrThrow({
    where: { date },
    select: { version: true, title: true, capacityMinutes: true, place: true },
  });
  const input = { date, newDate: date, time: boardSeries.startsAtTime, ...stays, ...changed };
  must(await changeMeeting(by, changeMeetingInput.parse(input)));
}

export async function handOver(
  by: Player,
  date: string,
  title: string,
  { handle: presenter }: Player,
): Promise<void> {
  const { id: itemId, version } = await plannedOn(date, title);
  must(await handOverItem(by, handOverItemInput.parse({ itemId, version, presenter })));
}

export async function pull(by: Player, date: string, title: string, reason: string): Promise<void> {
  const { id: itemId } = await plannedOn(date, title);
  must(await pullItem(by, pullItemInput.parse({ itemId, reason })));
}

function plannedOn(date: string, title: string): Promise<{ id: number; version: number }> {
  return db.agendaItem.findFirstOrThrow({
    where: { meeting: { date }, title: { startsWith: title }, status: "planned" },
    select: { id: true, version: true },
  });
}
