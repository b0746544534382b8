/** How fast somebody reads who means to decide on it, in words a minute. */
const wordsPerMinute = 220;

/** Words as people count them: runs of letters and digits, in any script. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

export interface ToRead {
  words: number;
  /** Whether this reader has marked it as read as it is now. */
  isRead: boolean;
}

export interface ReadingLoad {
  words: number;
  /** Of all of it, and of what is left. */
  minutes: number;
  minutesLeft: number;
  things: number;
  unread: number;
}

/** What a director has to read before a meeting, and how much of it is left. */
export function readingLoad(things: readonly ToRead[]): ReadingLoad {
  const wordsOf = (some: readonly ToRead[]) => some.reduce((sum, { words }) => sum + words, 0);
  const left = things.filter(({ isRead }) => !isRead);
  return {
    words: wordsOf(things),
    minutes: minutesToRead(wordsOf(things)),
    minutesLeft: minutesToRead(wordsOf(left)),
    things: things.length,
    unread: left.length,
  };
}

/** Whole minutes, and one at least where there is anything to read. */
export function minutesToRead(words: number): number {
  return Math.ceil(words / wordsPerMinute);
}

/** "2,640 words, about 12 minutes. 2 of 5 proposals are not read yet: about 5 minutes." */
export function readingLoadSentence(load: ReadingLoad): string {
  if (load.things === 0) return "No proposal stands on this agenda, so there is nothing to read ahead.";
  const all = `${load.words.toLocaleString("en")} words, about ${minutes(load.minutes)}.`;
  if (load.unread === 0) return `${all} You have read all of it.`;
  const are = load.unread === 1 ? "is" : "are";
  return `${all} ${load.unread} of ${load.things} ${load.things === 1 ? "proposal" : "proposals"} ${are} not read yet: about ${minutes(load.minutesLeft)}.`;
}

function minutes(count: number): string {
  return count === 1 ? "1 minute" : `${count} minutes`;
}
