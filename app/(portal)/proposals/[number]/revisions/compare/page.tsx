import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { RevisionChanges } from "@/components/proposals/revision-changes";
import { RevisionChoice } from "@/components/proposals/revision-choice";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { now } from "@/lib/clock";
import { readComparison } from "@/lib/proposals/comparison";
import { revisionHref, revisionsHref } from "@/lib/proposals/moved-on";
import { findProposalHead } from "@/lib/proposals/queries";
import { diffRevisions } from "@/lib/proposals/revision-diff";
import { findRevisions, type RevisionShown } from "@/lib/proposals/revision-queries";
import { readNumber } from "@/lib/proposals/schema";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `What changed in #${readNumber((await params).number)}` };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [actor, { number }, search] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const { from, to, view } = readComparison(search, head.revision);
  const { revisions, all } = await findRevisions(actor, head.number, [from, to]);
  const [before, after] = [from, to].map((each) => revisions.find((revision) => revision.number === each));
  return (
    <ProposalFrame head={head} current="history">
      {all.length > 0 && (
        <RevisionChoice proposal={head.number} all={all} from={from} to={to} view={view} now={now()} />
      )}
      {before && after ? (
        <>
          <p className="meta">
            From <Named proposal={head.number} revision={before} /> to{" "}
            <Named proposal={head.number} revision={after} />.{" "}
            <a href={revisionsHref(head.number)}>All revisions</a>
          </p>
          <Changes before={before} after={after} view={view} />
        </>
      ) : (
        <EmptyState title="There is nothing to compare.">
          {all.length > 0 ? "One of these revisions is not there." : "Nothing was published yet."}
        </EmptyState>
      )}
    </ProposalFrame>
  );
}

function Changes({
  before,
  after,
  view,
}: {
  before: RevisionShown;
  after: RevisionShown;
  view: "inline" | "side";
}) {
  const diff = diffRevisions(before, after);
  return (
    <>
      {diff.changes.length === 0 && (
        <Note tone="info">
          {before.number === after.number
            ? "This is one and the same revision: choose two."
            : "The two say the same, word for word."}
        </Note>
      )}
      <RevisionChanges diff={diff} view={view} from={before.number} to={after.number} />
    </>
  );
}

function Named({ proposal, revision }: { proposal: number; revision: RevisionShown }) {
  return (
    <>
      <a href={revisionHref(proposal, revision.number)}>revision {revision.number}</a> (
      <Time at={revision.at} format="date" />, {revision.by.name}: <span dir="auto">“{revision.reason}”</span>
      )
    </>
  );
}
