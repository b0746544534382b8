import type { z } from "zod";
import { transact } from "../../db/transaction";
import { findOwner } from "../../people/queries";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem } from "../facts";
import { mayHandOver } from "../policy";
import type { handOverItemInput } from "../schema";

const nobody = "Nobody is called that. Give a person such as @ada.";

/** Names somebody else to present an item: its presenter, the requester or an officer, until the meeting begins. */
export async function handOverItem(
  actor: Actor,
  input: z.output<typeof handOverItemInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const item = await holdItem(tx, actor, { id: input.itemId });
    if (!item) return notFound("agenda item");
    if (!mayHandOver(actor, { ...item.facts, presenterId: item.presenterId })) {
      return refuse("forbidden", "Its presenter, the requester or an officer say who presents an item.");
    }
    const { meetingStatus, status } = item.facts;
    if (status !== "planned" || (meetingStatus !== "planned" && meetingStatus !== "published")) {
      return refuse("refused", "Who presents stays as it is once the meeting is in session.");
    }
    const owner = await findOwner(tx, `@${input.presenter.replace(/^@/, "")}`);
    if (!owner?.ownerPersonId) {
      return refuse("invalid", nobody, [{ path: "presenter", message: nobody }]);
    }
    const { count } = await tx.agendaItem.updateMany({
      where: { id: item.id, version: input.version },
      data: { presenterId: owner.ownerPersonId, version: { increment: 1 } },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        "Somebody changed this item while you were writing. Look again, then decide.",
      );
    }
    const { date } = await tx.meeting.findUniqueOrThrow({ where: { id: item.meetingId } });
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: owner.ownerPersonId } });
    await record(tx, actor, {
      type: "agenda_item.handed_over",
      subject: "agenda_item",
      subjectId: item.id,
      proposalId: item.proposalId,
      meetingId: item.meetingId,
      executive: item.executive,
      data: { personId: owner.ownerPersonId, presenter: name, title: item.title },
    });
    return done({ date, itemId: item.id });
  });
}
