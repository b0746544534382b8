"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { adjournInput, fieldOfAdjournForm, readAdjournForm } from "@/lib/meetings/session-schema";

export async function adjournAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "adjourn",
    data,
    schema: adjournInput,
    read: readAdjournForm,
    fieldOf: fieldOfAdjournForm,
    command: adjourn,
    next: ({ date }) => `/meetings/${date}/minutes`,
    path: `/meetings/${encodeURIComponent(String(data.get("date")))}/adjourn`,
  });
}
