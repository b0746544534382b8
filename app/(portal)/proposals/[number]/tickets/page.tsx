import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { TicketList } from "@/components/tickets/ticket-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/reader";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { listProposalTickets } from "@/lib/tickets/list-queries";
import { mayAddTickets, splitLink } from "@/lib/tickets/split-policy";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Tickets of #${readNumber((await params).number)}` };
}

export default async function ProposalTicketsPage({ params }: Props) {
  const actor = await currentActor();
  const head = await findProposalHead(actor, readNumber((await params).number));
  if (!head) notFound();
  const tickets = await listProposalTickets(head);
  return (
    <ProposalFrame head={head} current="tickets">
      {tickets.length > 0 ? <TicketList items={tickets} withProposal={false} /> : <NoTickets head={head} />}
      <div className="actions">
        {tickets.length > 0 && <SplitLink head={head} />}
        {tickets.length > 0 && (
          <LinkButton href={`/provenance/proposal/${head.number}`} variant="quiet">
            What became of it, as a picture
          </LinkButton>
        )}
        {mayAddTickets(actor, head.facts) && (
          <LinkButton href={`/tickets/new?proposal=${head.number}`}>Add a ticket</LinkButton>
        )}
      </div>
    </ProposalFrame>
  );
}

function NoTickets({ head }: { head: ProposalHead }) {
  return (
    <EmptyState title="No tickets yet." action={<SplitLink head={head} />}>
      Once the board has approved or redirected a proposal, its requester splits it: every ask, open question
      and condition becomes a ticket, is answered, or is dropped with a reason.
    </EmptyState>
  );
}

function SplitLink({ head }: { head: ProposalHead }) {
  const label = splitLink(head.facts);
  return label ? <LinkButton href={`/proposals/${head.number}/split`}>{label}</LinkButton> : null;
}
