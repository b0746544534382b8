import type { Prisma } from "../db/generated/client";
import { renderMarkdown } from "../discussion/markdown";
import { type OutlineKey, outlineParts } from "./ui-text";

/** One part of an item's outline, rendered and sanitized when it was written. */
export interface OutlinePart {
  markdown: string;
  html: string;
}

/** The four parts; a part that nobody wrote yet is missing. */
export type Outline = Partial<Record<OutlineKey, OutlinePart>>;

/** What is stored of the four parts as they were typed. */
export function outlineFrom(texts: Partial<Record<OutlineKey, string>>): Prisma.InputJsonObject {
  const parts = outlineParts.flatMap(({ key }) => {
    const markdown = texts[key]?.trim();
    return markdown ? [[key, { markdown, html: renderMarkdown(markdown) }] as const] : [];
  });
  return Object.fromEntries(parts);
}

/** Reads a stored outline. */
export function outlineOf(stored: unknown): Outline {
  return (stored ?? {}) as Outline; // written only by outlineFrom, and empty by the column's default
}
