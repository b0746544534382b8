import { excerpt } from "./plain-text";

/** What a text asks first, in one sentence; where no sentence ends in a question mark, how it begins. */
export function questionIn(markdown: string): string {
  const sentences = excerpt(markdown, 4_000).split(/(?<=[.!?])\s+/);
  const asked = sentences.find((sentence) => sentence.endsWith("?"));
  return asked && asked.length >= 3 && asked.length <= 1_000 ? asked : excerpt(markdown, 300);
}
