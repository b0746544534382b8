import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem } from "../facts";
import { outlineFrom } from "../outline";
import { mayWriteOutline } from "../policy";
import type { updateOutlineInput } from "../schema";

/** Writes the four parts of an item's outline, and its note, until the meeting is in session: then it stays as the board saw it. */
export async function updateOutline(
  actor: Actor,
  input: z.output<typeof updateOutlineInput>,
): Promise<Result<{ itemId: number; date: string }>> {
  return transact(async (tx) => {
    const item = await holdItem(tx, actor, { id: input.itemId });
    if (!item) return notFound("agenda item");
    if (
      !mayWriteOutline(actor, { ...item.facts, presenterId: item.presenterId, coAuthorIds: item.coAuthorIds })
    ) {
      return refuse(
        "forbidden",
        "The outline is written by the proposal’s authors, the presenter or an officer.",
      );
    }
    const { meetingStatus, status } = item.facts;
    if (status !== "planned" || (meetingStatus !== "planned" && meetingStatus !== "published")) {
      return refuse("refused", "The outline stays as it is once the meeting is in session.");
    }
    const { itemId, version, note, ...texts } = input;
    const { count } = await tx.agendaItem.updateMany({
      where: { id: itemId, version },
      data: { outline: outlineFrom(texts), ...(note !== undefined && { note }), version: { increment: 1 } },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        "Somebody changed this item before you. Nothing was saved; look again, then decide.",
      );
    }
    await record(tx, actor, {
      type: "agenda_item.outlined",
      subject: "agenda_item",
      subjectId: itemId,
      proposalId: item.proposalId,
      meetingId: item.meetingId,
      executive: item.executive,
      data: {
        parts: Object.entries(texts).flatMap(([key, text]) => (text ? [key] : [])),
        ...(note && { note }),
      },
    });
    const meeting = await tx.meeting.findUniqueOrThrow({
      where: { id: item.meetingId },
      select: { date: true },
    });
    return done({ itemId, date: meeting.date });
  });
}
