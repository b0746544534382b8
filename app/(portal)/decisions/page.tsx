import type { Metadata } from "next";
import { DecisionList } from "@/components/decisions/decision-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FeedLink } from "@/components/ui/feed-link";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { currentActor } from "@/lib/auth/reader";
import { decisionListAddress, readDecisionFilter } from "@/lib/decisions/list-filter";
import { listAllDecisions, listDecisionYears } from "@/lib/decisions/queries";
import { listSigs } from "@/lib/people/queries";
import { DecisionFilter } from "./_components/decision-filter";

export const metadata: Metadata = { title: "Decisions" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DecisionsPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const filter = readDecisionFilter(search);
  const { cursor, ...rest } = filter;
  const [{ items, nextCursor }, years, sigs] = await Promise.all([
    listAllDecisions(actor, filter),
    listDecisionYears(actor),
    listSigs(),
  ]);
  return (
    <article className="page">
      <PageHead
        title="Decisions"
        lead="What the board decided, in its words, with the conditions and what it set in motion."
      />
      <DecisionFilter filter={filter} years={years} sigs={sigs} />
      {items.length > 0 ? (
        <DecisionList decisions={items} about="proposal" />
      ) : Object.values(rest).some(Boolean) ? (
        <EmptyState
          title="Nothing fits."
          action={<LinkButton href="/decisions">Show all decisions</LinkButton>}
        >
          Try another year or outcome, or fewer words.
        </EmptyState>
      ) : (
        <EmptyState title="Nothing is decided yet.">
          A decision is recorded in a meeting or from a ballot, and stays here.
        </EmptyState>
      )}
      <Pager
        newerHref={cursor ? decisionListAddress(rest) : undefined}
        newer="Latest"
        olderHref={nextCursor ? decisionListAddress({ ...rest, cursor: nextCursor }) : undefined}
        older="Earlier"
      />
      <p className="meta">
        New ones come by{" "}
        <FeedLink href="/decisions.atom" title="Decisions">
          feed
        </FeedLink>
        .
      </p>
    </article>
  );
}
