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

/** Who has to do what now, in words: "Ada owes the answer". */
export function owesText(question: {
  status: QuestionStatus;
  of: { name: string };
  askedBy: { name: string };
  answeredBy?: { name: string } | null;
  settled?: Settled | null;
}): string {
  if (question.settled && question.status !== "answered") return settledText(question.settled);
  if (question.status === "open") return `${question.of.name} owes ${question.askedBy.name} the answer.`;
  if (question.status === "unanswered") {
    return `The meeting left it unanswered; ${question.of.name} still owes the answer.`;
  }
  if (question.status === "withdrawn") return "Taken back; nobody owes anything.";
  return question.answeredBy ? `Answered by ${question.answeredBy.name}.` : "Answered.";
}

function settledText({ disposition, text, ticket }: Settled): string {
  if (disposition === "ticketed") return `The split made it ticket T-${ticket}.`;
  return disposition === "answered" ? `Answered in the split: “${text}”` : `Dropped in the split: “${text}”`;
}
