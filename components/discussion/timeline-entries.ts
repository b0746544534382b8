import type { TimelineEntry } from "@/components/workflow/timeline";
import type { AskedQuestion } from "@/lib/discussion/queries";
import type { TalkComment, TimelinePart } from "@/lib/discussion/talk-queries";
import { owesText, questionLabels } from "@/lib/discussion/ui-text";

/** What the timeline shows of a part: each comment with the question that it asks, each event as its sentence. */
export function timelineEntries(number: number, entries: TimelinePart["entries"]): TimelineEntry[] {
  return entries.map((entry) => {
    if (entry.kind === "comment") return commentEntry(number, entry);
    const { kind, id, at, who, sentence, why } = entry;
    return { kind, id, at, sentence: `${who} ${sentence}`, ...(why && { why }) };
  });
}

function commentEntry(number: number, comment: TalkComment): TimelineEntry {
  const [question, ...more] = comment.asked;
  const { kind, id, at, author, html, editedAt } = comment;
  const links = [
    ...more.map((each) => ({
      href: questionHref(number, each.number),
      label: `Also asks question ${each.number}`,
    })),
    ...comment.answered.map((each) => ({
      href: questionHref(number, each),
      label: `Answers question ${each}`,
    })),
    ...(comment.mayEdit ? [{ href: `/proposals/${number}/comments/${id}`, label: "Edit" }] : []),
  ];
  return {
    ...{ kind, id, at, author, html, editedAt },
    anchor: `comment-${id}`,
    ...(question && { question: questionMark(number, question) }),
    links,
  };
}

function questionMark(number: number, question: AskedQuestion) {
  return {
    number: question.number,
    state: question.status,
    stateLabel: questionLabels[question.status],
    owes: owesText(question),
    href: questionHref(number, question.number),
  };
}

export function questionHref(proposal: number, question: number): string {
  return `/proposals/${proposal}/questions#question-${question}`;
}
