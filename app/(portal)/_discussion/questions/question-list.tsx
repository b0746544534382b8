import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { discussedHref } from "@/lib/discussion/discussed-href";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import type { QuestionLine } from "@/lib/discussion/queries";
import { isOwed } from "@/lib/discussion/ui-text";
import { QuestionItem } from "./question-item";
import { ShowLinks } from "./show-links";

interface Props {
  on: DiscussedNumber;
  /** The newest revision of the proposal; absent of a ticket. */
  revision?: number;
  questions: readonly QuestionLine[];
  onlyOpen: boolean;
  signedIn: boolean;
  kept?: string | string[];
}

/** The ledger: every question with its state and who owes what, or those that wait for an answer. */
export function QuestionList({ on, revision, questions, onlyOpen, signedIn, kept }: Props) {
  const back = `${discussedHref(on)}/questions`;
  const owed = questions.filter(isOwed);
  const shown = onlyOpen ? owed : questions;
  return (
    <Section
      title="Questions"
      id="questions"
      aside={<ShowLinks path={back} all={questions.length} open={owed.length} onlyOpen={onlyOpen} />}
    >
      {questions.length === 0 && (
        <EmptyState title="No question has been asked yet.">
          <p>
            A question is asked of a person, a body or a role, who then owes the answer until it is given or
            taken back.
          </p>
        </EmptyState>
      )}
      {questions.length > 0 && shown.length === 0 && <p>Every question has its answer.</p>}
      <ol className="qs" data-list>
        {shown.map((question) => (
          <QuestionItem key={question.id} {...{ on, revision, question, signedIn, kept }} />
        ))}
      </ol>
      {!signedIn && (
        <p>
          <a href={`/sign-in?back=${encodeURIComponent(back)}`}>Sign in</a> to ask or to answer.
        </p>
      )}
    </Section>
  );
}
