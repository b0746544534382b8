import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { FeedLink } from "@/components/ui/feed-link";
import { Pager } from "@/components/ui/pager";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { revisionsHref } from "@/lib/proposals/moved-on";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { listHistory } from "@/lib/workflow/queries";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `History of #${readNumber((await params).number)}` };
}

export default async function ProposalHistoryPage({ params, searchParams }: Props) {
  const [actor, { number }, { before }] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const cursor = typeof before === "string" ? before : undefined;
  const { entries, nextCursor } = await listHistory(actor, { proposalId: head.id }, cursor);
  const base = `/proposals/${head.number}/history`;
  return (
    <ProposalFrame head={head} current="history">
      {head.revision > 0 && (
        <p className="hint">
          What happened, in order. <a href={revisionsHref(head.number)}>Revisions of the text</a> show what
          each change of it said.
        </p>
      )}
      {head.visibility === "public" && head.status !== "draft" && (
        <p className="meta">
          It comes by{" "}
          <FeedLink href={`/proposals/${head.number}.atom`} title={`Proposal #${head.number}`}>
            feed
          </FeedLink>{" "}
          too; the text as it stands is there <a href={`/proposals/${head.number}.md`}>as Markdown</a>.
        </p>
      )}
      {entries.length > 0 ? <HistoryList entries={entries} /> : <EmptyState title="Nothing happened yet." />}
      <Pager newerHref={cursor ? base : undefined} olderHref={nextCursor && `${base}?before=${nextCursor}`} />
    </ProposalFrame>
  );
}
