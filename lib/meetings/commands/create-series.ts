import type { z } from "zod";
import { dayInWords } from "../../calendar-date";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { enqueue } from "../../outbox/enqueue";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayRunMeetings } from "../policy";
import { nextDates } from "../recurrence";
import type { createSeriesInput } from "../series-schema";

/**
 * Sets when a body meets: a recurrence rule (RFC 5545) with a time of day in a zone. Its next meetings are made by the
 * outbox at once, and by the clock from then on.
 */
export async function createSeries(
  actor: Actor,
  input: z.output<typeof createSeriesInput>,
): Promise<Result<{ key: string }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "Series are set by the chair or the secretary.");
  const past = whyNothingComes(input);
  if (past) return refuse("invalid", past, [{ path: input.endsOn ? "endsOn" : "rule", message: past }]);
  return transact(async (tx) => {
    const { body: handle, ...series } = input;
    const body = await tx.body.findUnique({ where: { handle }, select: { id: true } });
    if (!body) {
      const message = "No body is called that; give one such as “board”.";
      return refuse("invalid", message, [{ path: "body", message }]);
    }
    const known = await tx.meetingSeries.findUnique({ where: { key: input.key }, select: { id: true } });
    if (known) return refuse("conflict", `There already is a series “${input.key}”.`);
    const { id } = await tx.meetingSeries.create({
      data: { ...series, bodyId: body.id },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "meeting_series.created",
      subject: "meeting_series",
      subjectId: id,
      data: { key: input.key, rule: input.rule, startsAtTime: input.startsAtTime, timeZone: input.timeZone },
    });
    await enqueue(tx, "plan_ahead", {});
    return done({ key: input.key });
  });
}

/** What is wrong with a series all of whose days are past; undefined where a day is still to come. */
export function whyNothingComes({
  rule,
  timeZone,
  endsOn,
}: {
  rule: string;
  timeZone: string;
  endsOn: string | null;
}): string | undefined {
  const [next] = nextDates(rule, now(), timeZone, 1);
  if (!next) return "All days that this rule gives are past; let it go on, or leave the UNTIL out.";
  if (endsOn !== null && next > endsOn)
    return `Its next day would be ${dayInWords(next)}, after its last one.`;
  return undefined;
}
