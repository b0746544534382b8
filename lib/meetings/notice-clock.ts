import { clockWords } from "./minutes-clock";

const hourMs = 3_600_000;

export interface NoticeClock {
  /** When the agenda has to be out, as promised. */
  dueAt: Date;
  /** "Published 3 days before the meeting", "Due in 5 hours": how the promise stands. */
  words: string;
  isLate: boolean;
}

/** The promise that an agenda is out so many hours before its meeting (DOMAIN 5: 48, a setting), as a visible clock. */
export function noticeClock(
  meeting: { startsAt: Date; publishedAt: Date | null },
  noticeHours: number,
  now: Date,
): NoticeClock {
  const dueAt = new Date(meeting.startsAt.getTime() - noticeHours * hourMs);
  const promise = `${noticeHours} hours before the meeting`;
  if (!meeting.publishedAt) {
    const words = `The agenda is promised ${promise}: ${leftWords(dueAt, now)}.`;
    return { dueAt, isLate: dueAt < now, words };
  }
  const isLate = meeting.publishedAt > dueAt;
  const kept = isLate ? `later than the ${noticeHours} hours promised` : "as promised";
  return {
    dueAt,
    isLate,
    words: `The agenda was out ${ahead(meeting.startsAt, meeting.publishedAt)}, ${kept}.`,
  };
}

/** In days while there are many hours left. */
function leftWords(dueAt: Date, now: Date): string {
  const days = Math.floor((dueAt.getTime() - now.getTime()) / (24 * hourMs));
  return days > 2 ? `${days} days left` : clockWords(dueAt, now);
}

function ahead(startsAt: Date, publishedAt: Date): string {
  const hours = Math.floor((startsAt.getTime() - publishedAt.getTime()) / hourMs);
  if (hours < 0) return "after the meeting began";
  if (hours < 1) return "less than an hour ahead";
  if (hours < 48) return `${hours} ${hours === 1 ? "hour" : "hours"} ahead`;
  return `${Math.floor(hours / 24)} days ahead`;
}
