import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { findProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { findSplit, type Split } from "@/lib/tickets/split-queries";
import { WhatBecame } from "./_components/what-became";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Receipt of the split of #${readNumber((await params).number)}` };
}

/** What became of each thing, who confirmed it, and when: to read, to print, to hold against what happens next. */
export default async function ReceiptPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([currentActor(), params]);
  const [head, split] = await Promise.all([
    findProposalHead(actor, readNumber(number)),
    findSplit(actor, readNumber(number)),
  ]);
  if (!head || !split) notFound();
  const address = `/proposals/${head.number}/split`;
  return (
    <article className="page print-page">
      <PageHead
        title={`Receipt: ${head.title}`}
        number={`#${head.number}`}
        lead={
          <>
            What became of everything that <a href={address}>the split</a> of{" "}
            <a href={`/proposals/${head.number}`}>the proposal</a> had to account for.
          </>
        }
      />
      <Confirmed split={split} />
      {split.sources.length === 0 ? (
        <EmptyState title="There was nothing to account for.">
          It appears here once the board has decided.
        </EmptyState>
      ) : (
        <Section title="What became of it" aside={split.sources.length}>
          <WhatBecame sources={split.sources} />
        </Section>
      )}
    </article>
  );
}

function Confirmed({ split: { confirmed, balance, sources, tickets } }: { split: Split }) {
  if (!confirmed) {
    return (
      <Note tone="info" title="Not confirmed yet">
        {balance.sentence} This becomes a receipt when its requester confirms the split.
      </Note>
    );
  }
  const count = (disposition: "answered" | "dropped") =>
    sources.filter(({ entries }) => entries.some((entry) => entry.disposition === disposition)).length;
  return (
    <Facts
      items={[
        { term: "Confirmed by", detail: confirmed.by },
        { term: "On", detail: <Time at={confirmed.at} /> },
        { term: "Accounted for", detail: `${balance.placed} of ${balance.total}` },
        { term: "Tickets", detail: tickets.length },
        { term: "Answered", detail: count("answered") },
        { term: "Dropped", detail: count("dropped") },
      ]}
    />
  );
}
