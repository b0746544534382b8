import type { FormState } from "@/components/forms/form-state";
import { newSubmissionKey, runForm } from "@/lib/form-action";
import { saveSomeWorkingCopy } from "@/lib/proposals/commands/save-working-copy";
import { askRows } from "@/lib/proposals/form-values";
import { withChoices } from "@/lib/proposals/merge";
import { readWorkingCopy, saveCopyInput } from "@/lib/proposals/working-copy-schema";
import type { Refusal } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

type Values = Record<string, string>;

/** Where the form of a proposal stands: the one for a new one, or the one that changes it. */
export function formPath(number: number | string | null | undefined): string {
  return number ? `/proposals/${number}/edit` : "/proposals/new";
}

/**
 * The buttons of the proposal's form that do not save it: they keep what was typed as the working copy, and go on from
 * there. Undefined where the form was sent to be saved.
 */
export async function goOnWriting(data: FormData, form: string): Promise<FormState | undefined> {
  const intent = data.get("intent");
  if (intent !== "preview" && intent !== "more" && intent !== "write") return undefined;
  // Each press is a step of its own: what was typed in between has to count.
  data.set("submissionKey", newSubmissionKey());
  const path = formPath(Number(data.get("number")));
  return runForm({
    form,
    data,
    schema: saveCopyInput,
    read: (values) => readWorkingCopy(withChoices(values)),
    fieldOf: (field) => field.replace(/^values\./, ""),
    command: saveSomeWorkingCopy,
    next: ({ copy }, { values }) => {
      if (intent === "preview") return `/proposals/preview?copy=${copy}`;
      return `${path}?copy=${copy}${intent === "more" ? `&rows=${askRows(values) + 1}` : ""}`;
    },
    path,
  });
}

/** Somebody else was quicker: what was typed is kept, and the page that brings both together is next. */
export async function toMerge(actor: Actor, refusal: Refusal, values: Values): Promise<string | undefined> {
  if (refusal.code !== "conflict") return undefined;
  const read = saveCopyInput.safeParse(readWorkingCopy(withChoices(values)));
  if (!read.success) return undefined;
  const saved = await saveSomeWorkingCopy(actor, read.data);
  return saved.ok ? `/proposals/${read.data.number}/merge?copy=${saved.value.copy}` : undefined;
}
