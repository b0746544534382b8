import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { meetingMachine } from "../machine";
import type { cancelMeetingInput } from "../schema";
import { carryItem } from "./carry-item";
import { removeItem } from "./withdraw-item";

/**
 * Cancels a meeting with a reason. What stood on its agenda goes to the next meeting of its series, counted as
 * carried; with none, proposals go back to discussion (DOMAIN 9, scenario 3: nothing is lost).
 */
export async function cancelMeeting(
  actor: Actor,
  input: z.output<typeof cancelMeetingInput>,
): Promise<Result<{ date: string; movedTo: string | null; items: number }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const step = decide(meetingMachine, "cancel", actor, meeting.facts);
    if (!step.ok) return step;
    const next = await holdNextOfSeries(tx, actor, meeting);
    const moved = await applyStep(
      tx,
      step.value,
      { id: meeting.id, version: input.version },
      { meetingId: meeting.id, reason: input.reason, data: { date: meeting.date } },
    );
    if (!moved.ok) return moved;
    const items = await moveItems(tx, actor, { meeting, next, reason: input.reason });
    return items.ok ? done({ date: meeting.date, movedTo: next?.date ?? null, items: items.value }) : items;
  });
}

/** The next meeting of the same series that still takes items, locked; null where there is none. */
export async function holdNextOfSeries(
  tx: Tx,
  actor: Actor,
  meeting: { seriesId: number | null; startsAt: Date },
): Promise<HeldMeeting | null> {
  if (meeting.seriesId === null) return null;
  const next = await tx.meeting.findFirst({
    where: {
      seriesId: meeting.seriesId,
      startsAt: { gt: meeting.startsAt },
      status: { in: ["planned", "published"] },
    },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  if (!next) return null;
  const held = await holdMeeting(tx, actor, next);
  const takesItems = held?.facts.status === "planned" || held?.facts.status === "published";
  // It was cancelled or opened while this one waited for its lock: look for the one after it.
  return held && !takesItems ? holdNextOfSeries(tx, actor, held) : held;
}

async function moveItems(
  tx: Tx,
  actor: Actor,
  { meeting, next, reason }: { meeting: HeldMeeting; next: HeldMeeting | null; reason: string },
): Promise<Result<number>> {
  const planned = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, status: "planned" },
    orderBy: [{ section: "asc" }, { position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  for (const { id } of planned) {
    const item = await holdItem(tx, actor, { id });
    if (!item) return notFound("agenda item");
    const moved = next
      ? await carryItem(tx, actor, { item, to: next, reason })
      : await removeItem(tx, actor, {
          item,
          reason: `The meeting of ${meeting.date} was cancelled: ${reason}`,
        });
    if (!moved.ok) return moved;
  }
  return done(planned.length);
}
