"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { confirmClaim } from "@/lib/import-export/commands/confirm-claim";
import { declineClaim } from "@/lib/import-export/commands/decline-claim";
import { undoClaim } from "@/lib/import-export/commands/undo-claim";
import { confirmClaimInput, declineClaimInput, undoClaimInput } from "@/lib/import-export/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

const path = "/admin/claims";

interface Deed<Schema extends z.ZodType> {
  /** The form's name on each claim of the page. */
  form: string;
  schema: Schema;
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ placeholder: string }>>;
  /** What the page says when it is done. */
  said: "confirmed" | "declined" | "undone";
}

function run<Schema extends z.ZodType>(data: FormData, { said, ...deed }: Deed<Schema>): Promise<FormState> {
  const next = ({ placeholder }: { placeholder: string }) =>
    `${path}?${new URLSearchParams({ said, of: placeholder })}`;
  return runForm({ ...deed, form: `${deed.form}-${data.get("claim")}`, data, path, next });
}

export async function confirmClaimAction(_previous: FormState, data: FormData): Promise<FormState> {
  const deed = { form: "confirm-claim", schema: confirmClaimInput, said: "confirmed" as const };
  return run(data, { ...deed, command: confirmClaim });
}

export async function declineClaimAction(_previous: FormState, data: FormData): Promise<FormState> {
  const deed = { form: "decline-claim", schema: declineClaimInput, said: "declined" as const };
  return run(data, { ...deed, command: declineClaim });
}

export async function undoClaimAction(_previous: FormState, data: FormData): Promise<FormState> {
  const deed = { form: "undo-claim", schema: undoClaimInput, said: "undone" as const };
  return run(data, { ...deed, command: undoClaim });
}
