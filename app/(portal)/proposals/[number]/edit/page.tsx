import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ProposalForm, type SavedProposal } from "@/components/proposals/proposal-form";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listOwnerChoices, listSigs } from "@/lib/people/queries";
import { mayRevise } from "@/lib/proposals/policy";
import {
  findProposalHead,
  findProposalText,
  type ProposalHead,
  type ProposalText,
} from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { reviseProposalAction } from "../../actions";

export const metadata: Metadata = { title: "Edit a proposal" };

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export default async function EditProposalPage({ params, searchParams }: Props) {
  const [actor, { number }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  if (actor.kind !== "person") redirect(`/sign-in?back=/proposals/${head.number}/edit`);
  const may = mayRevise(actor, head.facts);
  const [text, sigs, owners, state] = await Promise.all([
    findProposalText(head),
    listSigs(),
    listOwnerChoices(),
    stateFromKept(kept, "revise-proposal"),
  ]);
  return (
    <article className="page measure">
      <PageHead
        title={head.facts.status === "draft" ? "Edit your draft" : "Revise the proposal"}
        number={head.number}
      />
      {may.ok ? (
        <ProposalForm
          action={reviseProposalAction}
          submissionKey={newSubmissionKey()}
          state={state}
          sigs={sigs}
          owners={owners}
          mayBeExecutive={false}
          saved={savedOf(head, text)}
        />
      ) : (
        <Note tone="warn">{may.refusal.message}</Note>
      )}
    </article>
  );
}

function savedOf(head: ProposalHead, text: ProposalText): SavedProposal {
  return {
    number: head.number,
    version: head.version,
    published: head.facts.status !== "draft",
    title: head.title,
    summary: head.summary,
    sig: head.sig?.handle ?? "",
    sections: text.sections,
    asks: text.asks.map(({ owner, ...ask }) => ({
      ...ask,
      owner: owner ? `${owner.kind === "person" ? "@" : ""}${owner.handle}` : "",
    })),
  };
}
