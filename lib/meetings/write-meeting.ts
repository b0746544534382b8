import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import type { ClockChange } from "./local-time";
import type { callAudiences } from "./schema";

export interface NewMeeting {
  /** The local date in the meeting's zone. */
  date: string;
  title: string;
  startsAt: Date;
  timeZone: string;
  capacityMinutes: number;
  place: string;
  callLink?: string;
  callFor?: keyof typeof callAudiences;
  seriesId: number | null;
  /** The date of the series that it is; null for one that was set by hand. */
  seriesDate?: string;
  clockChange: ClockChange | null;
}

/** Writes a planned meeting with its event, in the caller's transaction. Two on one date end in a conflict. */
export async function writeMeeting(tx: Tx, actor: Actor, meeting: NewMeeting): Promise<number> {
  const { clockChange, ...columns } = meeting;
  const { id } = await tx.meeting.create({ data: { ...columns, createdAt: now() }, select: { id: true } });
  await record(tx, actor, {
    type: "meeting.created",
    subject: "meeting",
    subjectId: id,
    meetingId: id,
    data: {
      to: "planned",
      date: meeting.date,
      startsAt: meeting.startsAt.toISOString(),
      ...(clockChange && { clockChange }),
    },
  });
  return id;
}
