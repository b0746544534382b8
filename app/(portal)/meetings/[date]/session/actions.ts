"use server";
import { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { recordConfirmedDecision } from "@/lib/decisions/commands/confirm-first";
import { confirmedDecisionInput, fieldOfDecisionForm, readDecisionForm } from "@/lib/decisions/schema";
import { runForm } from "@/lib/form-action";
import { addMinutes } from "@/lib/meetings/commands/add-minutes";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { adoptTogether } from "@/lib/meetings/commands/adopt-together";
import { assignAction } from "@/lib/meetings/commands/assign-action";
import { beginQuestions } from "@/lib/meetings/commands/begin-questions";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { closeItem } from "@/lib/meetings/commands/close-item";
import { draftTicketOfLine } from "@/lib/meetings/commands/draft-ticket-of-line";
import { editLine } from "@/lib/meetings/commands/edit-line";
import { enterExecutive } from "@/lib/meetings/commands/enter-executive";
import { leaveExecutive } from "@/lib/meetings/commands/leave-executive";
import { markAttendance } from "@/lib/meetings/commands/mark-attendance";
import { markPlace } from "@/lib/meetings/commands/mark-place";
import { nextItem } from "@/lib/meetings/commands/next-item";
import { openItem } from "@/lib/meetings/commands/open-item";
import { pullItem } from "@/lib/meetings/commands/pull-item";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { strikeLine } from "@/lib/meetings/commands/strike-line";
import { typeLine } from "@/lib/meetings/commands/type-line";
import { adoptTogetherInput, pullItemInput } from "@/lib/meetings/schema";
import {
  addMinutesInput,
  adjournInput,
  assignActionInput,
  attendanceInput,
  closeItemInput,
  editLineInput,
  executiveInput,
  markAttendanceInput,
  meetingMoveInput,
  placeInput,
  questionsInput,
  readAttendanceForm,
  readFates,
  strikeLineInput,
  ticketOfLineInput,
  typeLineInput,
} from "@/lib/meetings/session-schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

const page = ({ date }: { date: string }) => `/meetings/${date}/session`;
const itemPage = ({ date, itemId }: { date: string; itemId: number }) => `${page({ date })}?item=${itemId}`;
const pathOf = (data: FormData) => page({ date: encodeURIComponent(String(data.get("date"))) });

export async function callToOrderAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "call-to-order",
    data,
    schema: meetingMoveInput,
    command: callToOrder,
    next: page,
    path: pathOf(data),
  });
}

export async function adoptTogetherAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "adopt-together",
    data,
    schema: adoptTogetherInput,
    command: adoptTogether,
    next: page,
    path: pathOf(data),
  });
}

export async function pullItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "pull-item",
    data,
    schema: pullItemInput,
    command: pullItem,
    next: itemPage,
    path: pathOf(data),
  });
}

export async function adjournAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "adjourn",
    data,
    schema: adjournInput,
    command: adjourn,
    next: ({ date }) => `/meetings/${date}/minutes`,
    path: pathOf(data),
  });
}

export async function attendanceAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "attendance",
    data,
    schema: attendanceInput,
    read: readAttendanceForm,
    command: recordAttendance,
    next: page,
    path: pathOf(data),
  });
}

const moveItemInput = closeItemInput.extend({
  date: executiveInput.shape.date,
  move: z.enum(["open", "close", "next"]),
});
type MoveItem = z.output<typeof moveItemInput>;

const itemMoves = {
  open: openItem,
  close: closeItem,
  next: (actor: Actor, { date, itemId, questions }: MoveItem) =>
    nextItem(actor, { date, from: itemId, questions }),
} as const;

export async function moveItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "move-item",
    data,
    schema: moveItemInput,
    read: readFates,
    command: async (actor: Actor, input: MoveItem): Promise<Result<{ date: string }>> =>
      itemMoves[input.move](actor, input),
    next: page, // everybody follows, also who moved it
    path: pathOf(data),
  });
}

export async function typeLineAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "type-line",
    data,
    schema: typeLineInput,
    command: typeLine,
    next: (line) => `${itemPage(line)}#write`,
    path: pathOf(data),
  });
}

export async function editLineAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "edit-line",
    data,
    schema: editLineInput,
    command: editLine,
    next: (line) => `${itemPage(line)}#line-${line.lineId}`,
    path: pathOf(data),
  });
}

export async function strikeLineAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "strike-line",
    data,
    schema: strikeLineInput,
    command: strikeLine,
    next: (line) => `${itemPage(line)}#line-${line.lineId}`,
    path: pathOf(data),
  });
}

export async function ticketOfLineAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "ticket-of-line",
    data,
    schema: ticketOfLineInput,
    command: draftTicketOfLine,
    next: ({ number }) => `/tickets/${number}`,
    path: pathOf(data),
  });
}

/** "ada present" of a button, or a guest's handle. */
function readMark({ date, mark = "", guest = "" }: Record<string, string>): Record<string, unknown> {
  const [handle, deed] = mark ? mark.split(" ") : [guest, "present"];
  return { date, handle, deed };
}

export async function markAttendanceAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "mark-attendance",
    data,
    schema: markAttendanceInput,
    read: readMark,
    command: markAttendance,
    next: page,
    path: pathOf(data),
  });
}

export async function markPlaceAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "mark-place",
    data,
    schema: placeInput,
    command: markPlace,
    next: page,
    path: pathOf(data),
  });
}

export async function beginQuestionsAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "begin-questions",
    data,
    schema: questionsInput,
    command: beginQuestions,
    next: page,
    path: pathOf(data),
  });
}

export async function addMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "add-minutes",
    data,
    schema: addMinutesInput,
    command: addMinutes,
    next: page,
    path: pathOf(data),
  });
}

export async function executiveAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "executive",
    data,
    schema: executiveInput.extend({ move: z.enum(["enter", "leave"]) }),
    command: async (actor: Actor, { move, date }): Promise<Result<{ date: string }>> =>
      move === "enter" ? enterExecutive(actor, { date }) : leaveExecutive(actor, { date }),
    next: page,
    path: pathOf(data),
  });
}

export async function assignActionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "assign-action",
    data,
    schema: assignActionInput,
    command: assignAction,
    next: (line) => `${itemPage(line)}#line-${line.lineId}`,
    path: pathOf(data),
  });
}

export async function recordDecisionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "decision",
    data,
    schema: confirmedDecisionInput,
    read: readDecisionForm,
    fieldOf: fieldOfDecisionForm,
    command: recordConfirmedDecision,
    next: (decision) => `${itemPage(decision)}#decision`,
    path: pathOf(data),
  });
}
