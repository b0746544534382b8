/** What the time of an item is counted from: instants in milliseconds since 1970, minutes as planned and as given. */
export interface Timed {
  status: "planned" | "open" | "done" | "carried" | "withdrawn";
  presentMinutes: number;
  qaMinutes: number;
  extraPresentMinutes: number;
  extraQaMinutes: number;
  openedAt: number | null;
  questionsAt: number | null;
  closedAt: number | null;
}

export interface Timer {
  phase: "presentation" | "questions";
  allottedMs: number;
  startedAt: number;
  endsAt: number;
}

const minuteMs = 60_000;
/** From here on the chair says that time is short (UI.md: amber at two minutes). */
const amberMs = 2 * minuteMs;

/** What runs now; nothing where the item is not open. Made of stored instants, so that every page counts the same. */
export function timerOf(item: Timed): Timer | null {
  if (item.status !== "open" || item.openedAt === null) return null;
  const phase = item.questionsAt === null ? "presentation" : "questions";
  const startedAt = item.questionsAt ?? item.openedAt;
  const allottedMs = allotted(item)[phase];
  return { phase, allottedMs, startedAt, endsAt: startedAt + allottedMs };
}

export type Tone = "calm" | "amber" | "over";

/** How long is left at an instant; below zero it is over, and counts up. */
export function timeLeft({ endsAt }: Timer, now: number): { leftMs: number; tone: Tone } {
  const leftMs = endsAt - now;
  if (leftMs < 0) return { leftMs, tone: "over" };
  return { leftMs, tone: leftMs <= amberMs ? "amber" : "calm" };
}

/** "4:05 left", "1:12 over": whole seconds, rounded so that a full time is shown as full. */
export function timeLeftWords(leftMs: number): string {
  const seconds = Math.abs(leftMs < 0 ? Math.floor(leftMs / 1000) : Math.ceil(leftMs / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return `${clock} ${leftMs < 0 ? "over" : "left"}`;
}

/**
 * Whole minutes that this meeting has saved so far and nobody has got yet: what was planned for all that is over, less
 * what it took, less what the chair gave away. What ran over has to be made good first.
 */
export function minutesLeftOver(items: readonly Timed[]): number {
  const savedMs = items.reduce((sum, item) => sum + plannedMs(item) - takenMs(item) - givenMs(item), 0);
  return Math.max(0, Math.floor(savedMs / minuteMs));
}

function allotted(item: Timed) {
  return {
    presentation: (item.presentMinutes + item.extraPresentMinutes) * minuteMs,
    questions: (item.qaMinutes + item.extraQaMinutes) * minuteMs,
  };
}

/** Planned time of what is over: a whole item, or the presentation where the questions have begun. */
function plannedMs(item: Timed): number {
  if (item.openedAt === null) return 0;
  if (item.closedAt !== null) return (item.presentMinutes + item.qaMinutes) * minuteMs;
  return item.questionsAt === null ? 0 : item.presentMinutes * minuteMs;
}

function takenMs({ openedAt, questionsAt, closedAt }: Timed): number {
  const end = closedAt ?? questionsAt;
  return openedAt === null || end === null ? 0 : end - openedAt;
}

/** Given to what still runs; what was given to something over is in the time that it took. */
function givenMs(item: Timed): number {
  if (item.status !== "open") return 0;
  const present = item.questionsAt === null ? item.extraPresentMinutes : 0;
  return (present + item.extraQaMinutes) * minuteMs;
}
