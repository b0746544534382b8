import type { Owner } from "../people/queries";

export type LineKind = "note" | "question" | "answer" | "info" | "motion" | "vote" | "agreed" | "action";

/** The words of the community's minutes stay as they are: AGREED and ACTION are searched for (DOMAIN 3). */
export const lineLabels: Readonly<Record<LineKind, string>> = {
  note: "Note",
  question: "Question",
  answer: "Answer",
  info: "Info",
  motion: "Motion",
  vote: "Vote",
  agreed: "AGREED",
  action: "ACTION",
};

/** What stands before a line in the minutes; a note stands for itself. */
export const linePrefixes: Readonly<Record<LineKind, string>> = {
  note: "",
  question: "QUESTION: ",
  answer: "ANSWER: ",
  info: "INFO: ",
  motion: "MOTION: ",
  vote: "VOTE: ",
  agreed: "AGREED: ",
  action: "ACTION: ",
};

/** What binds somebody stands out, and is read aloud where lines are followed. */
export const loudKinds: ReadonlySet<LineKind> = new Set(["agreed", "action", "motion", "vote"]);

export interface ActionPart {
  kind: LineKind;
  owner: Pick<Owner, "kind" | "handle"> | null;
  dueOn: string | null;
}

/** Who does it and by when, before the text of an ACTION: "@ada, by 2021-10-01: ". */
export function actionHead(line: ActionPart): string {
  if (line.kind !== "action") return "";
  const who = line.owner ? `${line.owner.kind === "person" ? "@" : ""}${line.owner.handle}` : "nobody yet";
  return `${who}${line.dueOn ? `, by ${line.dueOn}` : ""}: `;
}

/** An ACTION that nobody owns is allowed while the meeting runs, and warned about before its minutes are published. */
export function isOwnerless(line: ActionPart): boolean {
  return line.kind === "action" && line.owner === null;
}

/** Only an ACTION has an owner and a due date; what is wrong with a line, by field. */
export function whatIsWrongWithLine(line: {
  kind: LineKind;
  owner: string;
  dueOn: string;
}): { path: string; message: string } | undefined {
  if (line.kind === "action") return undefined;
  if (line.owner)
    return { path: "owner", message: "Only an ACTION has an owner. Leave it empty, or choose ACTION." };
  if (line.dueOn)
    return { path: "dueOn", message: "Only an ACTION has a due date. Leave it empty, or choose ACTION." };
  return undefined;
}
