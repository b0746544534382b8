import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { enqueue } from "../../outbox/enqueue";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { minutesMachine } from "../machine";
import { heldBeside } from "../minutes-beside-facts";
import { minutesDocument } from "../minutes-document";
import { holdMinutes } from "../minutes-facts";
import { minutesMarkdown } from "../minutes-markdown";
import { publicPart } from "../minutes-record";
import { minutesText } from "../minutes-text";
import { warningsOf } from "../minutes-warnings";
import { readSession } from "../session-facts";
import { minutesRecordOf } from "../session-record";
import type { publishMinutesInput } from "../session-schema";

/**
 * Keeps the minutes as they stand, for everybody and for ever; executive items are not in what is kept (DOMAIN 5).
 * An ACTION that nobody owns, an item without an outcome, or a comment that nobody resolved has to be confirmed first.
 * The outbox posts them on the proposals that they touch.
 */
export async function publishMinutes(
  actor: Actor,
  input: z.output<typeof publishMinutesInput>,
): Promise<Result<{ date: string }>> {
  return transact(async (tx) => {
    const held = await holdMinutes(tx, actor, { date: input.date });
    const session = held && (await readSession(tx, held.meeting.date));
    if (!session) return notFound("meeting");
    const { meeting, facts } = held;
    const step = decide(minutesMachine, "publish", actor, facts);
    if (!step.ok) return step;
    const record = minutesRecordOf(session, await heldBeside(tx, meeting.date));
    const warnings = warningsOf(record, facts.openComments);
    if (warnings.length > 0 && !input.confirmed) {
      return refuse(
        "invalid",
        "These minutes leave something open. Put it right, or confirm that they are published as they are.",
        warnings.map((message) => ({ path: "confirmed", message })),
      );
    }
    const blocks = minutesDocument(publicPart(record));
    const moved = await applyStep(
      tx,
      step.value,
      { id: meeting.id, version: input.version },
      {
        meetingId: meeting.id,
        set: {
          minutesMarkdown: minutesMarkdown(blocks),
          minutesText: minutesText(blocks),
          minutesPublishedAt: now(),
        },
        ...(warnings.length > 0 && { data: { confirmedWarnings: warnings.length } }),
      },
    );
    if (!moved.ok) return moved;
    await enqueue(tx, "post_minutes", { meetingId: meeting.id });
    return done({ date: meeting.date });
  });
}
