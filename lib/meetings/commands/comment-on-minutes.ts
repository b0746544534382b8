import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldMinutes, holdMinutes } from "../minutes-facts";
import type { commentOnMinutesInput } from "../minutes-schema";
import { reopenReviewed } from "../reopen-reviewed";

type Input = z.output<typeof commentOnMinutesInput>;

/**
 * Says something about a draft of the minutes, for the board and its officers alone. On minutes that were reviewed
 * what is no reply takes them back to the draft: they are reviewed again once it is resolved.
 */
export async function commentOnMinutes(
  actor: Actor,
  input: Input,
): Promise<Result<{ date: string; commentId: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to comment on a draft.");
  const { personId } = actor;
  return transact(async (tx) => {
    const held = readsExecutive(actor) ? await holdMinutes(tx, actor, { date: input.date }) : null;
    if (!held) return notFound("draft of minutes");
    const place = await placeOf(tx, held, input);
    if (!place.ok) return place;
    const beginsThread = place.value.parentId === null;
    const reopened = beginsThread ? await reopenReviewed(tx, actor, held) : done(null);
    if (!reopened.ok) return reopened;
    const { id } = await tx.minutesComment.create({
      data: {
        ...place.value,
        meetingId: held.meeting.id,
        authorId: personId,
        text: input.text,
        createdAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "minutes_comment.posted",
      subject: "minutes_comment",
      subjectId: id,
      meetingId: held.meeting.id,
      executive: true,
      data: { commentId: id, ...place.value, text: input.text.slice(0, 200) },
    });
    return done({ date: held.meeting.date, commentId: id });
  });
}

type Place = { itemId: number | null; parentId: number | null };

/** Where it stands: a reply stands under the first comment of its thread. */
async function placeOf(tx: Tx, { meeting, facts }: HeldMinutes, input: Input): Promise<Result<Place>> {
  if (facts.status === "none" || facts.status === "published") {
    return refuse(
      "refused",
      facts.status === "none"
        ? "There is no draft to comment on yet."
        : "The minutes are published; what they say is corrected by an amendment.",
    );
  }
  if (input.parentId !== "") {
    const parent = await tx.minutesComment.findFirst({
      where: { id: input.parentId, meetingId: meeting.id },
      select: { id: true, itemId: true, parentId: true },
    });
    if (!parent) return notFound("comment");
    return done({ itemId: parent.itemId, parentId: parent.parentId ?? parent.id });
  }
  if (input.itemId === "") return done({ itemId: null, parentId: null });
  const item = await tx.agendaItem.findFirst({
    where: { id: input.itemId, meetingId: meeting.id },
    select: { id: true },
  });
  return item ? done({ itemId: item.id, parentId: null }) : notFound("agenda item");
}
