import type { z } from "zod";
import { transact } from "../../db/transaction";
import { findOwner, unknownOwner } from "../../people/queries";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdSession } from "../held-session";
import { mayWriteRecord } from "../session-policy";
import type { assignActionInput } from "../session-schema";

/** Names who does an ACTION that nobody owned when it was written; its text stays as it was said. */
export async function assignAction(
  actor: Actor,
  input: z.output<typeof assignActionInput>,
): Promise<Result<{ date: string; itemId: number; lineId: number }>> {
  return transact(async (tx) => {
    const found = await tx.minuteLine.findUnique({
      where: { id: input.lineId },
      select: { itemId: true, kind: true },
    });
    const held = found && (await holdSession(tx, actor, found.itemId));
    if (!held?.ok || found?.kind !== "action") return notFound("ACTION");
    const { meeting, item } = held.value;
    const { minutesStatus } = await tx.meeting.findUniqueOrThrow({
      where: { id: meeting.id },
      select: { minutesStatus: true },
    });
    const may = mayWriteRecord(actor, { meetingStatus: meeting.facts.status, minutesStatus });
    if (!may.ok) return may;
    const owner = await findOwner(tx, input.owner);
    if (!owner) return refuse("invalid", unknownOwner, [{ path: "owner", message: unknownOwner }]);
    const { count } = await tx.minuteLine.updateMany({
      where: { id: input.lineId, ownerPersonId: null, ownerBodyId: null },
      data: { ...owner, ...(input.dueOn && { dueOn: input.dueOn }) },
    });
    if (count === 0)
      return refuse("conflict", "Somebody named an owner for this ACTION before you; look again.");
    await record(tx, actor, {
      type: "minutes.action_assigned",
      subject: "minute_line",
      subjectId: input.lineId,
      meetingId: meeting.id,
      executive: item.executive,
      data: { owner: input.owner, ...(input.dueOn && { dueOn: input.dueOn }) },
    });
    return done({ date: meeting.date, itemId: item.id, lineId: input.lineId });
  });
}
