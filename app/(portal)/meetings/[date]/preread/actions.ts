"use server";
import type { FormState } from "@/components/forms/form-state";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { runForm } from "@/lib/form-action";
import { markRead } from "@/lib/materials/commands/mark-read";
import { markReadInput } from "@/lib/materials/schema";

/** Marks a proposal's text as read and goes on: to the next item that is not read, or back to the whole. */
export async function markAndGoOnAction(_previous: FormState, data: FormData): Promise<FormState> {
  const date = String(data.get("date"));
  const base = whatIsWrongWithDate(date) ? "/meetings" : `/meetings/${date}/preread`;
  const next = Number(data.get("next"));
  const target = Number.isSafeInteger(next) && next > 0 ? `${base}/${next}` : base;
  return runForm({
    form: "mark-and-go-on",
    data,
    schema: markReadInput,
    command: markRead,
    next: () => target,
    path: base,
  });
}
