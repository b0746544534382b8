import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TicketBadge } from "@/components/tickets/ticket-badge";
import { Badge } from "@/components/ui/badge";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { readNumber } from "@/lib/proposals/schema";
import { isReopenedAfterClosing, mayAdjust, mayEdit, mayLinkIssue } from "@/lib/tickets/policy";
import { findTicket, type TicketShown } from "@/lib/tickets/queries";
import type { Search } from "@/lib/tickets/read-choice";
import type { Actor } from "@/lib/workflow/actor";
import { sentenceOf } from "@/lib/workflow/history";
import { TicketComments } from "./_components/ticket-comments";
import { TicketDetails } from "./_components/ticket-details";
import { TicketFacts } from "./_components/ticket-facts";
import { TicketLink } from "./_components/ticket-link";
import { TicketMoves } from "./_components/ticket-moves";
import { WhereFrom } from "./_components/where-from";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ticket T-${readNumber((await params).number)}` };
}

export default async function TicketPage({ params, searchParams }: Props) {
  const [actor, { number }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const found = await findTicket(actor, readNumber(number));
  if (!found) notFound();
  const ticket = await withTitles(actor, found);
  return (
    <article className="page">
      <PageHead
        title={ticket.title}
        number={`T-${ticket.number}`}
        badge={
          <>
            <TicketBadge status={ticket.status} />
            {ticket.executive && <Badge stage="stopped">Executive</Badge>}
          </>
        }
      />
      <div className="with-side">
        <TicketMoves
          ticket={ticket}
          signedIn={actor.kind === "person"}
          mayChange={mayEdit(actor, ticket.facts) || mayAdjust(actor, ticket.facts)}
          kept={kept}
        />
        <div>
          {isReopenedAfterClosing(ticket.facts) && (
            <Note tone="info">
              The ticket is open again; its proposal was closed before and stays closed.
            </Note>
          )}
          {ticket.html && <Prose html={ticket.html} />}
          <TicketDetails ticket={ticket} />
          <WhereFrom ticket={ticket} />
          <TicketComments ticket={ticket} signedIn={actor.kind === "person"} kept={kept} />
          <Section title="History">
            <HistoryList entries={historyOf(ticket)} />
          </Section>
        </div>
        <aside className="side" aria-label="About this ticket">
          <TicketFacts ticket={ticket} />
          <TicketLink ticket={ticket} mayLink={mayLinkIssue(actor, ticket.facts)} kept={kept} />
        </aside>
      </div>
    </article>
  );
}

/** The ticket with the titles and states of what its texts refer to: one query more, where they refer to something. */
async function withTitles(actor: Actor, ticket: TicketShown): Promise<TicketShown> {
  const texts = await tellReferences(actor, [ticket.html, ...ticket.comments.map(({ html }) => html)]);
  const comments = ticket.comments.map((comment, place) => ({
    ...comment,
    html: texts[place + 1] ?? comment.html,
  }));
  return { ...ticket, html: texts[0] ?? ticket.html, comments };
}

function historyOf({ events, number }: TicketShown) {
  return events.map(({ id, at, who, type, data }) => ({
    id,
    at,
    ...sentenceOf({ type, data, actorName: who, ticketNumber: number }),
  }));
}
