import type { Fact, Say } from "./history";

const material: Say = (fact) => `material ${fact("number")}, “${fact("title")}”`;
const preread: Say = (fact, row) => (fact("number") ? material(fact, row) : "the text");

/** Concerns, materials, who stands behind a proposal, and how proposals stand to each other. */
export const supportSentences: Readonly<Record<string, Say>> = {
  "concern.opened": (fact) =>
    `raised concern ${fact("number")} for ${fact("of")} to resolve: ${quoted(fact("text"))}`,
  "concern.addressed": (fact) => `said what was done about concern ${fact("number")}`,
  "concern.resolved": (fact) => `resolved concern ${fact("number")}`,
  "concern.settled": (fact) =>
    `resolved concern ${fact("number")} in place of its opener, who has left the board`,
  "concern.reopened": (fact) => `said that concern ${fact("number")} still stands`,
  "concern.withdrawn": (fact) => `took concern ${fact("number")} back`,

  "material.added": (fact, row) => `added ${material(fact, row)}`,
  "material.repinned": (fact, row) => `said that ${material(fact, row)} is for revision ${fact("revision")}`,
  "material.changed": (fact, row) => `said that ${material(fact, row)} has changed since it was pinned`,
  "material.removed": (fact, row) => `removed ${material(fact, row)}`,
  "preread.marked": (fact, row) => `read ${preread(fact, row)} at revision ${fact("revision")}`,
  "preread.unmarked": (fact, row) => `took back having read ${preread(fact, row)}`,

  "endorsement.asked": (fact) => `asked ${fact("person")} to ${standBehind(fact)} it`,
  "endorsement.offered": (fact) => `offered to ${standBehind(fact)} it`,
  "endorsement.confirmed": (fact) =>
    `${fact("part") === "sponsor" ? "sponsors" : "endorses"} revision ${fact("revision")} of it`,
  "endorsement.declined": (fact) => `declined to ${standBehind(fact)} it`,
  "endorsement.taken_back": (fact) => `took back the request to ${fact("person")} to ${standBehind(fact)} it`,
  "endorsement.stepped_back": (fact) =>
    fact("part") === "sponsor" ? "stepped back as its sponsor" : "does not endorse it any more",
  "relation.added": (fact) => `wrote down that it ${related(fact)}`,
  "relation.removed": (fact) => `took back that it ${related(fact)}`,
};

function standBehind(fact: Fact): string {
  return fact("part") === "sponsor" ? "sponsor" : "endorse";
}

/** The other proposal has no number here where not everybody may know of it. */
function related(fact: Fact): string {
  const other = fact("other") ? `#${fact("other")}` : "another proposal";
  return `${fact("kind").replaceAll("_", " ")} ${other}`;
}

function quoted(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : `“${text}”`;
}
