"use server";
import type { FormState } from "@/components/forms/form-state";
import { recordPastDecision } from "@/lib/decisions/commands/record-past-decision";
import { pastDecisionInput } from "@/lib/decisions/schema";
import { runForm } from "@/lib/form-action";

export async function recordPastDecisionAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = `/proposals/${Number(data.get("number"))}`;
  return runForm({
    form: "past-decision",
    data,
    schema: pastDecisionInput,
    command: recordPastDecision,
    next: ({ number }) => `/proposals/${number}/split`,
    path: `${path}/board`,
  });
}
