import type { RoleProgress } from "./debt-queries";
import type { QuestionStatus } from "./machine";

export const questionLabels: Readonly<Record<QuestionStatus, string>> = {
  open: "Open",
  answered: "Answered",
  withdrawn: "Withdrawn",
  unanswered: "Left unanswered",
};

/** The hue and shape of a state (UI.md, "Material"). */
export const questionStages: Readonly<Record<QuestionStatus, "discussion" | "done" | "stopped" | "board">> = {
  open: "discussion",
  answered: "done",
  withdrawn: "stopped",
  unanswered: "board",
};

/** How the split accounted for a question: by a ticket, an answer, or a reason to drop it. */
export interface Settled {
  disposition: "ticketed" | "answered" | "dropped";
  text: string;
  ticket: number | null;
}

/** Whether somebody still has to answer it. */
export function isOwed({ status, settled }: Pick<Owed, "status" | "settled">): boolean {
  return (status === "open" || status === "unanswered") && !settled;
}

/** What words about a debt are made of. */
export interface Owed {
  status: QuestionStatus;
  of: { name: string; kind?: string };
  askedBy: { name: string };
  answeredBy?: { name: string } | null;
  answers?: number;
  progress?: RoleProgress | null;
  acceptedAt?: string | null;
  settled?: Settled | null;
}

/** Who has to do what now, in words: "Ada owes the answer". */
export function owesText(question: Owed): string {
  const { status, of, askedBy, settled, progress } = question;
  if (settled && status !== "answered") return settledText(settled);
  const owes = `${capital(of.name)} ${isMany(of) ? "owe" : "owes"}`;
  const far = progress ? ` ${progressText(progress)}` : "";
  if (status === "open") return `${owes} ${askedBy.name} the answer.${far}`;
  if (status === "unanswered") {
    return `The meeting left it unanswered; ${isMany(of) ? `${of.name} still owe` : `${of.name} still owes`} the answer.${far}`;
  }
  if (status === "withdrawn") return "Taken back; nobody owes anything.";
  return `${answeredText(question)}${question.acceptedAt ? ` Accepted by ${askedBy.name}.` : ""}`;
}

/** How far a role has come: "3 of 7 answered; waiting for Ada, Bo and 2 others." */
export function progressText({ holders, askerHolds, answered, waiting }: RoleProgress): string {
  if (holders === 0) return askerHolds ? "Nobody else holds this role now." : "Nobody holds this role now.";
  const others = holders - answered - waiting.length;
  const names = others > 0 ? [...waiting, others === 1 ? "1 other" : `${others} others`] : waiting;
  const rest = names.length > 0 ? `; waiting for ${inWords(names)}` : "";
  return `${answered} of ${holders} answered${rest}.`;
}

function answeredText({ answeredBy, answers = 1 }: Owed): string {
  if (!answeredBy) return "Answered.";
  if (answers <= 1) return `Answered by ${answeredBy.name}.`;
  return `Answered by ${answeredBy.name} and ${answers === 2 ? "1 other" : `${answers - 1} others`}.`;
}

/** "the SIG leaders" owe; "the chair" and a body owe as one. */
function isMany({ kind, name }: Owed["of"]): boolean {
  return kind === "role" && name.endsWith("s");
}

/** "The directors", where a sentence or a line begins with them. */
export function capital(name: string): string {
  return name.startsWith("the ") ? `T${name.slice(1)}` : name;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

function inWords(names: readonly string[]): string {
  return list.format(names);
}

function settledText({ disposition, text, ticket }: Settled): string {
  if (disposition === "ticketed") return `The split made it ticket T-${ticket}.`;
  return disposition === "answered" ? `Answered in the split: “${text}”` : `Dropped in the split: “${text}”`;
}
