import type { Month, MonthDay } from "@/lib/meetings/month-grid";
import type { MeetingLine } from "@/lib/meetings/queries";
import { meetingStatusLabels } from "@/lib/meetings/ui-text";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

interface MeetingMonthProps {
  month: Month;
  meetings: readonly MeetingLine[];
  /** YYYY-MM-DD. */
  today: string;
}

/** A month on a wall: which day has a meeting. On a phone, the days that have one as a list. */
export function MeetingMonth({ month, meetings, today }: MeetingMonthProps) {
  return (
    <>
      <nav className="month-nav" aria-label="Other months">
        <MonthLink month={month.before} icon="arrow-left" />
        <h2 aria-live="polite">{monthName(month.key)}</h2>
        <MonthLink month={month.after} icon="arrow-right" />
      </nav>
      <table className="month">
        <caption className="sr-only">Meetings in {monthName(month.key)}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <Day
                  key={day.date}
                  day={day}
                  meetings={meetings.filter(({ date }) => date === day.date)}
                  today={today}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {meetings.length === 0 && <p className="hint">No meeting is set in these weeks.</p>}
    </>
  );
}

function MonthLink({ month, icon }: { month: string; icon: "arrow-left" | "arrow-right" }) {
  return (
    <a href={`/meetings/month?month=${month}`} rel={icon === "arrow-left" ? "prev" : "next"}>
      {icon === "arrow-left" && <Icon name={icon} />}
      {monthName(month)}
      {icon === "arrow-right" && <Icon name={icon} />}
    </a>
  );
}

function Day({ day, meetings, today }: { day: MonthDay; meetings: readonly MeetingLine[]; today: string }) {
  const isToday = day.date === today;
  return (
    <td
      className={classNames(!day.isOfMonth && "beside", meetings.length > 0 && "has")}
      aria-current={isToday ? "date" : undefined}
    >
      <time dateTime={day.date}>{day.day}</time>
      {meetings.map((meeting) => (
        <a
          key={meeting.date}
          href={`/meetings/${meeting.date}`}
          className={meeting.status === "cancelled" ? "off" : ""}
        >
          <Time at={meeting.startsAt} zone={meeting.timeZone} format="time" />{" "}
          <span dir="auto">{meeting.title}</span>
          <span className="hint"> {meetingStatusLabels[meeting.status]}</span>
        </a>
      ))}
    </td>
  );
}

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

function monthName(key: string): string {
  return monthFormat.format(new Date(`${key}-01T00:00:00Z`));
}
