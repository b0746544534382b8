import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import type { QuestionLine } from "@/lib/discussion/queries";
import { owesText, questionLabels, questionStages } from "@/lib/discussion/ui-text";
import { Answers } from "./answers";
import { CommentLink } from "./comment-link";
import { QuestionMoves } from "./question-moves";

export interface QuestionProps {
  on: DiscussedNumber;
  /** The newest revision of the proposal; absent of a ticket. */
  revision?: number;
  question: QuestionLine;
  signedIn: boolean;
  kept?: string | string[];
}

/** One question: what is asked, who owes what, the answers, and what this reader may do about it. */
export function QuestionItem(props: QuestionProps) {
  const { on, question } = props;
  const isOwed = question.status !== "answered" || question.given.length === 0;
  return (
    <li className={`ask ${question.status}`} id={`question-${question.number}`}>
      <p className="q-head">
        <span className="no">Question {question.number}</span>{" "}
        <Badge stage={questionStages[question.status]}>
          {question.acceptedAt ? "Accepted" : questionLabels[question.status]}
        </Badge>
      </p>
      <h3 className="q-text" dir="auto">
        {question.text}
      </h3>
      <p className="meta">
        <a href={`/people/${question.askedBy.handle}`}>{question.askedBy.name}</a> asked{" "}
        <Asked question={question} />{" "}
        <CommentLink on={on} id={question.commentId}>
          <Time at={question.at} />
        </CommentLink>
      </p>
      {isOwed && <p className="q-owes">{owesText(question)}</p>}
      <Answers on={on} question={question} />
      {question.acceptedAt && (
        <p className="q-accepted">
          Accepted by {question.askedBy.name}, <Time at={question.acceptedAt} />
        </p>
      )}
      <QuestionMoves {...props} />
    </li>
  );
}

function Asked({ question: { of } }: { question: QuestionLine }) {
  return of.kind === "person" ? <a href={`/people/${of.handle}`}>{of.name}</a> : of.name;
}
