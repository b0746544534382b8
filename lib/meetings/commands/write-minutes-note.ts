import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdItem } from "../facts";
import { type HeldMinutes, holdMinutes } from "../minutes-facts";
import type { writeNoteInput } from "../minutes-schema";
import { mayWriteRecord } from "../session-policy";

type Input = z.output<typeof writeNoteInput>;

/**
 * Writes the preface of the minutes or an editorial note under an item, while they are a draft. The record itself
 * stays what was written down in the meeting; what is said beside it is marked as such.
 */
export async function writeMinutesNote(actor: Actor, input: Input): Promise<Result<{ date: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write the minutes.");
  const { personId } = actor;
  return transact(async (tx) => {
    const held = await holdMinutes(tx, actor, { date: input.date });
    if (!held) return notFound("meeting");
    const { status, meetingStatus } = held.facts;
    const may = mayWriteRecord(actor, { meetingStatus, minutesStatus: status });
    if (!may.ok) return may;
    const about = await aboutOf(tx, actor, held, input);
    if (!about.ok) return about;
    const { itemId, executive } = about.value;
    const saved = await save(tx, held.meeting.id, { ...input, itemId, authorId: personId });
    if (!saved.ok) return saved;
    await record(tx, actor, {
      type: input.text ? "minutes.note_written" : "minutes.note_removed",
      subject: "minutes",
      subjectId: held.meeting.id,
      meetingId: held.meeting.id,
      executive,
      data: { itemId, text: input.text },
    });
    return done({ date: held.meeting.date });
  });
}

async function aboutOf(
  tx: Tx,
  actor: Actor,
  { meeting }: HeldMinutes,
  { itemId }: Input,
): Promise<Result<{ itemId: number | null; executive: boolean }>> {
  if (itemId === "") return done({ itemId: null, executive: false });
  const item = await holdItem(tx, actor, { id: itemId });
  if (!item || item.meetingId !== meeting.id) return notFound("agenda item");
  return done({ itemId, executive: item.executive });
}

interface Saving {
  itemId: number | null;
  version: number;
  text: string;
  authorId: number;
}

/** The meeting is held: nobody else writes the note at the same moment. */
async function save(tx: Tx, meetingId: number, { itemId, version, text, authorId }: Saving) {
  const there = await tx.minutesNote.findFirst({
    where: { meetingId, itemId },
    select: { id: true, version: true },
  });
  if ((there?.version ?? 0) !== version) {
    return refuse("conflict", "Somebody changed this note before you. Nothing was saved; look again.");
  }
  const columns = { text, authorId, writtenAt: now() };
  if (!text) {
    if (there) await tx.minutesNote.delete({ where: { id: there.id } });
    return there
      ? done(null)
      : refuse("invalid", "Write the note first.", [{ path: "text", message: "Write the note first." }]);
  }
  if (there) {
    await tx.minutesNote.update({
      where: { id: there.id },
      data: { ...columns, version: { increment: 1 } },
    });
  } else await tx.minutesNote.create({ data: { ...columns, meetingId, itemId } });
  return done(null);
}
