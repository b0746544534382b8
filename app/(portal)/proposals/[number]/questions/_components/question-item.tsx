import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import type { QuestionLine } from "@/lib/discussion/queries";
import { owesText, questionLabels, questionStages } from "@/lib/discussion/ui-text";
import { QuestionMoves } from "./question-moves";

interface Props {
  proposal: number;
  question: QuestionLine;
  kept?: string | string[];
}

/** One question: what is asked, who owes what, the answer, and what this reader may do about it. */
export function QuestionItem({ proposal, question, kept }: Props) {
  return (
    <li className={`ask ${question.status}`} id={`question-${question.number}`}>
      <p className="q-head">
        <span className="no">Question {question.number}</span>{" "}
        <Badge stage={questionStages[question.status]}>{questionLabels[question.status]}</Badge>
      </p>
      <h3 className="q-text" dir="auto">
        {question.text}
      </h3>
      <p className="meta">
        <a href={`/people/${question.askedBy.handle}`}>{question.askedBy.name}</a> asked{" "}
        <Asked question={question} />{" "}
        <CommentLink proposal={proposal} id={question.commentId}>
          <Time at={question.at} />
        </CommentLink>
      </p>
      {!question.answer && <p className="q-owes">{owesText(question)}</p>}
      {question.answer && (
        <blockquote className="answer">
          <Prose html={question.answer.html} />
          <p className="meta">
            {question.answeredBy?.name},{" "}
            <CommentLink proposal={proposal} id={question.answer.commentId}>
              <Time at={question.answer.at} />
            </CommentLink>
          </p>
        </blockquote>
      )}
      <QuestionMoves proposal={proposal} question={question} kept={kept} />
    </li>
  );
}

function Asked({ question: { of } }: { question: QuestionLine }) {
  return of.kind === "person" ? <a href={`/people/${of.handle}`}>{of.name}</a> : of.name;
}

function CommentLink({
  proposal,
  id,
  children,
}: {
  proposal: number;
  id: number | null;
  children: ReactNode;
}) {
  if (id === null) return <>{children}</>;
  return <a href={`/proposals/${proposal}?comment=${id}#comment-${id}`}>{children}</a>;
}
