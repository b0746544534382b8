import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProposalForm } from "@/components/proposals/proposal-form";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listOwnerChoices, listSigs } from "@/lib/people/queries";
import { readsExecutive } from "@/lib/workflow/actor";
import { createProposalAction } from "../actions";

export const metadata: Metadata = { title: "Write a proposal" };

export default async function NewProposalPage({
  searchParams,
}: {
  searchParams: Promise<{ kept?: string | string[] }>;
}) {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?back=/proposals/new");
  const { kept } = await searchParams;
  const [sigs, owners, state] = await Promise.all([
    listSigs(),
    listOwnerChoices(),
    stateFromKept(kept, "new-proposal"),
  ]);
  return (
    <article className="page measure">
      <PageHead title="Write a proposal" lead="It stays a draft that only you see until you publish it." />
      <ProposalForm
        action={createProposalAction}
        submissionKey={newSubmissionKey()}
        state={state}
        sigs={sigs}
        owners={owners}
        mayBeExecutive={readsExecutive(actor)}
      />
    </article>
  );
}
