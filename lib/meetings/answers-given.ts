import type { LineKind } from "./action-line";

export interface SaidLine {
  id: number;
  kind: LineKind;
  text: string;
  struck: boolean;
}

/** What was answered in the meeting: to each question line the answers that follow it, until the next question. */
export function answersGiven(lines: readonly SaidLine[]): Map<number, string> {
  const answers = new Map<number, string>();
  let question: number | undefined;
  for (const { id, kind, text, struck } of lines) {
    if (struck) continue;
    if (kind === "question") question = id;
    if (kind !== "answer" || question === undefined) continue;
    const earlier = answers.get(question);
    answers.set(question, earlier ? `${earlier}\n\n${text}` : text);
  }
  return answers;
}
