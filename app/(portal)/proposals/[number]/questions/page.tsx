import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { currentActor } from "@/lib/auth/reader";
import { mayJudgeCandidates } from "@/lib/discussion/policy";
import { listCandidates, listQuestions } from "@/lib/discussion/queries";
import { listPartyChoices } from "@/lib/people/queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { AskForm } from "../../../_discussion/questions/ask-form";
import { QuestionList } from "../../../_discussion/questions/question-list";
import { tellQuestions } from "../../../_discussion/questions/tell-questions";
import { Candidates } from "./_components/candidates";

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
  return (
    <ProposalFrame head={head} current="questions">
      <QuestionList
        on={{ proposal: head.number }}
        revision={head.revision}
        onlyOpen={show === "open"}
        {...{ questions, signedIn, kept }}
      />
      {candidates.length > 0 && (
        <Candidates proposal={head.number} candidates={candidates} owners={owners} kept={kept} />
      )}
      {asks && <AskForm on={{ proposal: head.number }} owners={owners} kept={kept} />}
    </ProposalFrame>
  );
}
