import { isOwnerless } from "./action-line";
import { type ItemRecord, itemsHeld, type MinutesRecord } from "./minutes-record";

/** What the officers are asked to confirm before the minutes are published (DOMAIN 9, scenario 10). */
export function warningsOf(record: MinutesRecord, openComments = 0): string[] {
  return [...recordWarnings(record), ...commentWarnings(openComments)];
}

function commentWarnings(open: number): string[] {
  if (open === 0) return [];
  return [
    open === 1
      ? "A comment on the draft is not resolved."
      : `${open} comments on the draft are not resolved.`,
  ];
}

function recordWarnings(record: MinutesRecord): string[] {
  return itemsHeld(record).flatMap((item) => [
    ...item.lines
      .filter(isOwnerless)
      .map((line) => `Nobody owns the ACTION “${beginning(line.text)}” under “${item.title}”.`),
    ...(hasOutcome(item) ? [] : [`“${item.title}” ends without an outcome.`]),
  ]);
}

/** Something that a reader can hold the meeting to, or at least was told. */
function hasOutcome(item: ItemRecord): boolean {
  const voted = item.motions.some((motion) => motion.result !== null);
  const settled = item.decision !== null || item.approves !== null || voted;
  return settled || item.lines.some((line) => outcomeKinds.has(line.kind));
}

const outcomeKinds: ReadonlySet<string> = new Set(["agreed", "action", "vote", "info"]);

function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
