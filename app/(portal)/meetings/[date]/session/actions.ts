"use server";
import { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { recordConfirmedDecision } from "@/lib/decisions/commands/confirm-first";
import { confirmedDecisionInput, fieldOfDecisionForm, readDecisionForm } from "@/lib/decisions/schema";
import { runForm } from "@/lib/form-action";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { adoptTogether } from "@/lib/meetings/commands/adopt-together";
import { assignAction } from "@/lib/meetings/commands/assign-action";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { closeItem } from "@/lib/meetings/commands/close-item";
import { openItem } from "@/lib/meetings/commands/open-item";
import { pullItem } from "@/lib/meetings/commands/pull-item";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { writeLine } from "@/lib/meetings/commands/write-line";
import { adoptTogetherInput, pullItemInput } from "@/lib/meetings/schema";
import {
  adjournInput,
  assignActionInput,
  attendanceInput,
  itemMoveInput,
  meetingMoveInput,
  readAttendanceForm,
  writeLineInput,
} from "@/lib/meetings/session-schema";
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

const itemMoves = { open: openItem, close: closeItem } as const;
const moveItemInput = itemMoveInput.extend({ move: z.enum(["open", "close"]) });

export async function moveItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "move-item",
    data,
    schema: moveItemInput,
    command: (actor: Actor, { move, ...input }: z.output<typeof moveItemInput>) =>
      itemMoves[move](actor, input),
    next: itemPage,
    path: pathOf(data),
  });
}

export async function writeLineAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "write-line",
    data,
    schema: writeLineInput,
    command: writeLine,
    next: (line) => `${itemPage(line)}#write`,
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
