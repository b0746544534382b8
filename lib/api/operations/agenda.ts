import { z } from "zod";
import { calendarDate } from "../../calendar-date";
import { findAgenda } from "../../meetings/agenda-queries";
import { adoptTogether } from "../../meetings/commands/adopt-together";
import { changeItem } from "../../meetings/commands/change-item";
import { handOverItem } from "../../meetings/commands/hand-over-item";
import { orderItems } from "../../meetings/commands/order-items";
import { placeItem } from "../../meetings/commands/place-item";
import { pullItem } from "../../meetings/commands/pull-item";
import { reorderItem } from "../../meetings/commands/reorder-item";
import { updateOutline } from "../../meetings/commands/update-outline";
import { withdrawItem } from "../../meetings/commands/withdraw-item";
import {
  adoptTogetherInput,
  changeItemInput,
  handOverItemInput,
  orderItemsInput,
  placeItemInput,
  pullItemInput,
  reorderItemInput,
  updateOutlineInput,
  withdrawItemInput,
} from "../../meetings/schema";
import { listSuggestions } from "../../meetings/suggestion-queries";
import type { Actor } from "../../workflow/actor";
import { listOf } from "../answers/shared";
import { suggestion } from "../answers/slots-and-actions";
import { either, own } from "../audience";
import { author, authors, chair, directors, officers } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const dated = z.object({ date: z.string() });
const one = z.object({ date: calendarDate });
const item = z.object({ date: z.string(), itemId: z.number() });

export const agendaOperations: readonly Operation[] = [
  read(
    "GET /meetings/{date}/suggestions",
    "List what an officer may want on the agenda",
    officers,
    one.extend(paging),
    suggestions,
    listOf(suggestion),
  ),
  deed(
    "POST /meetings/{date}/items",
    "Place an item on the agenda",
    officers,
    placeItemInput,
    placeItem,
    item,
    { status: 201 },
  ),
  deed(
    "POST /meetings/{date}/adopt-together",
    "Adopt all consent items at once, or close all that are to be closed",
    chair,
    adoptTogetherInput,
    adoptTogether,
    z.object({ date: z.string(), items: z.number() }),
  ),
  deed("PUT /items/{itemId}", "Change an item of an agenda", officers, changeItemInput, changeItem, item),
  deed(
    "PUT /items/{itemId}/outline",
    "Write the outline of what you present",
    either(authors, officers, own("who presents")),
    updateOutlineInput,
    updateOutline,
    item,
  ),
  deed(
    "POST /items/{itemId}/presenter",
    "Hand an item over to somebody else",
    either(author, officers, own("who presents")),
    handOverItemInput,
    handOverItem,
    item,
  ),
  deed(
    "POST /items/{itemId}/pull",
    "Pull an item out of what is dealt with together",
    directors,
    pullItemInput,
    pullItem,
    item,
  ),
  deed(
    "POST /items/{itemId}/reorder",
    "Move an item up or down",
    officers,
    reorderItemInput,
    reorderItem,
    z.object({ date: z.string(), place: z.number() }),
  ),
  deed(
    "POST /items/{itemId}/order",
    "Put an item before another",
    officers,
    orderItemsInput,
    orderItems,
    item,
  ),
  deed(
    "POST /items/{itemId}/withdraw",
    "Take an item off the agenda",
    either(author, officers),
    withdrawItemInput,
    withdrawItem,
    dated,
  ),
];

type OnDate = z.output<typeof one> & { limit: number; cursor: string };

async function suggestions(actor: Actor, { date, ...page }: OnDate) {
  const agenda = await findAgenda(actor, date);
  return agenda && pageOf(await listSuggestions(actor, agenda.id), page, (each) => each.source);
}
