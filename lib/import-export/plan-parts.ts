import { excerpt, firstParagraph } from "../discussion/plain-text";
import type { PlannedQuestion } from "./import-plan";
import { sentencesThatAsk } from "./sentences-that-ask";

// What a plan holds, whichever tracker a thread comes from.

const MAX_SUMMARY_LENGTH = 500;

/** The first paragraph that says something: "Dear board," alone does not. */
export function summaryOf(content: string): string {
  const said = content.replace(/^\s*(dear|hello|hi|hey)\b[^\n]{0,60}\n\s*\n/i, "");
  return firstParagraph(said, MAX_SUMMARY_LENGTH) || excerpt(content, MAX_SUMMARY_LENGTH);
}

/** The sentences that ask something: of title and text each once, and of every comment. */
export function questionsIn(
  { title, content }: { title: string; content: string },
  comments: readonly { id: number; text: string }[],
): PlannedQuestion[] {
  const opening = new Set([...sentencesThatAsk(title), ...sentencesThatAsk(content)]);
  return [
    ...[...opening].map((sentence) => ({ sourceCommentId: null, sentence })),
    ...comments.flatMap(({ id, text }) =>
      sentencesThatAsk(text).map((sentence) => ({ sourceCommentId: id, sentence })),
    ),
  ];
}
