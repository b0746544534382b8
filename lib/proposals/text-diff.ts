import { diffArrays } from "diff";

/** A piece of two texts: in both, in the later one only, or in the earlier one only. */
export interface Part {
  kind: "same" | "added" | "removed";
  text: string;
}

/** How much work a page may spend on finding differences, in steps of the algorithm; shared by all its texts. */
export interface Effort {
  steps: number;
}

/** About half a second on a slow machine: then texts are compared line by line, and at last as a whole. */
export const onePage = (): Effort => ({ steps: 3_000_000 });

/** More changed words than this, and a reader is better served by whole lines. */
const mostEdits = 1_500;

/**
 * What changed from one text to the other, word by word. Joining what is the same and added gives the later text,
 * what is the same and removed the earlier one, character by character. Where the texts have little in common, whole
 * lines are said to be changed, or all of it: the work is bounded, whatever was written.
 */
export function diffText(before: string, after: string, effort: Effort = onePage()): Part[] {
  if (before === after) return tidy([{ kind: "same", text: before }]);
  const words = diffTokens(wordsOf(before), wordsOf(after), effort);
  if (words) return tidy(words);
  const lines = diffTokens(linesOf(before), linesOf(after), effort);
  return tidy(lines ? refined(lines, effort) : replaced(before, after));
}

/**
 * Words with the marks over and under their letters, single signs of scripts that put no space between words, white
 * space, line ends, and everything else one sign at a time: an emoji of several parts stays one.
 */
const token =
  /\n|[^\S\n]+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]\p{M}*|[\p{L}\p{N}\p{Pc}][\p{L}\p{N}\p{M}\p{Pc}'’\u200c\u200d]*|\p{RI}{2}|.(?:[\p{M}\p{EMod}]|\u200d.)*/gsu;

function wordsOf(text: string): string[] {
  return text.match(token) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Undefined where the two have too little in common for the effort that is left. */
function diffTokens(before: string[], after: string[], effort: Effort): Part[] | undefined {
  const { start, end } = commonEnds(before, after);
  const [old, recent] = [before, after].map((tokens) => tokens.slice(start, tokens.length - end));
  const most = Math.min(mostEdits, Math.floor(Math.sqrt(2 * effort.steps)));
  const found = diffArrays(old ?? [], recent ?? [], { maxEditLength: most });
  const edits = found
    ? found.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
    : most;
  effort.steps -= Math.ceil(edits ** 2 / 2);
  if (!found) return undefined;
  return [
    { kind: "same", text: before.slice(0, start).join("") },
    ...found.map(({ added, removed, value }) => ({ kind: kindOf(added, removed), text: value.join("") })),
    { kind: "same", text: before.slice(before.length - end).join("") },
  ];
}

function kindOf(added: boolean, removed: boolean): Part["kind"] {
  if (added) return "added";
  return removed ? "removed" : "same";
}

/** How many tokens both begin with, and how many of the others both end with. */
function commonEnds(before: string[], after: string[]): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

/** Lines that took the place of others are compared word by word, while there is effort left. */
function refined(lines: Part[], effort: Effort): Part[] {
  return pairs(tidy(lines)).flatMap(({ removed, added, same }) => {
    if (!removed || !added) return [...replaced(removed, added), { kind: "same" as const, text: same }];
    const words = diffTokens(wordsOf(removed), wordsOf(added), effort);
    return [...(words ?? replaced(removed, added)), { kind: "same" as const, text: same }];
  });
}

function replaced(before: string, after: string): Part[] {
  return [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
}

interface Pair {
  removed: string;
  added: string;
  /** What follows unchanged. */
  same: string;
}

/**
 * Parts as people read them: no empty ones, what was removed before what took its place, and words that changed one
 * after the other as one change, with the spaces between them.
 */
function tidy(parts: Part[]): Part[] {
  return pairs(parts).flatMap(({ removed, added, same }) =>
    [...replaced(removed, added), { kind: "same" as const, text: same }].filter(({ text }) => text !== ""),
  );
}

function pairs(parts: Part[]): Pair[] {
  const found: Pair[] = [{ removed: "", added: "", same: "" }];
  for (const { kind, text } of parts.filter((part) => part.text !== "")) {
    const last = found.at(-1) ?? { removed: "", added: "", same: "" };
    if (kind === "same") last.same += text;
    else if (last.same === "") last[kind] += text;
    else if (joins(last)) swallow(last)[kind] += text;
    else found.push({ removed: "", added: "", same: "", [kind]: text });
  }
  return found;
}

/** Between two words that were both replaced, a space is no place to stop. */
function joins({ removed, added, same }: Pair): boolean {
  return removed !== "" && added !== "" && /^[^\S\n]+$/.test(same);
}

function swallow(pair: Pair): Pair {
  pair.removed += pair.same;
  pair.added += pair.same;
  pair.same = "";
  return pair;
}
