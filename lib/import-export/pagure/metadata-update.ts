import type { Fact, MetadataChange } from "../import-plan";

export interface MetadataUpdate {
  /** The username in the note's first line; null where the note does not begin like one of Pagure's. */
  by: string | null;
  changes: MetadataChange[];
}

const HEADER = /^\*\*Metadata Update from @(\S+?)\*\*:$/;

/** Reads a note that Pagure wrote about who changed what. Each line but the first becomes one change. */
export function parseMetadataUpdate(note: string): MetadataUpdate {
  const lines = note.split(/\r?\n/).filter((line) => line.trim() !== "");
  const by = HEADER.exec(lines[0]?.trim() ?? "")?.[1] ?? null;
  return { by, changes: (by === null ? lines : lines.slice(1)).map(changeOf) };
}

function changeOf(text: string): MetadataChange {
  const said = text.trim().replace(/^- /, "");
  for (const [pattern, read] of SENTENCES) {
    const match = pattern.exec(said);
    if (match) return { text, ...read(match[1] ?? "", match[2] ?? "") };
  }
  return { text, kind: "other" };
}

/** Pagure's sentences (docs/pagure-format.md). What fits none of them is kept as `other`. */
const SENTENCES: [RegExp, (first: string, second: string) => Fact][] = [
  [/^Issue status updated to: (.+)$/, (rest) => ({ kind: "status", ...nowAndBefore(rest) })],
  [/^Issue close_status updated to: (.+)$/, (rest) => ({ kind: "close_status", ...orNone(rest) })],
  [/^Issue assigned to (.+)$/, (rest) => ({ kind: "assignee", ...orNone(rest) })],
  [
    /^Assignee reset(?: \((?:from|was:) (.+)\))?$/,
    (old) => ({ kind: "assignee", to: null, from: old || null }),
  ],
  [/^Issue set to the milestone: (.+)$/, (rest) => ({ kind: "milestone", ...orNone(rest) })],
  [/^Issue priority set to: (.+)$/, (rest) => ({ kind: "priority", ...orNone(rest) })],
  [/^Issue private status set to: (True|False)(?: \(was: (True|False)\))?$/, privacy],
  [
    /^Custom field (.+?) adjusted to (.*)$/,
    (name, rest) => ({ kind: "custom_field", name, ...nowAndBefore(rest) }),
  ],
  [
    /^Custom field (.+?) reset(?: \(from (.*)\))?$/,
    (name, old) => ({ kind: "custom_field", name, to: null, from: old || null }),
  ],
  [/^Issue tagged with: (.+)$/, (tags) => ({ kind: "tags", added: tags.split(/, */), removed: [] })],
  [
    /^Issue \*\*un\*\*tagged with: (.+)$/,
    (tags) => ({ kind: "tags", added: [], removed: tags.split(/, */) }),
  ],
  [
    /^Issue marked as depending on: (#[\d#, ]+)$/,
    (list) => ({ kind: "depends", added: numbersIn(list), removed: [] }),
  ],
  [
    /^Issue \*\*un\*\*marked as depending on: (#[\d#, ]+)$/,
    (list) => ({ kind: "depends", added: [], removed: numbersIn(list) }),
  ],
  [
    /^Issue marked as blocking: (#[\d#, ]+)$/,
    (list) => ({ kind: "blocks", added: numbersIn(list), removed: [] }),
  ],
  [
    /^Issue \*\*un\*\*marked as blocking: (#[\d#, ]+)$/,
    (list) => ({ kind: "blocks", added: [], removed: numbersIn(list) }),
  ],
];

/** `Closed (was: Open)`; a value may itself hold brackets, so the last "was" counts. */
function nowAndBefore(rest: string): { to: string; from: string | null } {
  const match = /^(.*) \(was: (.*)\)$/.exec(rest);
  return match ? { to: match[1] ?? "", from: match[2] ?? "" } : { to: rest, from: null };
}

function orNone(rest: string): { to: string | null; from: string | null } {
  const { to, from } = nowAndBefore(rest);
  return { to: to === "None" ? null : to, from: from === "None" ? null : from };
}

function privacy(to: string, from: string): Fact {
  return { kind: "private", to: to === "True", from: from === "" ? null : from === "True" };
}

function numbersIn(list: string): number[] {
  return [...list.matchAll(/#(\d{1,9})/g)].map((match) => Number(match[1]));
}
