"use server";
import type { FormState } from "@/components/forms/form-state";
import { correctDecision } from "@/lib/decisions/commands/correct-decision";
import { correctionInput, fieldOfDecisionForm, readDecisionForm } from "@/lib/decisions/schema";
import { runForm } from "@/lib/form-action";

export async function correctDecisionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "correct-decision",
    data,
    schema: correctionInput,
    read: readDecisionForm,
    fieldOf: fieldOfDecisionForm,
    command: correctDecision,
    next: ({ decisionId }) => `/decisions/${decisionId}`,
    path: `/decisions/${encodeURIComponent(String(data.get("decision") ?? ""))}`,
  });
}
