import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { findOwner } from "../../people/queries";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdMeeting } from "../facts";
import { mayWriteRecord } from "../session-policy";
import type { markAttendanceInput } from "../session-schema";
import { saveAttendance, settleQuorum } from "../write-attendance";

type Input = z.output<typeof markAttendanceInput>;

/** The roll call, one name at a time: came, came late, left, returned, stays away. Whoever is not on the roster is a guest. */
export async function markAttendance(
  actor: Actor,
  input: Input,
): Promise<Result<{ date: string; handle: string; attending: number; reached: boolean }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const day = await tx.meeting.findUniqueOrThrow({
      where: { id: meeting.id },
      select: { openedAt: true, seatedDirectors: true, quorumReachedAt: true, minutesStatus: true },
    });
    const { status: meetingStatus } = meeting.facts;
    const may = mayWriteRecord(actor, { meetingStatus, minutesStatus: day.minutesStatus });
    if (!may.ok) return may;
    const person = await whoIs(tx, meeting.id, input);
    if (!person.ok) return person;
    const personId = person.value;
    await saveAttendance(tx, { id: meeting.id, openedAt: day.openedAt ?? now() }, [
      { personId, deed: input.deed },
    ]);
    const quorum = await settleQuorum(tx, actor, { id: meeting.id, ...day });
    await record(tx, actor, {
      type: "meeting.attendance_marked",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      data: { handle: input.handle, deed: input.deed, directorsAttending: quorum.attending },
    });
    const { attending, reached } = quorum;
    return done({ date: meeting.date, handle: input.handle, attending, reached });
  });
}

async function whoIs(tx: Tx, meetingId: number, { handle, deed }: Input): Promise<Result<number>> {
  const owner = await findOwner(tx, `@${handle}`);
  const personId = owner?.ownerPersonId;
  if (!personId) {
    const message = `Nobody is called “${handle}”. Give a handle such as @ada.`;
    return refuse("invalid", message, [{ path: "handle", message }]);
  }
  if (deed !== "left" && deed !== "returned") return done(personId);
  const there = await tx.attendance.findFirst({
    where: { meetingId, personId, state: { in: ["present", "late"] } },
    select: { id: true },
  });
  return there ? done(personId) : refuse("refused", `@${handle} was not there yet, and cannot have left.`);
}
