import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, isDirector, personIdOf } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem, holdMeeting } from "../facts";
import type { pullItemInput } from "../schema";
import { whyNotPull } from "../together";

/**
 * A director pulls an item out of those that are dealt with together, with or without a reason, up to the moment of
 * adoption: it is talked about under “New” (DOMAIN 3, "consent item"; 9, scenario 11).
 */
export async function pullItem(
  actor: Actor,
  input: z.output<typeof pullItemInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const found = await holdItem(tx, actor, { id: input.itemId });
    if (!found) return notFound("agenda item");
    // The meeting first: whoever adopts the section waits, or has adopted it.
    const meeting = await holdMeeting(tx, actor, { id: found.meetingId });
    if (!meeting) return notFound("meeting");
    const item = await tx.agendaItem.findUniqueOrThrow({ where: { id: found.id } });
    const { section, status } = item;
    const reason = whyNotPull(actor, { section, status, meetingStatus: meeting.facts.status });
    if (reason) return refuse(isDirector(actor) ? "refused" : "forbidden", reason);
    const last = await tx.agendaItem.aggregate({
      where: { meetingId: meeting.id, section: "new" },
      _max: { position: true },
    });
    await tx.agendaItem.update({
      where: { id: item.id },
      data: {
        section: "new",
        position: (last._max.position ?? 0) + 1,
        pulledFrom: section,
        pulledById: personIdOf(actor),
        pulledReason: input.reason,
        version: { increment: 1 },
      },
    });
    await record(tx, actor, {
      type: "agenda_item.pulled",
      subject: "agenda_item",
      subjectId: item.id,
      proposalId: item.proposalId,
      meetingId: meeting.id,
      executive: found.executive,
      data: { title: item.title, section, ...(input.reason && { reason: input.reason }) },
    });
    return done({ date: meeting.date, itemId: item.id });
  });
}
