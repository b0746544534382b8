import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { mayJudgeCandidates } from "@/lib/discussion/policy";
import { listCandidates, listQuestions, type QuestionLine } from "@/lib/discussion/queries";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { isOwed } from "@/lib/discussion/ui-text";
import { listPartyChoices } from "@/lib/people/queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import type { Actor } from "@/lib/workflow/actor";
import { AskForm } from "./_components/ask-form";
import { Candidates } from "./_components/candidates";
import { QuestionItem } from "./_components/question-item";
import { ShowLinks } from "./_components/show-links";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Questions on #${readNumber((await params).number)}` };
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  const head = await findProposalHead(actor, readNumber((await params).number));
  if (!head) notFound();
  const signedIn = actor.kind === "person";
  const judges = mayJudgeCandidates(actor, head) && head.counts.candidates > 0;
  const asks = signedIn && head.status !== "draft";
  const [questions, candidates, owners, { kept, show }] = await Promise.all([
    listQuestions(actor, head.id).then((found) => tellQuestions(actor, found)),
    judges ? listCandidates(actor, head.id) : [],
    asks || judges ? listPartyChoices() : [],
    searchParams,
  ]);
  const back = `/proposals/${head.number}/questions`;
  const owed = questions.filter(isOwed);
  const shown = show === "open" ? owed : questions;
  return (
    <ProposalFrame head={head} current="questions">
      <Section
        title="Questions"
        id="questions"
        aside={<ShowLinks path={back} all={questions.length} open={owed.length} onlyOpen={show === "open"} />}
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
            <QuestionItem
              key={question.id}
              proposal={head.number}
              revision={head.revision}
              {...{ question, signedIn, kept }}
            />
          ))}
        </ol>
        {!signedIn && (
          <p>
            <a href={`/sign-in?back=${encodeURIComponent(back)}`}>Sign in</a> to ask or to answer.
          </p>
        )}
      </Section>
      {candidates.length > 0 && (
        <Candidates proposal={head.number} candidates={candidates} owners={owners} kept={kept} />
      )}
      {asks && <AskForm proposal={head.number} owners={owners} kept={kept} />}
    </ProposalFrame>
  );
}

/** The questions with the titles and states of what their answers refer to. */
async function tellQuestions(actor: Actor, questions: readonly QuestionLine[]): Promise<QuestionLine[]> {
  const told = await tellReferences(
    actor,
    questions.flatMap(({ given }) => given.map(({ html }) => html ?? "")),
  );
  let place = 0;
  return questions.map((question) => ({
    ...question,
    given: question.given.map((answer) => {
      const html = told[place++];
      return answer.html === null ? answer : { ...answer, html: html ?? answer.html };
    }),
  }));
}
