import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdMeeting } from "../facts";
import { mayReadItem, mayRunMeetings } from "../policy";
import type { reorderItemInput } from "../schema";

/** An officer moves an item one place up or down within its section. */
export async function reorderItem(
  actor: Actor,
  input: z.output<typeof reorderItemInput>,
): Promise<Result<{ date: string; place: number }>> {
  return transact(async (tx) => {
    const item = await tx.agendaItem.findUnique({ where: { id: input.itemId }, select: itemSelect });
    if (!item || !mayReadItem(actor, item)) return notFound("agenda item");
    if (!mayRunMeetings(actor))
      return refuse("forbidden", "The agenda is ordered by the chair or the secretary.");
    const meeting = await holdMeeting(tx, actor, { id: item.meetingId });
    if (!meeting) return notFound("meeting");
    if (meeting.facts.status === "adjourned" || meeting.facts.status === "cancelled") {
      return refuse("refused", "This meeting is over; its agenda stays as it was.");
    }
    const order = await tx.agendaItem.findMany({
      where: {
        meetingId: item.meetingId,
        section: item.section,
        status: { notIn: ["carried", "withdrawn"] },
      },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, position: true },
    });
    const from = order.findIndex(({ id }) => id === item.id);
    const to = from + (input.direction === "up" ? -1 : 1);
    const moving = order[from];
    const other = order[to];
    if (!moving) return refuse("refused", "This item is not on the agenda any more.");
    if (!other) return refuse("refused", `It is the ${to < 0 ? "first" : "last"} of its section already.`);
    order[from] = other;
    order[to] = moving;
    for (const [index, { id, position }] of order.entries()) {
      if (position !== index + 1)
        await tx.agendaItem.update({ where: { id }, data: { position: index + 1 } });
    }
    await record(tx, actor, {
      type: "agenda_item.reordered",
      subject: "agenda_item",
      subjectId: item.id,
      proposalId: item.proposalId,
      meetingId: item.meetingId,
      executive: item.visibility === "executive",
      data: { place: to + 1, section: item.section },
    });
    return done({ date: meeting.date, place: to + 1 });
  });
}

const itemSelect = {
  id: true,
  meetingId: true,
  proposalId: true,
  section: true,
  visibility: true,
  presenterId: true,
  proposal: {
    select: { visibility: true, authorId: true, coAuthors: { select: { personId: true } } },
  },
} as const;
