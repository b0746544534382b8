/** How a relation reads from the proposal that it was written on, and from the other one. */
export const relationWords = {
  replaces: { from: "Replaces", to: "Replaced by" },
  depends_on: { from: "Depends on", to: "Needed by" },
  relates_to: { from: "Related to", to: "Related to" },
  duplicates: { from: "Duplicates", to: "Duplicated by" },
} as const;

export type RelationKind = keyof typeof relationWords;
export type RelationEnd = "from" | "to";

export const relationHints: Readonly<Record<RelationKind, string>> = {
  replaces: "this one is read and decided instead of it",
  depends_on: "this one needs the other to come true",
  relates_to: "worth reading together",
  duplicates: "it asks for the same",
};

/** What a reader should know before they read on; undefined where the relation says nothing of the kind. */
export function insteadText(kind: RelationKind, end: RelationEnd): string | undefined {
  if (kind === "replaces" && end === "to") return "Replaced by";
  if (kind === "duplicates" && end === "from") return "This asks for the same as";
  return undefined;
}
