import type { LineKind } from "./action-line";

/** A line as it was typed, read: what kind it is, and of an ACTION who does it and by when. */
export interface ReadLine {
  kind: LineKind;
  text: string;
  /** "@ada" as it was typed; a person's or a body's handle. Empty where nobody is named. */
  owner: string;
  /** YYYY-MM-DD, or empty. */
  dueOn: string;
}

export interface FoundDate {
  /** Where the words stand in the text, and which they are. */
  index: number;
  words: string;
  date: string;
}

/** Finds a date in words, such as "next Wednesday"; from outside, for it is large and only an ACTION needs it. */
export type DateFinder = (text: string) => FoundDate | null;

/** What begins a line, the shortest first in each row; the first is what the help shows. */
export const lineMarks: readonly { kind: LineKind; marks: readonly string[] }[] = [
  { kind: "question", marks: ["?", "question:"] },
  { kind: "agreed", marks: ["!", "agreed:", "agreed "] },
  { kind: "action", marks: [">", "action:", "action "] },
  { kind: "motion", marks: ["m:", "motion:"] },
  { kind: "info", marks: ["i:", "info:"] },
  { kind: "answer", marks: ["a:", "answer:"] },
  { kind: "vote", marks: ["v:", "vote:"] },
];

/**
 * Reads a line of the record as it is typed. A backslash before a mark keeps it as text. The words AGREED and ACTION
 * count without a colon only in capitals, as the community writes them.
 */
export function readLine(typed: string, findDate: DateFinder): ReadLine {
  const text = typed.trim();
  if (text.startsWith("\\")) return { kind: "note", text: text.slice(1).trim(), owner: "", dueOn: "" };
  const found = markOf(text);
  if (!found) return { kind: "note", text, owner: "", dueOn: "" };
  const rest = text.slice(found.mark.length).trim();
  if (found.kind !== "action") return { kind: found.kind, text: rest, owner: "", dueOn: "" };
  return { kind: "action", ...readAction(rest, findDate) };
}

function markOf(text: string): { kind: LineKind; mark: string } | undefined {
  const lower = text.toLowerCase();
  for (const { kind, marks } of lineMarks) {
    const mark = marks.find(
      (each) => lower.startsWith(each) && (!each.endsWith(" ") || isCapital(text, each)),
    );
    if (mark) return { kind, mark };
  }
  return undefined;
}

function isCapital(text: string, mark: string): boolean {
  return text.slice(0, mark.length) === mark.toUpperCase();
}

const mention = /(^|\s)@([a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])(?=[\s,:;.!?]|$)[,:]?/i;

/** The first person named does it; a date counts at either end of the text, and leaves it. */
function readAction(said: string, findDate: DateFinder): Omit<ReadLine, "kind"> {
  const who = mention.exec(said);
  const text = (who ? `${said.slice(0, who.index)} ${said.slice(who.index + who[0].length)}` : said)
    .replace(/\s+/g, " ")
    .replace(/^[\s,:;]+/, "")
    .trim();
  const due = findDate(text);
  return {
    owner: who ? `@${who[2]}` : "",
    dueOn: due?.date ?? "",
    text: due ? withoutDate(text, due) : text,
  };
}

const dueWord = /(?:[\s,;(]*\b(?:due|by|until|till|before|on)\b:?)?[\s,;(]*$/i;

function withoutDate(text: string, { index, words }: FoundDate): string {
  const before = text.slice(0, index);
  const after = text.slice(index + words.length);
  const isLast = /^[\s.,;)]*$/.test(after);
  const isFirst = dueWord.exec(before)?.index === 0;
  const rest = isLast ? before.replace(dueWord, "") : isFirst ? after.replace(/^[\s,:;.)-]+/, "") : text;
  return rest.trim() || text;
}

interface Stored {
  kind: LineKind;
  text: string;
  /** "@ada" or "infra"; empty where nobody is named. */
  owner: string;
  dueOn: string | null;
}

/** How a line is typed that reads so: `readLine` gives back what went in. */
export function typedOf({ kind, text, owner, dueOn }: Stored): string {
  if (kind === "note") return markOf(text) || text.startsWith("\\") ? `\\${text}` : text;
  const mark = lineMarks.find((each) => each.kind === kind)?.marks[0] ?? "";
  if (kind !== "action") return `${mark} ${text}`;
  const who = owner && `@${owner.replace(/^@/, "")} `;
  return `${mark} ${who}${text}${dueOn ? ` by ${dueOn}` : ""}`;
}
