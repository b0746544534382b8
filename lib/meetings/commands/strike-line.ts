import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdLine, keepRevision, lineChanged } from "../held-line";
import type { strikeLineInput } from "../session-schema";
import type { Written } from "./write-line";

/** Strikes a line from the record, or puts it back; struck, it stays readable where the meeting is followed. */
export async function strikeLine(
  actor: Actor,
  { lineId, revision, strike }: z.output<typeof strikeLineInput>,
): Promise<Result<Written>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write the record.");
  return transact(async (tx) => {
    const held = await holdLine(tx, actor, lineId);
    if (!held.ok) return held;
    const { meeting, item, line } = held.value;
    const outcome = { date: meeting.date, itemId: item.id, lineId };
    const isStruck = line.struckAt !== null;
    if (isStruck === (strike === "yes")) return done(outcome); // pressed twice, or by two: it is so already
    if (line.revision !== revision) return lineChanged;
    await keepRevision(tx, held.value);
    await tx.minuteLine.update({
      where: { id: lineId },
      data: {
        struckAt: isStruck ? null : now(),
        revision: { increment: 1 },
        changedById: actor.personId,
        changedAt: now(),
      },
    });
    await record(tx, actor, {
      type: isStruck ? "minutes.line_restored" : "minutes.line_struck",
      subject: "minute_line",
      subjectId: lineId,
      meetingId: meeting.id,
      executive: item.executive,
      data: { itemId: item.id, kind: line.kind, revision: revision + 1 },
    });
    return done(outcome);
  });
}
