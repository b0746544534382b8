import type { TimelinePart } from "@/lib/discussion/talk-queries";

/** A part with other texts for its comments, in their order. */
export function withTexts(part: TimelinePart, texts: readonly string[]): TimelinePart {
  let place = 0;
  const entries = part.entries.map((entry) =>
    entry.kind === "comment" ? { ...entry, html: texts[place++] ?? entry.html } : entry,
  );
  return { ...part, entries };
}
