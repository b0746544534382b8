import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { TicketShown } from "@/lib/tickets/queries";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import { destinationLabels, gateLabels } from "@/lib/tickets/ui-text";

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
    ...(ticket.dueOn ? [{ term: "Due", detail: <time dateTime={ticket.dueOn}>{ticket.dueOn}</time> }] : []),
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

function Named({ kind, handle, name }: { kind: "person" | "body"; handle: string; name: string }) {
  return kind === "person" ? <a href={`/people/${handle}`}>{name}</a> : name;
}
