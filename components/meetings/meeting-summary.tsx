import { Meter } from "@/components/ui/meter";
import { Time } from "@/components/ui/time";
import type { MeetingLine } from "@/lib/meetings/queries";
import { timeWords } from "./time-balance";

/** A meeting in short: when, and how much of it is taken. */
export function MeetingSummary({ meeting }: { meeting: MeetingLine }) {
  return (
    <>
      <p>
        <a href={`/meetings/${meeting.date}`}>{meeting.title}</a>
        <br />
        <Time at={meeting.startsAt} zone={meeting.timeZone} also="UTC" />
      </p>
      <Meter
        value={Math.min(meeting.takenMinutes, meeting.capacityMinutes)}
        max={meeting.capacityMinutes}
        over={meeting.takenMinutes > meeting.capacityMinutes}
        label={timeWords(meeting.capacityMinutes, meeting.takenMinutes)}
      />
    </>
  );
}
