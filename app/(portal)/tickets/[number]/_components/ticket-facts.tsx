import { NamedTicketLink } from "@/components/tickets/named-tickets";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { isoDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { listHref } from "@/lib/tickets/list-filter";
import { isFinished } from "@/lib/tickets/policy";
import type { TicketShown } from "@/lib/tickets/queries";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import { destinationLabels, gateLabels, priorityLabels, sizeLabels } from "@/lib/tickets/ui-text";

/** Who, where and when, at the side. */
export function TicketFacts({ ticket }: { ticket: TicketShown }) {
  const { owner, requester, boardGated, facts, capabilities } = ticket;
  const type = findRequestType(ticket.requestType);
  const items = [
    { term: "Destination", detail: destinationLabels[ticket.destination] },
    ...(type ? [{ term: "Request type", detail: type.label }] : []),
    ...(boardGated ? [{ term: "Board", detail: gateLabels[facts.gate] }] : []),
    { term: "Owner", detail: owner ? <Named {...owner} /> : "Nobody yet" },
    { term: "Requester", detail: <Named kind="person" {...requester} /> },
    ...(ticket.dueOn ? [{ term: "Due", detail: <Due ticket={ticket} /> }] : []),
    ...(ticket.priority === "normal" ? [] : [{ term: "Priority", detail: priorityLabels[ticket.priority] }]),
    ...(ticket.size ? [{ term: "Size", detail: sizeLabels[ticket.size] }] : []),
    ...(ticket.labels.length > 0 ? [{ term: "Labels", detail: <Labels labels={ticket.labels} /> }] : []),
    ...(ticket.initiative
      ? [{ term: "Part of", detail: <NamedTicketLink ticket={ticket.initiative} /> }]
      : []),
    ...(ticket.bundle ? [{ term: "Bundle", detail: <Bundle bundle={ticket.bundle} /> }] : []),
    { term: "Made", detail: <Time at={ticket.createdAt} format="date" /> },
    ...(ticket.doneAt ? [{ term: "Done", detail: <Time at={ticket.doneAt} format="date" /> }] : []),
    ...capabilities.map(({ key, name, region }) => ({
      term: "Serves",
      detail: <a href={`/region/${region}/${key}`}>{name}</a>,
    })),
  ];
  return (
    <Section title="Facts">
      <Facts items={items} />
    </Section>
  );
}

function Due({ ticket: { dueOn, status } }: { ticket: TicketShown }) {
  const isLate = dueOn !== null && !isFinished(status) && dueOn < isoDate(now());
  return (
    <>
      <Time at={dueOn ?? ""} format="date" />
      {isLate && " (past)"}
    </>
  );
}

function Labels({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="labels">
      {labels.map((label) => (
        <li key={label}>
          <a href={listHref({ filter: { label } })} dir="auto">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Bundle({ bundle: { id, title, tickets } }: { bundle: NonNullable<TicketShown["bundle"]> }) {
  return (
    <>
      <a href={listHref({ filter: { bundle: id } })} dir="auto">
        {title}
      </a>
      , {tickets.length} tickets filed as one
    </>
  );
}

function Named({ kind, handle, name }: { kind: "person" | "body"; handle: string; name: string }) {
  return kind === "person" ? <a href={`/people/${handle}`}>{name}</a> : name;
}
