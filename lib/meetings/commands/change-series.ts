import type { z } from "zod";
import { transact } from "../../db/transaction";
import { enqueue } from "../../outbox/enqueue";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdSeries } from "../plan-dates";
import { mayRunMeetings } from "../policy";
import type { changeSeriesInput } from "../series-schema";
import { whyNothingComes } from "./create-series";

/**
 * Changes what the meetings to come of a series begin with, when they are, or on which day it ends. Meetings that are
 * planned already stay as they are: people have them in their calendars; each can be moved or cancelled, with a reason.
 */
export async function changeSeries(
  actor: Actor,
  input: z.output<typeof changeSeriesInput>,
): Promise<Result<{ key: string }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "Series are changed by the chair or the secretary.");
  // One that has a last day may be over; one that has none has to go on.
  const past = input.endsOn === null ? whyNothingComes(input) : undefined;
  if (past) return refuse("invalid", past, [{ path: "rule", message: past }]);
  return transact(async (tx) => {
    const { key, version, ...wanted } = input;
    const series = await holdSeries(tx, key);
    if (!series) return notFound("series of meetings");
    if (series.version !== version) {
      return refuse(
        "conflict",
        "Somebody changed this series while you were writing. Look again, then decide.",
      );
    }
    await tx.meetingSeries.update({
      where: { id: series.id },
      data: { ...wanted, version: { increment: 1 } },
    });
    await record(tx, actor, {
      type: "meeting_series.changed",
      subject: "meeting_series",
      subjectId: series.id,
      data: {
        key,
        rule: wanted.rule,
        startsAtTime: wanted.startsAtTime,
        timeZone: wanted.timeZone,
        endsOn: wanted.endsOn,
      },
    });
    await enqueue(tx, "plan_ahead", {});
    return done({ key });
  });
}
