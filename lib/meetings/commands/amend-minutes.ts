import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { enqueue } from "../../outbox/enqueue";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem } from "../facts";
import { type HeldMinutes, holdMinutes } from "../minutes-facts";
import type { amendMinutesInput } from "../minutes-schema";
import { mayRunMeetings } from "../policy";

type Input = z.output<typeof amendMinutesInput>;

/**
 * Corrects published minutes by a numbered amendment: it is only ever added, shown with the minutes, and the minutes
 * read as amended; how they were published stays readable. What concerns an executive item is numbered apart, so that
 * nobody else sees a gap.
 */
export async function amendMinutes(
  actor: Actor,
  input: Input,
): Promise<Result<{ date: string; number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to amend the minutes.");
  if (!mayRunMeetings(actor)) {
    return refuse("forbidden", "Published minutes are amended by the chair or the secretary.");
  }
  const { personId } = actor;
  return transact(async (tx) => {
    const held = await holdMinutes(tx, actor, { date: input.date });
    if (!held) return notFound("meeting");
    if (held.facts.status !== "published") {
      return refuse(
        "refused",
        "The minutes are not published yet: they can still be put right without an amendment.",
      );
    }
    const target = await targetOf(tx, actor, held, input);
    if (!target.ok) return target;
    const written = await write(tx, held, { ...input, ...target.value, authorId: personId });
    await record(tx, actor, {
      type: "minutes_amendment.added",
      subject: "minutes_amendment",
      subjectId: written.id,
      meetingId: held.meeting.id,
      executive: target.value.executive,
      data: { number: written.number, reason: input.reason },
    });
    await enqueue(tx, "post_amendment", { amendmentId: written.id });
    return done({ date: held.meeting.date, number: written.number });
  });
}

interface Target {
  itemId: number | null;
  lineId: number | null;
  was: string;
  executive: boolean;
}

async function targetOf(
  tx: Tx,
  actor: Actor,
  { meeting }: HeldMinutes,
  { target, text }: Input,
): Promise<Result<Target>> {
  const line = target.lineId
    ? await tx.minuteLine.findFirst({
        where: { id: target.lineId, meetingId: meeting.id },
        select: { itemId: true, text: true },
      })
    : null;
  if (target.lineId && !line) return notFound("line of these minutes");
  const itemId = line?.itemId ?? target.itemId;
  const item = itemId ? await holdItem(tx, actor, { id: itemId }) : null;
  if (itemId && item?.meetingId !== meeting.id) return notFound("item of these minutes");
  if (!text && !line) {
    const message = "Write what is true instead. Only a line can be struck without another text.";
    return refuse("invalid", message, [{ path: "text", message }]);
  }
  const was = line ? await textAsAmended(tx, target.lineId ?? 0, line.text) : "";
  return done({ itemId, lineId: target.lineId, was, executive: item?.executive ?? false });
}

/** What the line says by now: an earlier amendment may have changed it. */
async function textAsAmended(tx: Tx, lineId: number, text: string): Promise<string> {
  const last = await tx.minutesAmendment.findFirst({
    where: { lineId },
    orderBy: { id: "desc" },
    select: { text: true },
  });
  return last ? last.text : text;
}

/** The meeting is held, so numbers are given one after the other; the unique index holds it whoever writes. */
async function write(
  tx: Tx,
  { meeting }: HeldMinutes,
  {
    executive,
    itemId,
    lineId,
    was,
    text,
    reason,
    authorId,
  }: Target & Pick<Input, "text" | "reason"> & { authorId: number },
): Promise<{ id: number; number: number }> {
  const visibility = executive ? "executive" : "public";
  const last = await tx.minutesAmendment.aggregate({
    where: { meetingId: meeting.id, visibility },
    _max: { number: true },
  });
  return tx.minutesAmendment.create({
    data: {
      ...{ visibility, itemId, lineId, was, text, reason, authorId },
      meetingId: meeting.id,
      number: (last._max.number ?? 0) + 1,
      createdAt: now(),
    },
    select: { id: true, number: true },
  });
}
