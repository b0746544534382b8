import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TicketFrame } from "@/components/tickets/ticket-frame";
import { Pager } from "@/components/ui/pager";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { readNumber } from "@/lib/proposals/schema";
import { findTicket } from "@/lib/tickets/queries";
import { listHistory } from "@/lib/workflow/queries";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `History of T-${readNumber((await params).number)}` };
}

export default async function TicketHistoryPage({ params, searchParams }: Props) {
  const [actor, { number }, { before }] = await Promise.all([currentActor(), params, searchParams]);
  const ticket = await findTicket(actor, readNumber(number));
  if (!ticket) notFound();
  const cursor = typeof before === "string" ? before : undefined;
  const { entries, nextCursor } = await listHistory(actor, { ticketId: ticket.id }, cursor);
  const base = `/tickets/${ticket.number}/history`;
  return (
    <TicketFrame ticket={ticket} current="history">
      <HistoryList entries={entries} />
      <Pager newerHref={cursor ? base : undefined} olderHref={nextCursor && `${base}?before=${nextCursor}`} />
    </TicketFrame>
  );
}
