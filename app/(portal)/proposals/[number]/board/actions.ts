"use server";
import type { FormState } from "@/components/forms/form-state";
import { recordPastDecision } from "@/lib/decisions/commands/record-past-decision";
import { pastDecisionInput } from "@/lib/decisions/schema";
import { runForm } from "@/lib/form-action";
import { acceptCounter } from "@/lib/meetings/commands/accept-counter";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { counterSlot } from "@/lib/meetings/commands/counter-slot";
import { declineSlot } from "@/lib/meetings/commands/decline-slot";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { withdrawSlot } from "@/lib/meetings/commands/withdraw-slot";
import {
  acceptCounterInput,
  acceptSlotInput,
  counterSlotInput,
  declineSlotInput,
  offerSlotInput,
  requestSlotInput,
  withdrawSlotInput,
} from "@/lib/meetings/schema";

const board = ({ number }: { number: number }) => `/proposals/${number}/board`;
const pathOf = (data: FormData) => board({ number: Number(data.get("number")) });

export async function requestSlotAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "request-slot", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: requestSlotInput, command: requestSlot });
}

export async function offerSlotAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "offer-slot", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: offerSlotInput, command: offerSlot });
}

export async function acceptSlotAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "accept-slot", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: acceptSlotInput, command: acceptSlot });
}

export async function counterSlotAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "counter-slot", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: counterSlotInput, command: counterSlot });
}

export async function acceptCounterAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "accept-counter", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: acceptCounterInput, command: acceptCounter });
}

export async function declineSlotAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "decline-slot", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: declineSlotInput, command: declineSlot });
}

export async function withdrawSlotAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "withdraw-slot", data, path: pathOf(data), next: board };
  return runForm({ ...run, schema: withdrawSlotInput, command: withdrawSlot });
}

export async function recordPastDecisionAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = { form: "past-decision", data, path: pathOf(data) };
  const next = ({ number }: { number: number }) => `/proposals/${number}/split`;
  return runForm({ ...run, next, schema: pastDecisionInput, command: recordPastDecision });
}
