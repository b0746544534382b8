import { z } from "zod";
import { calendarDate } from "../../calendar-date";
import { agendaMarkdown, agendaText } from "../../meetings/agenda-documents";
import { type Agenda, findAgenda } from "../../meetings/agenda-queries";
import { adoptTogether } from "../../meetings/commands/adopt-together";
import { cancelMeeting } from "../../meetings/commands/cancel-meeting";
import { changeItem } from "../../meetings/commands/change-item";
import { changeMeeting } from "../../meetings/commands/change-meeting";
import { changeSeries } from "../../meetings/commands/change-series";
import { createMeeting } from "../../meetings/commands/create-meeting";
import { createSeries } from "../../meetings/commands/create-series";
import { handOverItem } from "../../meetings/commands/hand-over-item";
import { orderItems } from "../../meetings/commands/order-items";
import { placeItem } from "../../meetings/commands/place-item";
import { planSeries } from "../../meetings/commands/plan-series";
import { publishAgenda } from "../../meetings/commands/publish-agenda";
import { pullItem } from "../../meetings/commands/pull-item";
import { reorderItem } from "../../meetings/commands/reorder-item";
import { replyToMeeting } from "../../meetings/commands/reply-to-meeting";
import { updateOutline } from "../../meetings/commands/update-outline";
import { withdrawItem } from "../../meetings/commands/withdraw-item";
import { findEdition } from "../../meetings/edition-queries";
import { findPreread } from "../../meetings/preread-queries";
import { listMeetings, listSeries } from "../../meetings/queries";
import {
  adoptTogetherInput,
  cancelMeetingInput,
  changeItemInput,
  changeMeetingInput,
  createMeetingInput,
  handOverItemInput,
  orderItemsInput,
  placeItemInput,
  publishAgendaInput,
  pullItemInput,
  reorderItemInput,
  replyToMeetingInput,
  updateOutlineInput,
  withdrawItemInput,
} from "../../meetings/schema";
import { changeSeriesInput, createSeriesInput, planSeriesInput } from "../../meetings/series-schema";
import { listSuggestions } from "../../meetings/suggestion-queries";
import type { Actor } from "../../workflow/actor";
import { listHistory } from "../../workflow/queries";
import { agendaShown, edition, meetingLine, seriesShown } from "../answers/meetings";
import { prereadPack } from "../answers/preread";
import { historyEntry } from "../answers/reader";
import { listOf } from "../answers/shared";
import { suggestion } from "../answers/slots-and-actions";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging, shortened } from "../paging";
import { flag } from "../query";

const dated = z.object({ date: z.string() });
const one = z.object({ date: calendarDate });
const item = z.object({ date: z.string(), itemId: z.number() });
const filter = z.object({
  past: flag,
  year: z.coerce.number().int().min(1970).max(2199).optional(),
  q: z.string().trim().min(1).max(200).optional(),
  cursor: paging.cursor,
});

