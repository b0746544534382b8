import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdChecklist, mostItems } from "../held-checklist";
import { recordOn } from "../ticket-event";
import type { addItemInput } from "../work-schema";

/** Puts items at the end of a ticket's checklist: each line of the text is one. */
export async function addItem(
  actor: Actor,
  input: z.output<typeof addItemInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const held = await holdChecklist(tx, actor, input.number);
    if (!held.ok) return held;
    const { ticket, items } = held.value;
    if (items.length + input.text.length > mostItems) {
      const message = `A checklist has at most ${mostItems} items; larger work is several tickets.`;
      return refuse("invalid", message, [{ path: "text", message }]);
    }
    const last = items.at(-1)?.position ?? 0;
    await tx.checklistItem.createMany({
      data: input.text.map((text, place) => ({
        ticketId: ticket.id,
        position: last + place + 1,
        text,
        createdAt: now(),
      })),
    });
    await tx.ticket.updateMany({ where: { id: ticket.id }, data: { updatedAt: now() } });
    await recordOn(tx, actor, ticket, { type: "ticket.item_added", data: { items: input.text } });
    return done({ number: ticket.number });
  });
}
