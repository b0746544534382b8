import type { Metadata } from "next";
import { ListChips } from "@/components/proposals/list-chips";
import { ListEmpty } from "@/components/proposals/list-empty";
import { ListFilterForm } from "@/components/proposals/list-filter-form";
import { ListViews } from "@/components/proposals/list-views";
import { ProposalList } from "@/components/proposals/proposal-list";
import { CompactProposalList } from "@/components/proposals/proposal-list-compact";
import { ProposalTable } from "@/components/proposals/proposal-table";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/reader";
import { type StatusCounts, type Total, totalOf, totalText } from "@/lib/proposals/list-counts";
import { findListFacts, listTooNarrow } from "@/lib/proposals/list-facts-queries";
import {
  filterParts,
  type ListAddress,
  type ListView,
  listHref,
  type ProposalFilter,
  readListAddress,
} from "@/lib/proposals/list-filter";
import { listProposals, type ProposalLine } from "@/lib/proposals/list-queries";
import type { ProposalStatus } from "@/lib/proposals/machine";
import { statusLabels } from "@/lib/proposals/ui-text";

export const metadata: Metadata = { title: "Proposals" };

type Search = Promise<Record<string, string | string[] | undefined>>;

const sizes: Readonly<Record<ListView, number>> = { lines: 25, compact: 50, table: 50 };

export default async function ProposalsPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const address = readListAddress(search);
  const { filter, view, cursor } = address;
  const [{ items, nextCursor }, { counts, sigs }] = await Promise.all([
    listProposals(actor, filter, cursor, sizes[view]),
    findListFacts(actor, filter),
  ]);
  const parts = filterParts(filter);
  const signedIn = actor.kind === "person";
  return (
    <article className="page">
      <PageHead
        title="Proposals"
        lead={
          <>
            What the community wants, from the first post to the region that runs. Its{" "}
            <a href="/sigs">SIGs</a> stand behind most of it.
          </>
        }
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
      <Tabs label="Filter by status" items={statusTabs(address, counts)} />
      <ListFilterForm {...address} sigs={sigs} signedIn={signedIn} />
      <ListChips {...address} />
      {items.length > 0 ? (
        <>
          <ListViews {...address} total={totalOf(counts, filter.status)} />
          <Items items={items} view={view} filter={filter} />
        </>
      ) : (
        <ListEmpty
          isFiltered={parts.length > 0 || Boolean(cursor)}
          view={view}
          tooNarrow={await listTooNarrow(actor, parts)}
        />
      )}
      <Pager
        newerHref={cursor ? listHref({ filter, view }) : undefined}
        olderHref={nextCursor && listHref({ filter, view, cursor: nextCursor })}
        newer="First page"
        older="More"
      />
    </article>
  );
}

function Items({ items, view, filter }: { items: ProposalLine[]; view: ListView; filter: ProposalFilter }) {
  if (view === "table") return <ProposalTable items={items} filter={filter} />;
  return view === "compact" ? <CompactProposalList items={items} /> : <ProposalList items={items} />;
}

/** One status at a time, or all of them; what else is asked for stays. */
function statusTabs({ filter, view }: ListAddress, counts: StatusCounts | null) {
  const chosen = filter.status ?? [];
  const tab = (label: string, status: ProposalStatus[]) => ({
    label,
    href: listHref({ filter: { ...filter, status }, view }),
    count: countText(totalOf(counts, status)),
    current: chosen.length === status.length && status.every((each) => chosen.includes(each)),
  });
  const statuses = Object.entries(statusLabels).filter(([status]) => status !== "draft");
  return [
    tab("All", []),
    ...statuses.map(([status, label]) => tab(label, [status as ProposalStatus])), // a key of the same table
  ];
}

function countText(total: Total | null): string | undefined {
  return total ? totalText(total) : undefined;
}
