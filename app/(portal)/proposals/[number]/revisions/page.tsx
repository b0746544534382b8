import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { RevisionList } from "@/components/proposals/revision-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { compareHref, revisionsHref } from "@/lib/proposals/moved-on";
import { findProposalHead } from "@/lib/proposals/queries";
import { listRevisions } from "@/lib/proposals/revision-queries";
import { readNumber } from "@/lib/proposals/schema";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Revisions of #${readNumber((await params).number)}` };
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const [actor, { number }, { before }] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  if (!head) notFound();
  const earlier = typeof before === "string" ? readNumber(before) || undefined : undefined;
  const { items, nextCursor } = await listRevisions(actor, head.number, earlier);
  const base = revisionsHref(head.number);
  return (
    <ProposalFrame head={head} current="history">
      <Section
        title="Revisions"
        aside={head.revision > 1 && <a href={compareHref(head.number, 1, head.revision)}>Compare any two</a>}
      >
        <p className="hint">Every published change is kept as readers saw it, with its reason.</p>
        {items.length > 0 ? (
          <RevisionList proposal={head.number} current={head.revision} items={items} />
        ) : (
          <EmptyState
            title="Nothing was published yet."
            action={<LinkButton href={`/proposals/${head.number}`}>Back to the proposal</LinkButton>}
          >
            Publishing makes revision 1; each change after it is a revision with its reason.
          </EmptyState>
        )}
        <Pager
          newerHref={earlier ? base : undefined}
          olderHref={nextCursor && `${base}?before=${nextCursor}`}
        />
      </Section>
    </ProposalFrame>
  );
}
