import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { RevisionText } from "@/components/proposals/revision-text";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { compareHref, revisionsHref } from "@/lib/proposals/moved-on";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { findRevisions, type RevisionShown } from "@/lib/proposals/revision-queries";
import { readNumber } from "@/lib/proposals/schema";

interface Props {
  params: Promise<{ number: string; revision: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, revision } = await params;
  return { title: `Revision ${readNumber(revision)} of #${readNumber(number)}` };
}

export default async function RevisionPage({ params }: Props) {
  const [actor, { number, revision }] = await Promise.all([currentActor(), params]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const [shown] = (await findRevisions(actor, head.number, [readNumber(revision)])).revisions;
  if (!shown) notFound();
  return (
    <ProposalFrame head={head} current="history">
      <Standing head={head} shown={shown} />
      <p className="meta">
        Revision {shown.number} by <a href={`/people/${shown.by.handle}`}>{shown.by.name}</a>,{" "}
        <Time at={shown.at} />: <span dir="auto">{shown.reason}</span>{" "}
        <a href={revisionsHref(head.number)}>All revisions</a>
      </p>
      <RevisionText text={shown} />
    </ProposalFrame>
  );
}

/** Says first whether this is what the proposal says today. */
function Standing({ head, shown }: { head: ProposalHead; shown: RevisionShown }) {
  const current = <a href={`/proposals/${head.number}`}>the proposal</a>;
  if (shown.number === head.revision) return <Note tone="good">This is the current text of {current}.</Note>;
  return (
    <Note tone="warn" title={`This is revision ${shown.number}, not the current one.`}>
      Today {current} stands at revision {head.revision}.{" "}
      <a href={compareHref(head.number, shown.number, head.revision)}>See what changed since</a>
    </Note>
  );
}
