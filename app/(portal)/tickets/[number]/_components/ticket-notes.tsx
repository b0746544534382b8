import { NamedTicketLink } from "@/components/tickets/named-tickets";
import { Note } from "@/components/ui/note";
import { now } from "@/lib/clock";
import { agingOf } from "@/lib/tickets/aging";
import { agingDays } from "@/lib/tickets/aging-days";
import { isFinished, isLeftBehind, isReopenedAfterClosing } from "@/lib/tickets/policy";
import type { TicketShown } from "@/lib/tickets/queries";

/** What a reader has to know before the text: what blocks it, what it repeats, that it stands still. */
export function TicketNotes({ ticket }: { ticket: TicketShown }) {
  const { facts, duplicateOf } = ticket;
  return (
    <>
      {duplicateOf && (
        <Note tone="info">
          It repeats <NamedTicketLink ticket={duplicateOf} />. The work goes on there.
        </Note>
      )}
      <Blocked ticket={ticket} />
      <StandsStill ticket={ticket} />
      {isLeftBehind(facts) && !isFinished(ticket.status) && (
        <Note tone="warn">
          Its proposal was closed without it. The ticket stays until somebody finishes it, or declines it with
          that reason.
        </Note>
      )}
      {isReopenedAfterClosing(facts) && !isLeftBehind(facts) && (
        <Note tone="info">The ticket is open again; its proposal was closed before and stays closed.</Note>
      )}
    </>
  );
}

function Blocked({ ticket: { blockedBy, hiddenBlockers, status } }: { ticket: TicketShown }) {
  const open = blockedBy.filter((each) => !isFinished(each.status));
  if (isFinished(status) || open.length + hiddenBlockers === 0) return null;
  return (
    <Note tone="warn" title="Blocked">
      <ul>
        {open.map((each) => (
          <li key={each.number}>
            <NamedTicketLink ticket={each} />
          </li>
        ))}
        {hiddenBlockers > 0 && (
          <li>{hiddenBlockers === 1 ? "A ticket" : `${hiddenBlockers} tickets`} that you may not see</li>
        )}
      </ul>
    </Note>
  );
}

function StandsStill({ ticket }: { ticket: TicketShown }) {
  const { status, requestType, updatedAt, movedAt } = ticket;
  const standing = { status, requestType, updatedAt: new Date(updatedAt), movedAt: new Date(movedAt) };
  const aging = agingOf(standing, now(), agingDays());
  if (!aging) return null;
  return (
    <Note tone="warn">
      {aging.kind === "reporter"
        ? `It has waited for ${ticket.requester.name} to answer for ${aging.days} days.`
        : `Nobody has said or done anything for ${aging.days} days. ${ticket.owner?.name ?? "Its owner"} owes news.`}
    </Note>
  );
}
