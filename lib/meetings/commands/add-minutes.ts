import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdSession } from "../held-session";
import { mayPreside } from "../policy";
import type { addMinutesInput } from "../session-schema";

/** Gives the open item more time, in the part that runs. The total that the chair saw comes along: two presses give once. */
export async function addMinutes(
  actor: Actor,
  { itemId, minutes, ofTotal }: z.output<typeof addMinutesInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    if (!mayPreside(actor)) return refuse("forbidden", "The chair gives time.");
    if (item.facts.status !== "open")
      return refuse("refused", "This item is not open; its time does not run.");
    const { questionsAt, extraPresentMinutes, extraQaMinutes } = await tx.agendaItem.findUniqueOrThrow({
      where: { id: item.id },
    });
    const total = extraPresentMinutes + extraQaMinutes;
    if (total !== ofTotal) {
      return refuse(
        "conflict",
        `This item has got ${total} more minutes by now. Look at its time, then give more.`,
      );
    }
    if (total + minutes > 600) return refuse("refused", "An item can get 600 more minutes at most.");
    const column = questionsAt ? "extraQaMinutes" : "extraPresentMinutes";
    await tx.agendaItem.update({ where: { id: item.id }, data: { [column]: { increment: minutes } } });
    await record(tx, actor, {
      type: "agenda_item.minutes_added",
      subject: "agenda_item",
      subjectId: item.id,
      meetingId: meeting.id,
      executive: item.executive,
      data: { title: item.title, minutes },
    });
    return done({ date: meeting.date, itemId: item.id });
  });
}
