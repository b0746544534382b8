import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { findOwner } from "../../people/queries";
import { done, type FieldError, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type DayOfMeeting, partsOnTheDay } from "../attendance-parts";
import { holdMeeting } from "../facts";
import { quorumOf } from "../quorum";
import { mayWriteRecord } from "../session-policy";
import type { attendanceInput } from "../session-schema";

type Input = z.output<typeof attendanceInput>;
interface Row {
  personId: number;
  state: Input["people"][number]["state"];
}

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
    const { openedAt } = day;
    await saveRows(tx, { id: meeting.id, openedAt: openedAt ?? now() }, rows.value);
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

async function rowsOf(tx: Tx, { people, walkOns }: Input): Promise<Result<Row[]>> {
  const errors: FieldError[] = [];
  const rows = new Map<number, Row>();
  const guests = walkOns.map((handle) => ({ handle, state: "present" as const, field: "walkOns" }));
  const listed = people.map((one) => ({ ...one, field: `state.${one.handle}` }));
  for (const { handle, state, field } of [...guests, ...listed]) {
    const owner = await findOwner(tx, `@${handle.replace(/^@/, "")}`);
    const personId = owner?.ownerPersonId;
    if (personId) rows.set(personId, { personId, state });
    else errors.push({ path: field, message: `Nobody is called “${handle}”. Give a handle such as @ada.` });
  }
  if (errors.length === 0) return done([...rows.values()]);
  return refuse("invalid", "Some names are not known. Nothing you typed is lost.", errors);
}

async function saveRows(tx: Tx, meeting: DayOfMeeting, rows: Row[]): Promise<void> {
  const parts = await partsOnTheDay(tx, meeting);
  const before = await tx.attendance.findMany({
    where: { meetingId: meeting.id },
    select: { personId: true, state: true, arrivedAt: true },
  });
  for (const { personId, state } of rows) {
    const earlier = before.find((one) => one.personId === personId && one.state === state);
    const arrivedAt = earlier ? earlier.arrivedAt : arrival(state, meeting.openedAt);
    await tx.attendance.upsert({
      where: { meetingId_personId: { meetingId: meeting.id, personId } },
      create: { meetingId: meeting.id, personId, part: parts.get(personId) ?? "guest", state, arrivedAt },
      update: { state, arrivedAt },
    });
  }
}

/** Who is present was there from the beginning; who is late came when it was written down. */
function arrival(state: Row["state"], openedAt: Date): Date | null {
  if (state === "present") return openedAt;
  return state === "late" ? now() : null;
}

interface Seats {
  id: number;
  seatedDirectors: number | null;
  quorumReachedAt: Date | null;
}

async function settleQuorum(tx: Tx, actor: Actor, meeting: Seats) {
  const directors = await tx.attendance.findMany({
    where: { meetingId: meeting.id, part: "director" },
    select: { state: true, arrivedAt: true },
  });
  const quorum = quorumOf(meeting.seatedDirectors ?? 0, directors);
  if (quorum.reachedAt?.getTime() !== meeting.quorumReachedAt?.getTime()) {
    await tx.meeting.update({ where: { id: meeting.id }, data: { quorumReachedAt: quorum.reachedAt } });
    await record(tx, actor, {
      type: quorum.reached ? "meeting.quorum_reached" : "meeting.quorum_lost",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      data: { seated: quorum.seated, attending: quorum.attending, needed: quorum.needed },
    });
  }
  return quorum;
}
