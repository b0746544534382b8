import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProposalForm } from "@/components/proposals/proposal-form";
import { Unfinished } from "@/components/proposals/writing/unfinished";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listPartyChoices, listSigs } from "@/lib/people/queries";
import { findWorkingCopy, listWorkingCopies } from "@/lib/proposals/working-copy-queries";
import { readRow, readWritingSearch, type WritingSearch } from "@/lib/proposals/working-copy-schema";
import { readsExecutive } from "@/lib/workflow/actor";
import { createProposalAction, discardWorkingCopyAction } from "../actions";

export const metadata: Metadata = { title: "Write a proposal" };

export default async function NewProposalPage({ searchParams }: { searchParams: Promise<WritingSearch> }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const asked = readWritingSearch(search);
  if (actor.kind !== "person") {
    const back = asked.copy ? `/proposals/new?copy=${asked.copy}` : "/proposals/new";
    redirect(`/sign-in?${new URLSearchParams({ back })}`);
  }
  const [sigs, owners, state, copies, own] = await Promise.all([
    listSigs(),
    listPartyChoices(),
    stateFromKept(search.kept, "new-proposal"),
    listWorkingCopies(actor, null),
    asked.copy ? findWorkingCopy(actor, asked.copy) : null,
  ]);
  const others = copies.filter(({ id }) => id !== own?.id && id !== state.values?.copy);
  return (
    <article className="page measure">
      <PageHead
        title="Write a proposal"
        lead="It stays a draft that only you see until you publish it. While you write, it saves itself."
      />
      <Unfinished
        copies={others}
        newKey={newSubmissionKey}
        action={discardWorkingCopyAction}
        zone={actor.timeZone}
      />
      <ProposalForm
        action={createProposalAction}
        submissionKey={newSubmissionKey()}
        state={state}
        sigs={sigs}
        owners={owners}
        mayBeExecutive={readsExecutive(actor)}
        person={actor.personId}
        values={own?.values ?? {}}
        copy={own ?? { id: newSubmissionKey(), copyVersion: 0 }}
        known={copies}
        focusRow={own ? readRow(asked.rows) : undefined}
      />
    </article>
  );
}
