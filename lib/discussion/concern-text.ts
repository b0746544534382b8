import type { ConcernStatus } from "./concern-machine";

export const concernLabels: Readonly<Record<ConcernStatus, string>> = {
  open: "Open",
  addressed: "Addressed",
  resolved: "Resolved",
  withdrawn: "Taken back",
};

/** The hue and shape of a state (UI.md, "Material"). */
export const concernStages: Readonly<Record<ConcernStatus, "stopped" | "board" | "done" | "neutral">> = {
  open: "stopped",
  addressed: "board",
  resolved: "done",
  withdrawn: "neutral",
};

/** Who has to do what now, in words; undefined once nobody has to. */
export function waitsText(concern: {
  status: ConcernStatus;
  opener: { name: string };
  resolver: { name: string };
}): string | undefined {
  const { status, opener, resolver } = concern;
  if (status === "open") return `It stands in the way of approval. ${resolver.name} is to resolve it.`;
  if (status === "addressed") {
    return `It stands in the way of approval until ${opener.name} says whether this resolves it.`;
  }
  return undefined;
}

/** A concern that nobody resolved or took back, as far as a decision has to name it. */
export interface StandingConcern {
  number: number;
  opener: string;
  text: string;
}

/** Why the board cannot approve yet; undefined where no concern stands (DOMAIN 3). */
export function whatStands(concerns: readonly StandingConcern[]): string | undefined {
  const [first, ...more] = concerns;
  if (!first) return undefined;
  const others = more.map(({ number, opener }) => `concern ${number} of ${opener}`).join(", ");
  const also = others && ` So does ${others}.`;
  return `Concern ${first.number} of ${first.opener} stands: “${shortened(first.text)}”.${also} Approval has to wait until it is resolved or taken back.`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().replace(/[.!]$/, "");
  return line.length <= 160 ? line : `${line.slice(0, 159).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
