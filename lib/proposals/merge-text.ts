import { diffArrays } from "diff";

/** A part of a three-way merge: what both agree on, or where they do not. */
export type Part<T> = { same: T[] } | { base: T[]; theirs: T[]; mine: T[] };

/** Longest that one comparison may take; two long texts with nothing in common are then set side by side. */
const patienceMs = 300;

/**
 * Merges two texts that came out of the same one, line by line, and word by word where both changed a line. Where they
 * cannot be brought together, both stand there, theirs first: nothing that either side wrote is lost.
 */
export function mergeText(base: string, theirs: string, mine: string): { text: string; conflicts: number } {
  let conflicts = 0;
  const merged = mergeParts(linesOf(base), linesOf(theirs), linesOf(mine)).flatMap((part) => {
    if ("same" in part) return part.same;
    const words = mergeWords(part.base.join(""), part.theirs.join(""), part.mine.join(""));
    if (words !== undefined) return [words];
    conflicts += 1;
    return [ended(part.theirs.join("")), part.mine.join("")];
  });
  return { text: merged.join(""), conflicts };
}

/** diff3: runs that all three share anchor it; between them, whoever changed something wins over whoever did not. */
export function mergeParts<T>(base: T[], theirs: T[], mine: T[]): Part<T>[] {
  const [inTheirs, inMine] = [matches(base, theirs), matches(base, mine)];
  const parts: Part<T>[] = [];
  let [b, t, m] = [0, 0, 0];
  while (b < base.length || t < theirs.length || m < mine.length) {
    let run = 0;
    while (b + run < base.length && inTheirs[b + run] === t + run && inMine[b + run] === m + run) run += 1;
    if (run > 0) {
      parts.push({ same: base.slice(b, b + run) });
      [b, t, m] = [b + run, t + run, m + run];
      continue;
    }
    let anchor = b;
    while (anchor < base.length && (inTheirs[anchor] === undefined || inMine[anchor] === undefined))
      anchor += 1;
    const [nextT, nextM] = [inTheirs[anchor] ?? theirs.length, inMine[anchor] ?? mine.length];
    parts.push(settle(base.slice(b, anchor), theirs.slice(t, nextT), mine.slice(m, nextM)));
    [b, t, m] = [anchor, nextT, nextM];
  }
  return parts;
}

function settle<T>(base: T[], theirs: T[], mine: T[]): Part<T> {
  if (isSame(base, theirs) || isSame(theirs, mine)) return { same: mine };
  if (isSame(base, mine)) return { same: theirs };
  return { base, theirs, mine };
}

function isSame<T>(one: T[], other: T[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}

/** For each place in the base, where the same stands in the other; undefined where it was taken away. */
function matches<T>(base: T[], other: T[]): (number | undefined)[] {
  const found: (number | undefined)[] = new Array(base.length).fill(undefined);
  const changes = diffArrays(base, other, { timeout: patienceMs }) ?? [];
  let [b, o] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) found[b + step] = o + step;
    if (!added) b += count;
    if (!removed) o += count;
  }
  return found;
}

/** The words of both, where they changed different ones; undefined where they changed the same. */
function mergeWords(base: string, theirs: string, mine: string): string | undefined {
  if (!base.trim()) return undefined;
  const parts = mergeParts(wordsOf(base), wordsOf(theirs), wordsOf(mine));
  const words: string[] = [];
  for (const part of parts) {
    if (!("same" in part)) return undefined;
    words.push(...part.same);
  }
  return words.join("");
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s|[^\s\p{L}\p{N}_]/gu) ?? [];
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
