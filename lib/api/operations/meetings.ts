import { z } from "zod";
import { calendarDate } from "../../calendar-date";
import { agendaMarkdown, agendaText } from "../../meetings/agenda-documents";
import { type Agenda, findAgenda } from "../../meetings/agenda-queries";
import { cancelMeeting } from "../../meetings/commands/cancel-meeting";
import { changeMeeting } from "../../meetings/commands/change-meeting";
import { changeSeries } from "../../meetings/commands/change-series";
import { createMeeting } from "../../meetings/commands/create-meeting";
import { createSeries } from "../../meetings/commands/create-series";
import { planSeries } from "../../meetings/commands/plan-series";
import { publishAgenda } from "../../meetings/commands/publish-agenda";
import { replyToMeeting } from "../../meetings/commands/reply-to-meeting";
import { findEdition } from "../../meetings/edition-queries";
import { findPreread } from "../../meetings/preread-queries";
import { listMeetings, listSeries } from "../../meetings/queries";
import {
  cancelMeetingInput,
  changeMeetingInput,
  createMeetingInput,
  publishAgendaInput,
  replyToMeetingInput,
} from "../../meetings/schema";
import { changeSeriesInput, createSeriesInput, planSeriesInput } from "../../meetings/series-schema";
import type { Actor } from "../../workflow/actor";
import { listHistory } from "../../workflow/queries";
import { agendaShown, edition, meetingLine, seriesShown } from "../answers/meetings";
import { prereadPack } from "../answers/preread";
import { historyEntry } from "../answers/reader";
import { listOf } from "../answers/shared";
import { everyone, officers, signedIn } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging, shortened } from "../paging";
import { flag } from "../query";

const dated = z.object({ date: z.string() });
const one = z.object({ date: calendarDate });
const filter = z.object({
  past: flag,
  year: z.coerce.number().int().min(1970).max(2199).optional(),
  q: z.string().trim().min(1).max(200).optional(),
  cursor: paging.cursor,
});

export const meetingsOperations: readonly Operation[] = [
  read(
    "GET /meetings",
    "List meetings that come, or those that were",
    everyone,
    filter,
    list,
    listOf(meetingLine),
  ),
  deed("POST /meetings", "Set a meeting", officers, createMeetingInput, createMeeting, dated, {
    status: 201,
  }),
  read(
    "GET /meetings/{date}",
    "Read a meeting with its agenda",
    everyone,
    one,
    (actor, { date }) => findAgenda(actor, date),
    agendaShown,
  ),
  read(
    "GET /meetings/{date}/agenda",
    "Read an agenda as JSON, or as a text: format=md or txt",
    everyone,
    one,
    (actor, { date }) => findAgenda(actor, date),
    agendaShown,
  ),
  read(
    "GET /meetings/{date}/agenda.md",
    "Read an agenda as Markdown",
    everyone,
    one,
    (actor, { date }) => findAgenda(actor, date),
    z.string(),
    asText("text/markdown", agendaMarkdown),
  ),
  read(
    "GET /meetings/{date}/agenda.txt",
    "Read an agenda as text",
    everyone,
    one,
    (actor, { date }) => findAgenda(actor, date),
    z.string(),
    asText("text/plain", agendaText),
  ),
  read(
    "GET /meetings/{date}/edition",
    "Read an agenda as it was published, and what changed since",
    everyone,
    one,
    (actor, { date }) => findEdition(actor, date),
    edition,
  ),
  read(
    "GET /meetings/{date}/preread",
    "Read what is to be read before a meeting",
    everyone,
    one,
    (actor, { date }) => findPreread(actor, date),
    prereadPack,
  ),
  read(
    "GET /meetings/{date}/events",
    "Read the history of a meeting",
    everyone,
    one.extend(paging),
    history,
    listOf(historyEntry),
  ),
  deed(
    "PUT /meetings/{date}",
    "Move or change a meeting",
    officers,
    changeMeetingInput,
    changeMeeting,
    dated,
  ),
  deed(
    "POST /meetings/{date}/publish",
    "Publish the agenda",
    officers,
    publishAgendaInput,
    publishAgenda,
    dated,
  ),
  deed(
    "POST /meetings/{date}/cancel",
    "Cancel a meeting; what stood on its agenda goes to the next",
    officers,
    cancelMeetingInput,
    cancelMeeting,
    z.object({ date: z.string(), movedTo: z.string().nullable(), items: z.number() }),
  ),
  deed(
    "POST /meetings/{date}/reply",
    "Say whether you come",
    signedIn,
    replyToMeetingInput,
    replyToMeeting,
    dated,
  ),
  read(
    "GET /series",
    "List the series of meetings",
    everyone,
    z.object(paging),
    async (_actor, page) => pageOf(await listSeries(), page, (each) => each.key),
    listOf(seriesShown),
  ),
  deed(
    "POST /series",
    "Begin a series of meetings",
    officers,
    createSeriesInput,
    createSeries,
    z.object({ key: z.string() }),
    { status: 201 },
  ),
  deed(
    "PUT /series/{key}",
    "Change a series",
    officers,
    changeSeriesInput,
    changeSeries,
    z.object({ key: z.string() }),
  ),
  deed(
    "POST /series/{series}/plan",
    "Make the next meetings of a series",
    officers,
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
  return { text: { mediaType: `${mediaType}; charset=utf-8`, write } };
}

type OnDate = z.output<typeof one> & { limit: number; cursor: string };

async function history(actor: Actor, { date, cursor, limit }: OnDate) {
  const agenda = await findAgenda(actor, date);
  if (!agenda) return null;
  const { entries, nextCursor } = await listHistory(actor, { meetingId: agenda.id }, cursor || undefined);
  return shortened(paged({ items: entries, nextCursor }), limit, (each) => each.id);
}
