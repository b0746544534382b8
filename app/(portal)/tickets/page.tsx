import type { Metadata } from "next";
import { TicketFilterForm } from "@/components/tickets/ticket-filter-form";
import { TicketList } from "@/components/tickets/ticket-list";
import { TicketTable } from "@/components/tickets/ticket-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/reader";
import { listBoard } from "@/lib/tickets/board-queries";
import { filterParts, listHref, readTicketAddress, type TicketAddress } from "@/lib/tickets/list-filter";
import { listTickets } from "@/lib/tickets/list-queries";
import type { Search } from "@/lib/tickets/read-choice";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import { listViews } from "@/lib/tickets/view-queries";
import type { Actor } from "@/lib/workflow/actor";
import { Board } from "./_components/board";
import { BundleHead } from "./_components/bundle-head";
import { ChangeChosen } from "./_components/change-chosen";
import { ListHead } from "./_components/list-head";
import { quickTabs } from "./_components/quick-tabs";
import { SavedViews } from "./_components/saved-views";

export const metadata: Metadata = { title: "Tickets" };

export default async function TicketsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const address = readTicketAddress(search);
  const { filter, view } = address;
  const signedIn = actor.kind === "person";
  const views = await listViews(actor);
  return (
    <article className="page">
      <PageHead
        title="Tickets"
        lead="What follows from the decisions: one piece of work each, with its owner."
        actions={
          <>
            <LinkButton href={signedIn ? "/tickets/new" : "/sign-in?back=/tickets/new"} data-create>
              Make a ticket
            </LinkButton>
            <LinkButton variant="quiet" href="/request-types">
              What can be asked of the infra team
            </LinkButton>
          </>
        }
      />
      <Tabs label="Which tickets" items={quickTabs(address, signedIn)} />
      <TicketFilterForm {...address} signedIn={signedIn} types={requestTypes} />
      <FilterChips
        parts={filterParts(filter).map(({ label, without }) => ({
          label,
          href: listHref({ filter: without, view }),
        }))}
        clearHref={listHref({ filter: {}, view })}
      />
      <SavedViews address={address} views={views} signedIn={signedIn} kept={search.kept} />
      {filter.bundle && <BundleHead bundle={filter.bundle} signedIn={signedIn} />}
      {view === "board" ? (
        <BoardView actor={actor} address={address} search={search} />
      ) : (
        <ListView actor={actor} address={address} search={search} />
      )}
    </article>
  );
}

interface ViewProps {
  actor: Actor;
  address: TicketAddress;
  search: Search;
}

async function BoardView({ actor, address, search }: ViewProps) {
  const columns = await listBoard(actor, address.filter, address.more);
  const signedIn = actor.kind === "person";
  return (
    <>
      <ListHead address={address} />
      <Board columns={columns} address={address} signedIn={signedIn} search={search} />
      {signedIn && <ChangeChosen address={address} kept={search.kept} />}
    </>
  );
}

async function ListView({ actor, address, search }: ViewProps) {
  const { filter, view, cursor } = address;
  const { items, nextCursor } = await listTickets(actor, filter, cursor, view === "table" ? 50 : 25);
  const signedIn = actor.kind === "person";
  if (items.length === 0) return <NothingHere filtered={filterParts(filter).length > 0} />;
  return (
    <>
      <ListHead address={address} />
      {view === "table" ? (
        <TicketTable items={items} address={address} choosable={signedIn} />
      ) : (
        <TicketList items={items} choosable={signedIn} />
      )}
      {signedIn && <ChangeChosen address={address} kept={search.kept} />}
      <Pager
        newerHref={cursor ? listHref({ filter, view }) : undefined}
        olderHref={nextCursor && listHref({ filter, view, cursor: nextCursor })}
        newer="First page"
        older="More"
      />
    </>
  );
}

function NothingHere({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="Nothing fits." action={<LinkButton href="/tickets">Show all tickets</LinkButton>}>
      Take a condition away, or use fewer words.
    </EmptyState>
  ) : (
    <EmptyState title="No tickets yet.">
      Tickets are made when a proposal that the board decided on is split by its requester.
    </EmptyState>
  );
}
