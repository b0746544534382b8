import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { itemOrder, nextOf } from "../next-of";
import { mayPreside } from "../policy";
import type { nextItemInput } from "../session-schema";
import { closeHeldItem } from "./close-item";
import { openHeldItem } from "./open-item";
import { settleQuestions } from "./settle-questions";

type Input = z.output<typeof nextItemInput>;

/**
 * Closes the open item and opens the next one, in one deed. It says from which item it goes on: of two chairs who press
 * at once one is carried out, and the other is told where the meeting is now.
 */
export async function nextItem(
  actor: Actor,
  input: Input,
): Promise<Result<{ date: string; itemId: number | null }>> {
  return transact(async (tx): Promise<Result<{ date: string; itemId: number | null }>> => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    if (!mayPreside(actor)) return refuse("forbidden", "The chair goes on to the next item.");
    const here = await tx.agendaItem.findFirst({
      where: { meetingId: meeting.id, status: "open" },
      select: { id: true, title: true },
    });
    if ((here?.id ?? null) !== input.from) return wentOn(here?.title);
    const closed = here ? await close(tx, actor, meeting, { ...input, itemId: here.id }) : done(null);
    if (!closed.ok) return closed;
    const next = await findNext(tx, meeting, here?.id ?? null);
    if (next === null && !here)
      return refuse("refused", "Nothing is left on the agenda. Adjourn the meeting.");
    if (next === null) return done({ date: meeting.date, itemId: null });
    const item = await holdItem(tx, actor, { id: next });
    const opened = item ? await openHeldItem(tx, actor, item) : notFound("agenda item");
    return opened.ok ? done({ date: meeting.date, itemId: next }) : opened;
  });
}

function wentOn(open: string | undefined) {
  const where = open ? `“${open}” is open now` : "no item is open now";
  return refuse("conflict", `Somebody was quicker: ${where}. Nothing was changed by this press.`);
}

async function close(tx: Tx, actor: Actor, meeting: HeldMeeting, input: Input & { itemId: number }) {
  const item = await holdItem(tx, actor, { id: input.itemId });
  if (!item) return notFound("agenda item");
  const closed = await closeHeldItem(tx, actor, item);
  return closed.ok ? settleQuestions(tx, actor, { meeting, item }, input.questions) : closed;
}

/** In an executive session the next executive item; otherwise the next of the others. Breaks count as items. */
async function findNext(tx: Tx, meeting: HeldMeeting, from: number | null): Promise<number | null> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, status: { notIn: ["carried", "withdrawn"] } },
    orderBy: itemOrder,
    select: { id: true, status: true, visibility: true, proposal: { select: { visibility: true } } },
  });
  const inExecutive = (await tx.executiveSpan.count({ where: { meetingId: meeting.id, leftAt: null } })) > 0;
  return nextOf(
    items.map(({ id, status, visibility, proposal }) => ({
      id,
      status,
      executive: visibility === "executive" || proposal?.visibility === "executive",
    })),
    from,
    inExecutive,
  );
}
