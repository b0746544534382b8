import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { contentOf } from "../../tickets/content";
import { addTicket } from "../../tickets/new-ticket";
import { createTicketInput } from "../../tickets/schema";
import { type Actor, isOfficer } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdLine } from "../held-line";
import type { ticketOfLineInput } from "../session-schema";

/**
 * Makes a draft ticket of an ACTION under an item without a proposal, once. Where the item has one, its split accounts
 * for the ACTION, and this is refused.
 */
export async function draftTicketOfLine(
  actor: Actor,
  { lineId }: z.output<typeof ticketOfLineInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person" || !isOfficer(actor)) {
    return refuse("forbidden", "The chair and the secretary make tickets of ACTIONs.");
  }
  return transact(async (tx) => {
    const held = await holdLine(tx, actor, lineId);
    if (!held.ok) return held;
    const { meeting, item, line } = held.value;
    if (line.kind !== "action" || line.struckAt)
      return refuse("refused", "Only an ACTION that stands becomes a ticket.");
    if (item.proposalId !== null) {
      return refuse(
        "refused",
        "This ACTION is accounted for in the split of its proposal: it becomes a ticket there.",
      );
    }
    if (item.executive)
      return refuse("refused", "Tickets are public; an executive ACTION stays in the minutes.");
    if (line.ticketId !== null) return refuse("conflict", "A ticket was made of this ACTION already.");
    if (!line.owner) return refuse("refused", "Name who does it first: a ticket has an owner.");
    const input = createTicketInput.parse({
      title: titleOf(line.text),
      markdown: `${line.text}\n\nFrom the meeting of ${meeting.date}, “${item.title}”.`,
      destination: "board",
      owner: line.owner,
      dueOn: line.dueOn,
    });
    const content = await contentOf(tx, input);
    if (!content.ok) return content;
    const ticket = await addTicket(tx, actor, content.value, { proposal: null, issue: null });
    await tx.minuteLine.update({ where: { id: lineId }, data: { ticketId: ticket.id } });
    await record(tx, actor, {
      type: "minutes.ticket_drafted",
      subject: "minute_line",
      subjectId: lineId,
      meetingId: meeting.id,
      data: { itemId: item.id, number: ticket.number },
    });
    return done({ number: ticket.number });
  });
}

function titleOf(text: string): string {
  const [line = text] = text.replaceAll(/\s+/g, " ").split(/(?<=[.;])\s/);
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
