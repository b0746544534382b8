import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { type HeldItem, holdChecklist, itemGone } from "../held-checklist";
import { recordOn } from "../ticket-event";
import type { changeItemInput } from "../work-schema";

type Deed = z.output<typeof changeItemInput>["deed"];

const events: Readonly<Record<Deed, string>> = {
  tick: "ticket.item_done",
  untick: "ticket.item_undone",
  up: "ticket.item_moved",
  down: "ticket.item_moved",
  remove: "ticket.item_removed",
};

/** Ticks an item of a checklist (by whom and when is kept), moves it, or takes it away. Said twice, it changes nothing more. */
export async function changeItem(
  actor: Actor,
  input: z.output<typeof changeItemInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const held = await holdChecklist(tx, actor, input.number);
    if (!held.ok) return held;
    const { ticket, items } = held.value;
    const place = items.findIndex(({ id }) => id === input.item);
    const item = items[place];
    if (!item) return itemGone;
    const changed = await carryOut(tx, actor, input.deed, items, place);
    if (!changed) return done({ number: ticket.number });
    await tx.ticket.updateMany({ where: { id: ticket.id }, data: { updatedAt: now() } });
    await recordOn(tx, actor, ticket, { type: events[input.deed], data: { item: item.text } });
    return done({ number: ticket.number });
  });
}

async function carryOut(
  tx: Tx,
  actor: Actor,
  deed: Deed,
  items: readonly HeldItem[],
  place: number,
): Promise<boolean> {
  const item = items[place];
  if (!item) return false;
  const where = { id: item.id };
  if (deed === "remove") {
    await tx.checklistItem.delete({ where });
    return true;
  }
  if (deed === "tick" || deed === "untick") {
    if ((deed === "tick") === (item.doneAt !== null)) return false;
    const data =
      deed === "tick" ? { doneAt: now(), doneById: personIdOf(actor) } : { doneAt: null, doneById: null };
    await tx.checklistItem.update({ where, data });
    return true;
  }
  const order = items.map(({ id }) => id);
  const [target, other] = [place + (deed === "up" ? -1 : 1), order[place + (deed === "up" ? -1 : 1)]];
  if (other === undefined) return false;
  [order[place], order[target]] = [other, item.id];
  for (const [position, id] of order.entries()) {
    await tx.checklistItem.update({ where: { id }, data: { position: position + 1 } });
  }
  return true;
}
