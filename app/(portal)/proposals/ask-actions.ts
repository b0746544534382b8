"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { confirmAsk } from "@/lib/proposals/commands/confirm-ask";
import { declineAsk } from "@/lib/proposals/commands/decline-ask";
import { confirmAskInput, declineAskInput } from "@/lib/proposals/schema";

const page = (data: FormData) => `/proposals/${Number(data.get("number"))}`;
const at = ({ number, ask }: { number: number; ask: number }) => `/proposals/${number}#ask-${ask}`;

export async function confirmAskAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "confirm-ask",
    data,
    schema: confirmAskInput,
    command: confirmAsk,
    next: at,
    path: page(data),
  });
}

export async function declineAskAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "decline-ask",
    data,
    schema: declineAskInput,
    command: declineAsk,
    next: at,
    path: page(data),
  });
}