export const meetingsOperations: readonly Operation[] = [
  read("GET /meetings", "List meetings that come, or those that were", filter, list, listOf(meetingLine)),
  deed("POST /meetings", "Set a meeting", createMeetingInput, createMeeting, dated, { status: 201 }),
  read(
    "GET /meetings/{date}",
    "Read a meeting with its agenda",
    one,
    (actor, { date }) => findAgenda(actor, date),
    agendaShown,
  ),
  read(
    "GET /meetings/{date}/agenda",
    "Read an agenda as JSON, or as a text: format=md or txt",
    one,
    (actor, { date }) => findAgenda(actor, date),
    agendaShown,
  ),
  read(
    "GET /meetings/{date}/agenda.md",
    "Read an agenda as Markdown",
    one,
    (actor, { date }) => findAgenda(actor, date),
    z.string(),
    asText("text/markdown", agendaMarkdown),
  ),
  read(
    "GET /meetings/{date}/agenda.txt",
    "Read an agenda as text",
    one,
    (actor, { date }) => findAgenda(actor, date),
    z.string(),
    asText("text/plain", agendaText),
  ),
  read(
    "GET /meetings/{date}/edition",
    "Read an agenda as it was published, and what changed since",
    one,
    (actor, { date }) => findEdition(actor, date),
    edition,
  ),
  read(
    "GET /meetings/{date}/preread",
    "Read what is to be read before a meeting",
    one,
    (actor, { date }) => findPreread(actor, date),
    prereadPack,
  ),
  read(
    "GET /meetings/{date}/suggestions",
    "List what an officer may want on the agenda",
    one.extend(paging),
    suggestions,
    listOf(suggestion),
  ),
  read(
    "GET /meetings/{date}/events",
    "Read the history of a meeting",
    one.extend(paging),
    history,
    listOf(historyEntry),
  ),
  deed("PUT /meetings/{date}", "Move or change a meeting", changeMeetingInput, changeMeeting, dated),
  deed("POST /meetings/{date}/publish", "Publish the agenda", publishAgendaInput, publishAgenda, dated),
  deed(
    "POST /meetings/{date}/cancel",
    "Cancel a meeting; what stood on its agenda goes to the next",
    cancelMeetingInput,
    cancelMeeting,
    z.object({ date: z.string(), movedTo: z.string().nullable(), items: z.number() }),
  ),
  deed("POST /meetings/{date}/reply", "Say whether you come", replyToMeetingInput, replyToMeeting, dated),
  deed("POST /meetings/{date}/items", "Place an item on the agenda", placeItemInput, placeItem, item, {
    status: 201,
  }),
  deed(
    "POST /meetings/{date}/adopt-together",
    "Adopt all consent items at once, or close all that are to be closed",
    adoptTogetherInput,
    adoptTogether,
    z.object({ date: z.string(), items: z.number() }),
  ),
  deed("PUT /items/{itemId}", "Change an item of an agenda", changeItemInput, changeItem, item),
  deed(
    "PUT /items/{itemId}/outline",
    "Write the outline of what you present",
    updateOutlineInput,
    updateOutline,
    item,
  ),
  deed(
    "POST /items/{itemId}/presenter",
    "Hand an item over to somebody else",
    handOverItemInput,
    handOverItem,
    item,
  ),
  deed(
    "POST /items/{itemId}/pull",
    "Pull an item out of what is dealt with together",
    pullItemInput,
    pullItem,
    item,
  ),
  deed(
    "POST /items/{itemId}/reorder",
    "Move an item up or down",
    reorderItemInput,
    reorderItem,
    z.object({ date: z.string(), place: z.number() }),
  ),
  deed("POST /items/{itemId}/order", "Put an item before another", orderItemsInput, orderItems, item),
  deed(
    "POST /items/{itemId}/withdraw",
    "Take an item off the agenda",
    withdrawItemInput,
    withdrawItem,
    dated,
  ),
  read(
    "GET /series",
    "List the series of meetings",
    z.object(paging),
    async (_actor, page) => pageOf(await listSeries(), page, (each) => each.key),
    listOf(seriesShown),
  ),
  deed(
    "POST /series",
    "Begin a series of meetings",
    createSeriesInput,
    createSeries,
    z.object({ key: z.string() }),
    { status: 201 },
  ),
  deed(
    "PUT /series/{key}",
    "Change a series",
    changeSeriesInput,
    changeSeries,
    z.object({ key: z.string() }),
  ),
  deed(
    "POST /series/{series}/plan",
    "Make the next meetings of a series",
    planSeriesInput,
    planSeries,
    z.object({ created: z.array(z.string()) }),
    { status: 201 },
  ),
];

async function list(actor: Actor, { cursor, ...wanted }: z.output<typeof filter>) {
  return paged(
    await listMeetings(actor, { ...wanted, cursor: /^\d{4}-\d{2}-\d{2}$/.test(cursor) ? cursor : undefined }),
  );
}

function asText(mediaType: string, write: (agenda: Agenda) => string) {
  // Given what the query has found.
  return {
    text: { mediaType: `${mediaType}; charset=utf-8`, write: (found: unknown) => write(found as Agenda) },
  };
}

type OnDate = z.output<typeof one> & { limit: number; cursor: string };

async function suggestions(actor: Actor, { date, ...page }: OnDate) {
  const agenda = await findAgenda(actor, date);
  return agenda && pageOf(await listSuggestions(actor, agenda.id), page, (each) => each.source);
}

async function history(actor: Actor, { date, cursor, limit }: OnDate) {
  const agenda = await findAgenda(actor, date);
  if (!agenda) return null;
  const { entries, nextCursor } = await listHistory(actor, { meetingId: agenda.id }, cursor || undefined);
  return shortened(paged({ items: entries, nextCursor }), limit, (each) => each.id);
}
