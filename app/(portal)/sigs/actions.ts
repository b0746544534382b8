"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { describeSig } from "@/lib/people/commands/describe-sig";
import { setSponsor } from "@/lib/people/commands/set-sponsor";
import { describeSigInput, setSponsorInput } from "@/lib/people/sig-schema";

export async function describeSigAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("describe-sig", data);
  return runForm({ ...run, schema: describeSigInput, command: describeSig });
}

export async function setSponsorAction(_previous: FormState, data: FormData): Promise<FormState> {
  const run = formOf("set-sponsor", data);
  return runForm({ ...run, schema: setSponsorInput, command: setSponsor });
}

/** The page that holds the form, from the handle that it sends along. */
function formOf(form: string, data: FormData, place = "") {
  const path = `/sigs/${encodeURIComponent(String(data.get("sig") ?? ""))}`;
  return { form, data, path, next: () => `${path}${place}` };
}
