import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TicketFrame } from "@/components/tickets/ticket-frame";
import { Prose } from "@/components/ui/prose";
import { currentActor } from "@/lib/auth/reader";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { listTicketTimeline, type TimelinePart } from "@/lib/discussion/talk-queries";
import { readNumber } from "@/lib/proposals/schema";
import { mayAdjust, mayEdit, mayLinkIssue } from "@/lib/tickets/policy";
import { findTicket, type TicketShown } from "@/lib/tickets/queries";
import type { Search } from "@/lib/tickets/read-choice";
import type { Actor } from "@/lib/workflow/actor";
import { cutOf } from "../../_discussion/cut";
import { withTexts } from "../../_discussion/told-texts";
import { WatchSide } from "../../_discussion/watch-side";
import { Checklist } from "./_components/checklist";
import { Dependencies } from "./_components/dependencies";
import { Initiative } from "./_components/initiative";
import { TicketDetails } from "./_components/ticket-details";
import { TicketDiscussion } from "./_components/ticket-discussion";
import { TicketFacts } from "./_components/ticket-facts";
import { TicketLink } from "./_components/ticket-link";
import { TicketMoves } from "./_components/ticket-moves";
import { TicketNotes } from "./_components/ticket-notes";
import { WhereFrom } from "./_components/where-from";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ticket T-${readNumber((await params).number)}` };
}

export default async function TicketPage({ params, searchParams }: Props) {
  const [actor, { number }, search] = await Promise.all([currentActor(), params, searchParams]);
  const found = await findTicket(actor, readNumber(number));
  if (!found) notFound();
  const part = await listTicketTimeline(actor, found.id, cutOf(search));
  const { ticket, talk } = await withTitles(actor, found, part);
  const { kept } = search;
  const mayChange = mayEdit(actor, ticket.facts) || mayAdjust(actor, ticket.facts);
  return (
    <TicketFrame ticket={ticket} current="ticket">
      <div className="with-side">
        <TicketMoves ticket={ticket} actor={actor} mayChange={mayChange} kept={kept} />
        <div>
          <TicketNotes ticket={ticket} />
          {ticket.html && <Prose html={ticket.html} />}
          <TicketDetails ticket={ticket} />
          <Initiative ticket={ticket} actor={actor} kept={kept} />
          <Checklist ticket={ticket} mayChange={mayAdjust(actor, ticket.facts)} kept={kept} />
          <Dependencies ticket={ticket} mayChange={mayAdjust(actor, ticket.facts)} kept={kept} />
          <WhereFrom ticket={ticket} />
          <TicketDiscussion ticket={ticket} actor={actor} search={search} part={talk} />
        </div>
        <aside className="side" aria-label="About this ticket">
          <TicketFacts ticket={ticket} />
          <WatchSide on={{ ticket: ticket.number }} stance={ticket.stance} />
          <TicketLink ticket={ticket} mayLink={mayLinkIssue(actor, ticket.facts)} kept={kept} />
        </aside>
      </div>
    </TicketFrame>
  );
}

/** The ticket and its talk with the titles and states of what they refer to: one query more, where they refer to something. */
async function withTitles(
  actor: Actor,
  ticket: TicketShown,
  part: TimelinePart,
): Promise<{ ticket: TicketShown; talk: TimelinePart }> {
  const said = part.entries.flatMap((entry) => (entry.kind === "comment" ? [entry.html] : []));
  const told = await tellReferences(actor, [...said, ticket.html]);
  return {
    ticket: { ...ticket, html: told[said.length] ?? ticket.html },
    talk: withTexts(part, told),
  };
}
