"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { addressConcern } from "@/lib/discussion/commands/address-concern";
import { openConcern } from "@/lib/discussion/commands/open-concern";
import { reopenConcern } from "@/lib/discussion/commands/reopen-concern";
import { resolveConcern } from "@/lib/discussion/commands/resolve-concern";
import { withdrawConcern } from "@/lib/discussion/commands/withdraw-concern";
import {
  addressConcernInput,
  openConcernInput,
  reopenConcernInput,
  resolveConcernInput,
  withdrawConcernInput,
} from "@/lib/discussion/concern-schema";
import { runForm } from "@/lib/form-action";
import { readNumber } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

export async function openConcernAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onConcerns("open-concern", data, openConcernInput, openConcern);
}

export async function addressConcernAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onConcerns(`address-${idIn(data, "concern")}`, data, addressConcernInput, addressConcern);
}

export async function resolveConcernAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onConcerns(`resolve-${idIn(data, "concern")}`, data, resolveConcernInput, resolveConcern);
}

export async function reopenConcernAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onConcerns(`reopen-${idIn(data, "concern")}`, data, reopenConcernInput, reopenConcern);
}

export async function withdrawConcernAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onConcerns(`withdraw-${idIn(data, "concern")}`, data, withdrawConcernInput, withdrawConcern);
}

/** Every form comes back to the page, at the concern that it was about. */
async function onConcerns<Schema extends z.ZodType>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ concern: number }>>,
): Promise<FormState> {
  const path = `/proposals/${idIn(data, "proposal")}/concerns`;
  return runForm({ form, data, schema, command, next: ({ concern }) => `${path}#concern-${concern}`, path });
}

/** A number from a hidden field, for an address: anything else is 0, which no page has. */
function idIn(data: FormData, field: string): number {
  return readNumber(String(data.get(field)));
}
