import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdSession } from "../held-session";
import { mayPreside } from "../policy";
import type { questionsInput } from "../session-schema";

/** Ends the presentation of the open item and begins its time for questions. */
export async function beginQuestions(
  actor: Actor,
  { itemId }: z.output<typeof questionsInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    if (!mayPreside(actor)) return refuse("forbidden", "The chair ends the presentation.");
    if (item.facts.status !== "open")
      return refuse("refused", "This item is not open; its time does not run.");
    const { count } = await tx.agendaItem.updateMany({
      where: { id: item.id, questionsAt: null },
      data: { questionsAt: now() },
    });
    if (count > 0) {
      await record(tx, actor, {
        type: "agenda_item.questions_begun",
        subject: "agenda_item",
        subjectId: item.id,
        meetingId: meeting.id,
        executive: item.executive,
        data: { title: item.title },
      });
    }
    return done({ date: meeting.date, itemId: item.id });
  });
}
