"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addWorkload } from "@/lib/region/commands/add-workload";
import { addWorkloadContact } from "@/lib/region/commands/add-workload-contact";
import { confirmWorkloadContact } from "@/lib/region/commands/confirm-workload-contact";
import { moveWorkload } from "@/lib/region/commands/move-workload";
import { removeWorkloadContact } from "@/lib/region/commands/remove-workload-contact";
import { tickOnboardingStep } from "@/lib/region/commands/tick-onboarding-step";
import { updateWorkload } from "@/lib/region/commands/update-workload";
import type { WorkloadDone } from "@/lib/region/held-workload";
import {
  addContactInput,
  addWorkloadInput,
  keepContactInput,
  moveWorkloadInput,
  tickStepInput,
  updateWorkloadInput,
} from "@/lib/region/workload-schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

interface Deed<Schema extends z.ZodType> {
  form: string;
  schema: Schema;
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<WorkloadDone>>;
}

/** Forms of workloads stand on a SIG's page and on the region's list: each goes back to where it stood. */
function run<Schema extends z.ZodType>(data: FormData, deed: Deed<Schema>): Promise<FormState> {
  const named = (field: string) => encodeURIComponent(String(data.get(field) ?? ""));
  const onRegion = data.get("on") === "region";
  const path = onRegion ? `/region/${named("region")}/workloads` : `/sigs/${named("sig")}`;
  const next = ({ workloadId }: WorkloadDone) => `${path}#workload-${workloadId}`;
  return runForm({ ...deed, data, path, next });
}

export async function addWorkloadAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "add-workload", schema: addWorkloadInput, command: addWorkload });
}

export async function updateWorkloadAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "update-workload", schema: updateWorkloadInput, command: updateWorkload });
}

export async function moveWorkloadAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "move-workload", schema: moveWorkloadInput, command: moveWorkload });
}

export async function tickStepAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "tick-step", schema: tickStepInput, command: tickOnboardingStep });
}

export async function addContactAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "add-contact", schema: addContactInput, command: addWorkloadContact });
}

export async function confirmContactAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "confirm-contact", schema: keepContactInput, command: confirmWorkloadContact });
}

export async function removeContactAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "remove-contact", schema: keepContactInput, command: removeWorkloadContact });
}
