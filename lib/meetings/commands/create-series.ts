import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayRunMeetings } from "../policy";
import type { createSeriesInput } from "../schema";

/** Sets when a body meets: a recurrence rule (RFC 5545) with a time of day in a zone. */
export async function createSeries(
  actor: Actor,
  input: z.output<typeof createSeriesInput>,
): Promise<Result<{ key: string }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "Series are set by the chair or the secretary.");
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
    return done({ key: input.key });
  });
}
