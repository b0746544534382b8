import { Disclosure } from "@/components/ui/disclosure";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { discussedHref } from "@/lib/discussion/discussed-href";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import type { AnswerLine, QuestionLine } from "@/lib/discussion/queries";
import { CommentLink } from "./comment-link";

interface Props {
  on: DiscussedNumber;
  question: QuestionLine;
}

/** What was answered, by whom: each answer with the comment or the revision that holds it. */
export function Answers({ on, question: { given, setAside, answers } }: Props) {
  return (
    <>
      {given.map((answer) => (
        <blockquote className="answer" key={`${answer.by.handle} ${answer.at}`}>
          {answer.html && <Prose html={answer.html} />}
          {answer.revision !== null && (
            <p>
              <RevisionLink on={on} revision={answer.revision} /> answers it.
            </p>
          )}
          <p className="meta">
            <AnswerSource on={on} answer={answer} />
          </p>
        </blockquote>
      ))}
      {answers > given.length && (
        <p className="meta">{answers - given.length} more answers stand in the discussion.</p>
      )}
      {setAside.length > 0 && (
        <Disclosure
          summary={setAside.length === 1 ? "1 earlier answer" : `${setAside.length} earlier answers`}
        >
          <p>Given before the question was opened again; they do not count any more.</p>
          <ul>
            {setAside.map((answer) => (
              <li key={`${answer.by.handle} ${answer.at}`}>
                <AnswerSource on={on} answer={answer} />
                {answer.revision !== null && (
                  <>
                    {": "}
                    <RevisionLink on={on} revision={answer.revision} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function AnswerSource({ on, answer }: { on: DiscussedNumber; answer: AnswerLine }) {
  return (
    <>
      <a href={`/people/${answer.by.handle}`}>{answer.by.name}</a>,{" "}
      <CommentLink on={on} id={answer.commentId}>
        <Time at={answer.at} />
      </CommentLink>
    </>
  );
}

function RevisionLink({ on, revision }: { on: DiscussedNumber; revision: number }) {
  return <a href={`${discussedHref(on)}/revisions/${revision}`}>Revision {revision}</a>;
}
