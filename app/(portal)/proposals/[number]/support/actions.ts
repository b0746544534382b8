"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { askEndorsement } from "@/lib/proposals/commands/ask-endorsement";
import { confirmEndorsement } from "@/lib/proposals/commands/confirm-endorsement";
import { declineEndorsement } from "@/lib/proposals/commands/decline-endorsement";
import { offerEndorsement } from "@/lib/proposals/commands/offer-endorsement";
import { withdrawEndorsement } from "@/lib/proposals/commands/withdraw-endorsement";
import {
  askEndorsementInput,
  confirmEndorsementInput,
  declineEndorsementInput,
  offerEndorsementInput,
  withdrawEndorsementInput,
} from "@/lib/proposals/endorsement-schema";
import { readNumber } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

export async function askEndorsementAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onSupport("ask-endorsement", data, askEndorsementInput, askEndorsement);
}

export async function offerEndorsementAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onSupport("offer-endorsement", data, offerEndorsementInput, offerEndorsement);
}

export async function confirmEndorsementAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onSupport(`confirm-${idOf(data)}`, data, confirmEndorsementInput, confirmEndorsement);
}

export async function declineEndorsementAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onSupport(`decline-${idOf(data)}`, data, declineEndorsementInput, declineEndorsement);
}

export async function withdrawEndorsementAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onSupport(`withdraw-${idOf(data)}`, data, withdrawEndorsementInput, withdrawEndorsement);
}

/** Every form comes back to the page of those who stand behind the proposal. */
async function onSupport<Schema extends z.ZodType>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ number: number }>>,
): Promise<FormState> {
  const path = `/proposals/${readNumber(String(data.get("number")))}/support`;
  return runForm({ form, data, schema, command, next: () => `${path}#support`, path });
}

function idOf(data: FormData): number {
  return readNumber(String(data.get("endorsement")));
}
