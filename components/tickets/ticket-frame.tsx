import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import type { TicketShown } from "@/lib/tickets/queries";
import { TicketBadge } from "./ticket-badge";

interface Props {
  ticket: TicketShown;
  current: "ticket" | "questions" | "history";
  children: ReactNode;
}

/** What stands above every page of a ticket: its name, its state, and its parts. */
export function TicketFrame({ ticket, current, children }: Props) {
  const base = `/tickets/${ticket.number}`;
  const { all, open } = ticket.questions;
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
      <Tabs
        label="Parts of this ticket"
        items={[
          { href: base, label: "Ticket", current: current === "ticket" },
          {
            href: `${base}/questions`,
            label: "Questions",
            count: open > 0 ? `${open} of ${all}` : all,
            current: current === "questions",
          },
          { href: `${base}/history`, label: "History", current: current === "history" },
        ]}
      />
      {children}
    </article>
  );
}
