import type { Metadata } from "next";
import { ProposalList } from "@/components/proposals/proposal-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/reader";
import { listHref, type ProposalFilter, readListAddress } from "@/lib/proposals/list-filter";
import { listProposals } from "@/lib/proposals/list-queries";
import { statusLabels } from "@/lib/proposals/ui-text";

export const metadata: Metadata = { title: "Proposals" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ProposalsPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const { filter, cursor } = readListAddress(search);
  const { items, nextCursor } = await listProposals(actor, filter, cursor);
  const signedIn = actor.kind === "person";
  return (
    <article className="page">
      <PageHead
        title="Proposals"
        lead="What the community wants, from the first post to the region that runs."
        actions={
          <LinkButton
            variant="primary"
            href={signedIn ? "/proposals/new" : "/sign-in?back=/proposals/new"}
            data-create
          >
            Write a proposal
          </LinkButton>
        }
      />
      <Tabs label="Filter by status" items={filterTabs(filter, signedIn)} />
      {filter.q && <p className="hint">Proposals that mention “{filter.q}”.</p>}
      {items.length > 0 ? <ProposalList items={items} /> : <NothingHere filter={filter} />}
      <Pager
        newerHref={cursor ? listHref({ filter }) : undefined}
        olderHref={nextCursor && listHref({ filter, cursor: nextCursor })}
      />
    </article>
  );
}

function NothingHere({ filter }: { filter: ProposalFilter }) {
  const filtered = Boolean(filter.q ?? filter.status ?? filter.mine);
  return filtered ? (
    <EmptyState title="Nothing fits." action={<LinkButton href="/proposals">Show all proposals</LinkButton>}>
      Try another status, or fewer words.
    </EmptyState>
  ) : (
    <EmptyState
      title="No proposals yet."
      action={<LinkButton href="/proposals/new">Write the first one</LinkButton>}
    >
      A proposal says what is wanted, of whom, and how everybody will see that it was done.
    </EmptyState>
  );
}

function filterTabs(filter: ProposalFilter, signedIn: boolean) {
  const all = {
    href: listHref({ filter: { q: filter.q } }),
    label: "All",
    current: !filter.status && !filter.mine,
  };
  const mine = {
    href: listHref({ filter: { q: filter.q, mine: true } }),
    label: "Mine",
    current: Boolean(filter.mine),
  };
  const statuses = Object.entries(statusLabels)
    .filter(([status]) => status !== "draft")
    .map(([status, label]) => ({
      href: listHref({ filter: { q: filter.q, status: [status as keyof typeof statusLabels] } }), // a key of the same table
      label,
      current: filter.status?.includes(status as keyof typeof statusLabels),
    }));
  return [all, ...(signedIn ? [mine] : []), ...statuses];
}
