"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { describeSig } from "@/lib/people/commands/describe-sig";
import { setSponsor } from "@/lib/people/commands/set-sponsor";
import { describeSigInput, setSponsorInput } from "@/lib/people/sig-schema";
import { addWorkload } from "@/lib/region/commands/add-workload";
import { moveWorkload } from "@/lib/region/commands/move-workload";
import { updateWorkload } from "@/lib/region/commands/update-workload";
import { addWorkloadInput, moveWorkloadInput, updateWorkloadInput } from "@/lib/region/workload-schema";

export async function describeSigAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("describe-sig", data);
  return runForm({ ...run, schema: describeSigInput, command: describeSig });
}

export async function setSponsorAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("set-sponsor", data);
  return runForm({ ...run, schema: setSponsorInput, command: setSponsor });
}

export async function addWorkloadAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("add-workload", data, "#workloads");
  return runForm({ ...run, schema: addWorkloadInput, command: addWorkload });
}

export async function updateWorkloadAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("update-workload", data, "#workloads");
  return runForm({ ...run, schema: updateWorkloadInput, command: updateWorkload });
}

export async function moveWorkloadAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("move-workload", data, "#workloads");
  return runForm({ ...run, schema: moveWorkloadInput, command: moveWorkload });
}

/** The page that holds the form, from the handle that it sends along. */
function formOf(form: string, data: FormData, place = "") {
  const path = `/sigs/${encodeURIComponent(String(data.get("sig") ?? ""))}`;
  return { form, data, path, next: () => `${path}${place}` };
}
