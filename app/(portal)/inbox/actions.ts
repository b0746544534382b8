"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { markAllRead } from "@/lib/notifications/commands/mark-all-read";
import { markAllReadInput } from "@/lib/notifications/schema";

export async function markAllReadAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "mark-all-read",
    data,
    schema: markAllReadInput,
    command: markAllRead,
    next: () => "/inbox",
    path: "/inbox",
  });
}
