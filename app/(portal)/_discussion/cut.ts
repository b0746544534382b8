import type { TimelineCut } from "@/lib/discussion/timeline-queries";

export type Search = Record<string, string | string[] | undefined>;

/** Which part of a discussion an address asks for. */
export function cutOf(search: Search): TimelineCut {
  const [before, comment, quote] = [search.before, search.comment ?? search.react, search.quote].map(idIn);
  const anchor = comment ?? (before === undefined ? quote : undefined);
  return {
    ...(before !== undefined && { before }),
    ...(anchor !== undefined && { anchor }),
    ...(quote !== undefined && { quote }),
    ...(search.part === "first" && { first: true }),
  };
}

/** A number in an address; undefined where there is none. */
export function idIn(text: string | string[] | undefined): number | undefined {
  const value = typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= 2_147_483_647 ? value : undefined;
}

/** Handles from the address, to be looked for in the comment that was posted. */
export function namesIn(text: string | string[] | undefined): string[] {
  if (typeof text !== "string") return [];
  return text
    .split(",")
    .filter((name) => /^[a-z0-9][\w.-]{0,63}$/i.test(name))
    .slice(0, 5);
}
