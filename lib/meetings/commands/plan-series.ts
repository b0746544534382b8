import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdSeries, nextMeetings, writeMissing } from "../plan-dates";
import { mayRunMeetings } from "../policy";
import type { planSeriesInput } from "../series-schema";

/**
 * Makes the next meetings of a series that are still to come, further ahead than the portal plans by itself. A date
 * that has a meeting already is left as it is, so that planning again adds nothing; `created` names the new dates.
 */
export async function planSeries(
  actor: Actor,
  input: z.output<typeof planSeriesInput>,
): Promise<Result<{ created: string[] }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "Meetings are set by the chair or the secretary.");
  return transact(async (tx) => {
    const series = await holdSeries(tx, input.series);
    if (!series) return notFound("series of meetings");
    return done({ created: await writeMissing(tx, actor, series, nextMeetings(series, input.count)) });
  });
}
