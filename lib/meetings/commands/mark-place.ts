import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdSession } from "../held-session";
import { mayRunMeetings } from "../policy";
import type { placeInput } from "../session-schema";

/** Shows everybody the item that an officer looks at: also one that is closed, or still to come. */
export async function markPlace(
  actor: Actor,
  input: z.output<typeof placeInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, input.itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    if (!mayRunMeetings(actor))
      return refuse("forbidden", "The chair and the secretary mark the place for all.");
    if (meeting.date !== input.date) return notFound("agenda item");
    if (meeting.facts.status !== "in_session") {
      return refuse("refused", "Nobody follows a meeting that is not in session.");
    }
    const { placeItemId } = await tx.meeting.findUniqueOrThrow({ where: { id: meeting.id } });
    if (placeItemId === item.id) return done({ date: meeting.date, itemId: item.id });
    await tx.meeting.update({ where: { id: meeting.id }, data: { placeItemId: item.id } });
    await record(tx, actor, {
      type: "meeting.place_marked",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      executive: item.executive,
      data: { itemId: item.id, title: item.title },
    });
    return done({ date: meeting.date, itemId: item.id });
  });
}
