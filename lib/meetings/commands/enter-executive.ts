import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { itemOrder } from "../next-of";
import { mayPreside } from "../policy";
import type { executiveInput } from "../session-schema";
import { writeItem } from "../write-item";
import { openHeldItem } from "./open-item";

/**
 * Sends the guests out: from now on only executive items can be open, and their pages, lines and events are the board's.
 * The first executive item that is planned comes up; where there is none, one is made, so that lines have a place.
 */
export async function enterExecutive(
  actor: Actor,
  input: z.output<typeof executiveInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    if (!mayPreside(actor)) return refuse("forbidden", "The chair opens and ends an executive session.");
    if (meeting.facts.status !== "in_session") return refuse("refused", "The meeting is not in session.");
    const open = await tx.agendaItem.findFirst({
      where: { meetingId: meeting.id, status: "open" },
      select: { id: true, title: true, visibility: true },
    });
    if (open?.visibility === "public") {
      return refuse("refused", `“${open.title}” is open before everybody; close it first.`);
    }
    // A second press meets the unique index executive_one_open_span, whose sentence is in lib/db/refusals.ts.
    await tx.executiveSpan.create({ data: { meetingId: meeting.id, enteredAt: now() } });
    await record(tx, actor, {
      type: "meeting.executive_entered",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
    });
    if (open) return done({ date: meeting.date, itemId: open.id });
    const itemId = await firstExecutive(tx, actor, meeting);
    const item = await holdItem(tx, actor, { id: itemId });
    const opened = item ? await openHeldItem(tx, actor, item) : notFound("agenda item");
    return opened.ok ? done({ date: meeting.date, itemId }) : opened;
  });
}

async function firstExecutive(tx: Tx, actor: Actor, meeting: HeldMeeting): Promise<number> {
  const planned = await tx.agendaItem.findFirst({
    where: { meetingId: meeting.id, status: "planned", visibility: "executive" },
    orderBy: itemOrder,
    select: { id: true },
  });
  if (planned) return planned.id;
  const times = { presentMinutes: 5, qaMinutes: 0 };
  return writeItem(tx, actor, {
    ...{ meeting, section: "executive", executive: true, title: "Executive session", ...times },
  });
}
