import { z } from "zod";
import { calendarDate } from "../../calendar-date";
import { addMinutes } from "../../meetings/commands/add-minutes";
import { adjourn } from "../../meetings/commands/adjourn";
import { assignAction } from "../../meetings/commands/assign-action";
import { beginQuestions } from "../../meetings/commands/begin-questions";
import { callToOrder } from "../../meetings/commands/call-to-order";
import { closeItem } from "../../meetings/commands/close-item";
import { draftTicketOfLine } from "../../meetings/commands/draft-ticket-of-line";
import { editLine } from "../../meetings/commands/edit-line";
import { enterExecutive } from "../../meetings/commands/enter-executive";
import { leaveExecutive } from "../../meetings/commands/leave-executive";
import { markAttendance } from "../../meetings/commands/mark-attendance";
import { markPlace } from "../../meetings/commands/mark-place";
import { nextItem } from "../../meetings/commands/next-item";
import { openItem } from "../../meetings/commands/open-item";
import { recordAttendance } from "../../meetings/commands/record-attendance";
import { strikeLine } from "../../meetings/commands/strike-line";
import { typeLine } from "../../meetings/commands/type-line";
import { writeLine } from "../../meetings/commands/write-line";
import { findLine, findLineHistory, findSession } from "../../meetings/session-queries";
import {
  addMinutesInput,
  adjournInput,
  assignActionInput,
  attendanceInput,
  closeItemInput,
  editLineInput,
  executiveInput,
  itemMoveInput,
  markAttendanceInput,
  meetingMoveInput,
  nextItemInput,
  placeInput,
  questionsInput,
  strikeLineInput,
  ticketOfLineInput,
  typeLineInput,
  writeLineInput,
} from "../../meetings/session-schema";
import { positiveId } from "../../plain-input";
import { done } from "../../result";
import type { Actor } from "../../workflow/actor";
import { lineHistory, lineRow, sessionShown } from "../answers/session";
import { listOf, numbered } from "../answers/shared";
import { chair, everyone, officers } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const dated = z.object({ date: z.string() });
const one = z.object({ date: calendarDate });
const item = z.object({ date: z.string(), itemId: z.number() });
const written = item.extend({ lineId: z.number(), warning: z.string().optional() });

export const sessionOperations: readonly Operation[] = [
  read(
    "GET /meetings/{date}/session",
    "Read a meeting as it is held: items, lines, attendance, quorum, motions",
    everyone,
    one,
    (actor, { date }) => findSession(actor, date),
    sessionShown,
  ),
  read(
    "GET /meetings/{date}/attendance",
    "Read who is there, and whether there is a quorum",
    everyone,
    one,
    (actor, { date }) => findSession(actor, date),
    sessionShown.pick({
      version: true,
      attendance: true,
      roster: true,
      quorum: true,
      attendanceRecorded: true,
    }),
  ),
  read(
    "GET /meetings/{date}/lines",
    "List the lines of the record",
    everyone,
    one.extend(paging),
    lines,
    listOf(lineRow),
  ),
  deed(
    "POST /meetings/{date}/call_to_order",
    "Call a meeting to order",
    chair,
    meetingMoveInput,
    callToOrder,
    dated,
  ),
  deed(
    "POST /meetings/{date}/adjourn",
    "End a meeting, and say where goes what was not discussed",
    chair,
    adjournInput,
    adjournMeeting,
    z.object({ date: z.string(), undecided: z.number(), carried: z.number() }),
  ),
  deed(
    "PUT /meetings/{date}/attendance",
    "Record who is there",
    officers,
    attendanceInput,
    recordAttendance,
    z.object({ date: z.string(), attending: z.number(), reached: z.boolean() }),
  ),
  deed(
    "POST /meetings/{date}/attendance",
    "Record that one person is there, late, absent, has left or is back",
    officers,
    markAttendanceInput,
    markAttendance,
    z.object({ date: z.string(), handle: z.string(), attending: z.number(), reached: z.boolean() }),
  ),
  deed(
    "POST /meetings/{date}/place",
    "Say at which item the meeting is, for all who follow it",
    officers,
    placeInput,
    markPlace,
    item,
  ),
  deed(
    "POST /meetings/{date}/next",
    "Close the open item and open the next",
    chair,
    nextItemInput,
    nextItem,
    z.object({ date: z.string(), itemId: z.number().nullable() }),
  ),
  deed(
    "POST /meetings/{date}/executive",
    "Begin the executive session",
    chair,
    executiveInput,
    enterExecutive,
    item,
  ),
  deed(
    "DELETE /meetings/{date}/executive",
    "End the executive session",
    chair,
    executiveInput,
    leaveExecutive,
    dated,
  ),
  deed("POST /items/{itemId}/open", "Open an item", chair, itemMoveInput, openItem, item),
  deed("POST /items/{itemId}/close", "Close an item", chair, closeItemInput, closeItem, item),
  deed(
    "POST /items/{itemId}/questions",
    "Go on from presenting to questions",
    chair,
    questionsInput,
    beginQuestions,
    item,
  ),
  deed("POST /items/{itemId}/minutes", "Give an item more minutes", chair, addMinutesInput, addMinutes, item),
  deed(
    "POST /items/{itemId}/lines",
    "Write a line of the record",
    officers,
    writeLineInput,
    writeLine,
    written,
    { status: 201 },
  ),
  read(
    "GET /meetings/{date}/lines/{lineId}/versions",
    "Read what a line said before",
    everyone,
    one.extend({ lineId: positiveId }),
    (actor, { date, lineId }) => findLineHistory(actor, date, lineId),
    lineHistory,
  ),
  deed("PUT /lines/{lineId}", "Put a line better", officers, editLineInput, editLine, written),
  deed(
    "POST /lines/{lineId}/strike",
    "Strike a line, or put it back",
    officers,
    strikeLineInput,
    strikeLine,
    written,
  ),
  deed(
    "POST /lines/{lineId}/assign",
    "Give an ACTION its owner and date",
    officers,
    assignActionInput,
    assignAction,
    item.extend({ lineId: z.number() }),
  ),
  deed(
    "POST /lines/{lineId}/ticket",
    "Draft a ticket of an ACTION",
    officers,
    ticketOfLineInput,
    draftTicketOfLine,
    numbered,
    { status: 201 },
  ),
  deed(
    "POST /meetings/{date}/lines",
    "Write a line as it is typed, mark and all, such as “ACTION: @ada writes it down”",
    officers,
    typeLineInput,
    typed,
    z.object({ line: lineRow.nullable(), warning: z.string().nullable() }),
    { status: 201 },
  ),
];

/** Answers with the line as the record shows it. */
async function typed(actor: Actor, input: z.output<typeof typeLineInput>) {
  const result = await typeLine(actor, input);
  if (!result.ok) return result;
  const { lineId, warning = null } = result.value;
  return done({ line: await findLine(actor, lineId), warning });
}

async function adjournMeeting(actor: Actor, input: z.output<typeof adjournInput>) {
  return adjourn(actor, input);
}

async function lines(
  actor: Actor,
  { date, ...page }: z.output<typeof one> & { limit: number; cursor: string },
) {
  const session = await findSession(actor, date);
  return (
    session &&
    pageOf(
      session.items.flatMap((each) => each.lines),
      page,
      (each) => each.id,
    )
  );
}
