import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { minutesOf, minutesOver, overWords } from "../capacity";
import { holdItem, holdMeeting } from "../facts";
import { mayRunMeetings } from "../policy";
import type { changeItemInput } from "../schema";

/**
 * An officer changes what an item is called, how long it takes and in which section it stands. More minutes than the
 * meeting has left are refused with by how many, unless a reason is given (as when an item is placed).
 */
export async function changeItem(
  actor: Actor,
  input: z.output<typeof changeItemInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const item = await holdItem(tx, actor, { id: input.itemId });
    if (!item) return notFound("agenda item");
    if (!mayRunMeetings(actor))
      return refuse("forbidden", "Items are changed by the chair or the secretary.");
    const meeting = await holdMeeting(tx, actor, { id: item.meetingId });
    if (!meeting) return notFound("meeting");
    if (item.facts.status !== "planned" || meeting.facts.status === "cancelled") {
      return refuse("refused", "This item was dealt with; it stays as it was.");
    }
    const { title, section, presentMinutes, qaMinutes, version, overrideReason } = input;
    if (section === "executive" && !item.executive) {
      const message = "What was public does not become executive; place it anew in the executive session.";
      return refuse("refused", message, [{ path: "section", message }]);
    }
    const before = minutesOf(item);
    const room = { ...meeting, takenMinutes: meeting.takenMinutes - before };
    const overMinutes = minutesOver(room, { presentMinutes, qaMinutes });
    if (overMinutes > 0 && minutesOf(input) > before && !overrideReason) {
      const message = `It does not fit: the agenda would be ${overWords(overMinutes)}. Take fewer minutes, or give a reason.`;
      return refuse("refused", message, [
        { path: "overrideReason", message: "Give a reason, or fewer minutes." },
      ]);
    }
    const last = await tx.agendaItem.aggregate({
      where: { meetingId: meeting.id, section, id: { not: item.id } },
      _max: { position: true },
    });
    const { section: from } = await tx.agendaItem.findUniqueOrThrow({ where: { id: item.id } });
    const { count } = await tx.agendaItem.updateMany({
      where: { id: item.id, version },
      data: {
        ...{ title, section, presentMinutes, qaMinutes },
        ...(from !== section && { position: (last._max.position ?? 0) + 1 }),
        ...(overMinutes > 0 && overrideReason && { overrideReason }),
        version: { increment: 1 },
      },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        "Somebody changed this item while you were writing. Look again, then decide.",
      );
    }
    await record(tx, actor, {
      type: "agenda_item.changed",
      subject: "agenda_item",
      subjectId: item.id,
      proposalId: item.proposalId,
      meetingId: meeting.id,
      executive: item.executive,
      data: {
        ...{ title, section, presentMinutes, qaMinutes, before },
        ...(overMinutes > 0 && { overMinutes, ...(overrideReason && { overrideReason }) }),
      },
    });
    return done({ date: meeting.date, itemId: item.id });
  });
}
