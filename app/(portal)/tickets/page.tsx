import type { Metadata } from "next";
import { TicketList } from "@/components/tickets/ticket-list";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { currentActor } from "@/lib/auth/reader";
import { destinations, ticketStatuses } from "@/lib/tickets/policy";
import { listTickets, type TicketFilter } from "@/lib/tickets/queries";
import { readTicketFilter, type Search, ticketsAddress } from "@/lib/tickets/read-choice";
import { destinationLabels, statusLabels } from "@/lib/tickets/ui-text";

export const metadata: Metadata = { title: "Tickets" };

export default async function TicketsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const { cursor, ...filter } = readTicketFilter(search);
  const { items, nextCursor } = await listTickets(actor, filter, cursor);
  const signedIn = actor.kind === "person";
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
      <Filters filter={filter} signedIn={signedIn} />
      {items.length > 0 ? (
        <TicketList items={items} />
      ) : (
        <NothingHere filtered={Object.keys(filter).length > 0} />
      )}
      <Pager
        newerHref={cursor ? ticketsAddress(filter) : undefined}
        olderHref={nextCursor && ticketsAddress({ ...filter, cursor: nextCursor })}
      />
    </article>
  );
}

function Filters({ filter, signedIn }: { filter: TicketFilter; signedIn: boolean }) {
  return (
    <form action="/tickets" method="get" className="filter" aria-label="Filter the tickets">
      <div className="pair">
        <Choice
          name="status"
          label="Status"
          chosen={filter.status}
          options={ticketStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        />
        <Choice
          name="destination"
          label="Destination"
          chosen={filter.destination}
          options={destinations.map((value) => ({ value, label: destinationLabels[value] }))}
        />
        {signedIn && (
          <Choice
            name="owner"
            label="Owner"
            chosen={filter.owner}
            options={[{ value: "me", label: "Mine" }]}
          />
        )}
        <div className="field">
          <label htmlFor="filter-q">Words or number</label>
          <input className="input" id="filter-q" name="q" type="search" defaultValue={filter.q} />
        </div>
        <div className="actions">
          <Button type="submit">Filter</Button>
          {Object.keys(filter).length > 0 && <a href="/tickets">Show all</a>}
        </div>
      </div>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen?: string;
  options: readonly { value: string; label: string }[];
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select className="input" id={`filter-${name}`} name={name} defaultValue={chosen ?? ""}>
        <option value="">All</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function NothingHere({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="Nothing fits." action={<LinkButton href="/tickets">Show all tickets</LinkButton>}>
      Try another status or destination, or fewer words.
    </EmptyState>
  ) : (
    <EmptyState title="No tickets yet.">
      Tickets are made when a proposal that the board decided on is split by its requester.
    </EmptyState>
  );
}
