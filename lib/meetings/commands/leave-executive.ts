import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem, holdMeeting } from "../facts";
import { mayPreside } from "../policy";
import type { executiveInput } from "../session-schema";
import { closeHeldItem } from "./close-item";

/** Lets the guests in again; the executive item that is open is closed with it. */
export async function leaveExecutive(
  actor: Actor,
  input: z.output<typeof executiveInput>,
): Promise<Result<{ date: string }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    if (!mayPreside(actor)) return refuse("forbidden", "The chair opens and ends an executive session.");
    const { count } = await tx.executiveSpan.updateMany({
      where: { meetingId: meeting.id, leftAt: null },
      data: { leftAt: now() },
    });
    if (count === 0) return refuse("refused", "The meeting is not in executive session.");
    const open = await tx.agendaItem.findFirst({
      where: { meetingId: meeting.id, status: "open" },
      select: { id: true },
    });
    const item = open && (await holdItem(tx, actor, open));
    const closed = item ? await closeHeldItem(tx, actor, item) : done(null);
    if (!closed.ok) return closed;
    await record(tx, actor, {
      type: "meeting.executive_left",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
    });
    return done({ date: meeting.date });
  });
}
