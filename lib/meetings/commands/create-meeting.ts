import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type ClockChange, instantOf } from "../local-time";
import { mayRunMeetings } from "../policy";
import type { createMeetingInput } from "../schema";
import { writeMeeting } from "../write-meeting";

/** An officer sets a meeting on a date; on a night with a clock change the answer says which kind it was. */
export async function createMeeting(
  actor: Actor,
  input: z.output<typeof createMeetingInput>,
): Promise<Result<{ date: string; clockChange: ClockChange | null }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "Meetings are set by the chair or the secretary.");
  const start = instantOf(input.date, input.time, input.timeZone);
  if (!start.ok) return start;
  const { instant, clockChange = null } = start.value;
  if (instant <= now()) {
    const message = "A meeting is set for a time that is still to come; this one is past.";
    return refuse("invalid", message, [{ path: "date", message }]);
  }
  return transact(async (tx) => {
    const series = input.series
      ? await tx.meetingSeries.findUnique({ where: { key: input.series }, select: { id: true } })
      : null;
    if (input.series && !series) {
      const message = "There is no series of that name; choose one, or leave it empty.";
      return refuse("invalid", message, [{ path: "series", message }]);
    }
    const { date, title, timeZone, capacityMinutes, place } = input;
    await writeMeeting(tx, actor, {
      ...{ date, title, timeZone, capacityMinutes, place, clockChange },
      startsAt: instant,
      seriesId: series?.id ?? null,
    });
    return done({ date, clockChange });
  });
}
