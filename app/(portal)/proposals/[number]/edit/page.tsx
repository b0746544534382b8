import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ProposalForm } from "@/components/proposals/proposal-form";
import { TypedEarlier } from "@/components/proposals/writing/typed-earlier";
import { Unfinished } from "@/components/proposals/writing/unfinished";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listPartyChoices, listSigs } from "@/lib/people/queries";
import { formValues } from "@/lib/proposals/form-values";
import { mayRevise } from "@/lib/proposals/policy";
import { findProposalHead, findProposalText, type ProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { findWorkingCopy, listWorkingCopies } from "@/lib/proposals/working-copy-queries";
import { readRow, readWritingSearch, type WritingSearch } from "@/lib/proposals/working-copy-schema";
import type { Actor } from "@/lib/workflow/actor";
import { discardWorkingCopyAction, reviseProposalAction } from "../../actions";

export const metadata: Metadata = { title: "Edit a proposal" };

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<WritingSearch>;
}

export default async function EditProposalPage({ params, searchParams }: Props) {
  const [actor, { number }, search] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  if (actor.kind !== "person") redirect(`/sign-in?back=/proposals/${head.number}/edit`);
  const may = mayRevise(actor, head.facts);
  return (
    <article className="page measure">
      <PageHead
        title={head.facts.status === "draft" ? "Edit your draft" : "Revise the proposal"}
        number={head.number}
        lead={
          <p>
            <a href={`/proposals/${head.number}/authors`}>
              {head.coAuthors.length > 0
                ? `${head.coAuthors.length + 1} people write it`
                : "Write it with somebody"}
            </a>
          </p>
        }
      />
      {may.ok ? (
        <Writing actor={actor} head={head} search={search} />
      ) : (
        <Note tone="warn">{may.refusal.message}</Note>
      )}
    </article>
  );
}

interface WritingProps {
  actor: Extract<Actor, { kind: "person" }>;
  head: ProposalHead;
  search: WritingSearch;
}

async function Writing({ actor, head, search }: WritingProps) {
  const asked = readWritingSearch(search);
  const [text, sigs, owners, copies, state] = await Promise.all([
    findProposalText(head),
    listSigs(),
    listPartyChoices(),
    listWorkingCopies(actor, head.id),
    stateFromKept(search.kept, "revise-proposal"),
  ]);
  const own = await ownCopy({ actor, head, search }, copies);
  if (asked.copy && own && own.baseVersion !== head.version)
    redirect(`/proposals/${head.number}/merge?copy=${own.id}`);
  const base = formValues({ ...head, ...text });
  const discard = { action: discardWorkingCopyAction, number: head.number };
  return (
    <>
      {own && (
        <TypedEarlier copy={own} zone={actor.timeZone} submissionKey={newSubmissionKey()} {...discard} />
      )}
      <Unfinished
        copies={copies.filter(({ id }) => id !== own?.id && id !== state.values?.copy)}
        newKey={newSubmissionKey}
        zone={actor.timeZone}
        {...discard}
      />
      <ProposalForm
        key={String(search.fresh ?? "")}
        action={reviseProposalAction}
        submissionKey={newSubmissionKey()}
        state={state}
        sigs={sigs}
        owners={owners}
        mayBeExecutive={false}
        person={actor.personId}
        values={own?.values ?? base}
        copy={own ?? { id: newSubmissionKey(), copyVersion: 0 }}
        known={copies}
        saved={{ number: head.number, version: head.version, published: head.status !== "draft", base }}
        focusRow={own ? readRow(asked.rows) : undefined}
      />
    </>
  );
}

/** The copy that was asked for; else the latest, where it is about the text as it is now. */
async function ownCopy(
  { actor, head, search }: WritingProps,
  copies: readonly { id: string; baseVersion: number | null }[],
) {
  const { copy } = readWritingSearch(search);
  const [latest] = copies;
  if (search.kept) return null; // what a lost session kept is later still
  if (copy) {
    const own = await findWorkingCopy(actor, copy);
    return own?.number === head.number ? own : null;
  }
  return latest?.baseVersion === head.version ? findWorkingCopy(actor, latest.id) : null;
}
