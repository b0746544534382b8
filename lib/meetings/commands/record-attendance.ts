import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { findOwner } from "../../people/queries";
import { done, type FieldError, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdMeeting } from "../facts";
import { mayWriteRecord } from "../session-policy";
import type { attendanceInput } from "../session-schema";
import { type AttendanceChange, saveAttendance, settleQuorum } from "../write-attendance";

type Input = z.output<typeof attendanceInput>;
/** Saves who is there, all rows together, and says from when on the meeting had its quorum. */
export async function recordAttendance(
  actor: Actor,
  input: Input,
): Promise<Result<{ date: string; attending: number; reached: boolean }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const day = await tx.meeting.findUniqueOrThrow({
      where: { id: meeting.id },
      select: { openedAt: true, seatedDirectors: true, quorumReachedAt: true, minutesStatus: true },
    });
    const may = mayWriteRecord(actor, {
      meetingStatus: meeting.facts.status,
      minutesStatus: day.minutesStatus,
    });
    if (!may.ok) return may;
    const rows = await rowsOf(tx, input);
    if (!rows.ok) return rows;
    if (rows.value.length === 0)
      return refuse("invalid", "Say of at least one person whether they are there.");
    await saveAttendance(tx, { id: meeting.id, openedAt: day.openedAt ?? now() }, rows.value);
    const quorum = await settleQuorum(tx, actor, { id: meeting.id, ...day });
    await record(tx, actor, {
      type: "meeting.attendance_recorded",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      data: { people: rows.value.length, directorsAttending: quorum.attending },
    });
    return done({ date: meeting.date, attending: quorum.attending, reached: quorum.reached });
  });
}

async function rowsOf(tx: Tx, { people, walkOns }: Input): Promise<Result<AttendanceChange[]>> {
  const errors: FieldError[] = [];
  const rows = new Map<number, AttendanceChange>();
  const guests = walkOns.map((handle) => ({ handle, deed: "present" as const, field: "walkOns" }));
  const listed = people.map(({ handle, state }) => ({ handle, deed: state, field: `state.${handle}` }));
  for (const { handle, deed, field } of [...guests, ...listed]) {
    const owner = await findOwner(tx, `@${handle.replace(/^@/, "")}`);
    const personId = owner?.ownerPersonId;
    if (personId) rows.set(personId, { personId, deed });
    else errors.push({ path: field, message: `Nobody is called “${handle}”. Give a handle such as @ada.` });
  }
  if (errors.length === 0) return done([...rows.values()]);
  return refuse("invalid", "Some names are not known. Nothing you typed is lost.", errors);
}
