import { db } from "../../db/client";
import { transact } from "../../db/transaction";
import { env } from "../../env";
import { log } from "../../log";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdSeries, meetingsWithin, writeMissing } from "../plan-dates";

const portal: Actor = { kind: "system", name: "The portal" };

/**
 * Makes the meetings of every series as far ahead as SERIES_AHEAD_DAYS says: by the clock, so that nobody has to think
 * of it. Run twice, or by two servers at once, it makes each meeting once. Says which dates were new.
 */
export async function planAhead(): Promise<string[]> {
  const created: string[] = [];
  for (const { key } of await db.meetingSeries.findMany({ orderBy: { id: "asc" }, select: { key: true } })) {
    const planned = await planOne(key);
    if (planned.ok) created.push(...planned.value);
    // Somebody set a meeting by hand on one of its days at the same moment: the next hour finds it there.
    else log.warn({ series: key, refusal: planned.refusal }, "a series was not planned ahead this time");
  }
  return created;
}

async function planOne(key: string): Promise<Result<string[]>> {
  return transact(async (tx) => {
    const series = await holdSeries(tx, key);
    if (!series) return notFound("series of meetings");
    return done(await writeMissing(tx, portal, series, meetingsWithin(series, env().SERIES_AHEAD_DAYS)));
  });
}
