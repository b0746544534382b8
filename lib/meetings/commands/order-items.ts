import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem, holdMeeting } from "../facts";
import { mayRunMeetings } from "../policy";
import type { orderItemsInput } from "../schema";

/**
 * An officer puts an item before another one of its section, or at its end. The order that they saw comes along: where
 * somebody ordered meanwhile, nothing is moved and they are told, for the place they meant may be another by now.
 */
export async function orderItems(
  actor: Actor,
  input: z.output<typeof orderItemsInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const item = await holdItem(tx, actor, { id: input.itemId });
    if (!item) return notFound("agenda item");
    if (!mayRunMeetings(actor)) {
      return refuse("forbidden", "The agenda is ordered by the chair or the secretary.");
    }
    const meeting = await holdMeeting(tx, actor, { id: item.meetingId });
    if (!meeting) return notFound("meeting");
    if (meeting.facts.status === "adjourned" || meeting.facts.status === "cancelled") {
      return refuse("refused", "This meeting is over; its agenda stays as it was.");
    }
    const { section } = await tx.agendaItem.findUniqueOrThrow({ where: { id: item.id } });
    const rows = await tx.agendaItem.findMany({
      where: { meetingId: meeting.id, section, status: { notIn: ["carried", "withdrawn"] } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, position: true },
    });
    const now = rows.map(({ id }) => id);
    if (now.join() !== input.seen.join()) {
      return refuse(
        "conflict",
        "Somebody ordered this agenda meanwhile. Nothing was moved; look again, then move it.",
      );
    }
    const order = putBefore(now, item.id, input.before);
    for (const [index, id] of order.entries()) {
      if (rows.find((row) => row.id === id)?.position !== index + 1) {
        await tx.agendaItem.update({ where: { id }, data: { position: index + 1 } });
      }
    }
    await record(tx, actor, {
      type: "agenda_item.reordered",
      subject: "agenda_item",
      subjectId: item.id,
      proposalId: item.proposalId,
      meetingId: meeting.id,
      executive: item.executive,
      data: { place: order.indexOf(item.id) + 1, section },
    });
    return done({ date: meeting.date, itemId: item.id });
  });
}

/** The same things with one of them before another; at the end where there is no other. */
export function putBefore(order: readonly number[], moved: number, before: number | null): number[] {
  const rest = order.filter((id) => id !== moved);
  const place = before === null ? rest.length : rest.indexOf(before);
  return place < 0 ? [...order] : [...rest.slice(0, place), moved, ...rest.slice(place)];
}
