import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { findKeptForm, keepForm } from "../auth/kept-forms";
import { currentActor } from "../auth/reader";
import { onlyOnce } from "../db/submission";
import { errorsOf } from "../form-action";
import type { FieldError, Result } from "../result";
import { waitHeader, waitSentence } from "../wait-header";
import type { Actor } from "../workflow/actor";
import { tooLarge } from "./file-kinds";
import { readUpload, type Upload } from "./read-upload";

type File = Upload["file"];

export interface UploadRun<Schema extends z.ZodType, Out> {
  /** The form's name: under it, what was typed is kept. */
  form: string;
  request: Request;
  /** The page that holds the form, and the form's place on it. */
  page: string;
  anchor: string;
  schema: Schema;
  /** What the schema judges, from the typed fields and from whether a file came along. */
  read: (fields: Record<string, string>, hasFile: boolean) => unknown;
  /** Whether it is nothing without a file. */
  needsFile: boolean;
  /** Characters that a field may have, where one of them is long. */
  longestField?: number;
  command: (actor: Actor, input: z.output<Schema>, file: File) => Promise<Result<Out>>;
  next: (outcome: Out) => string;
}

/**
 * Carries out a form with a file, as `runForm` does the others: who, what, the command, and where to go. It is no server
 * action, because those refuse a large body before anybody can say why. Null where it was no form at all.
 */
export async function runUpload<Schema extends z.ZodType, Out>(
  run: UploadRun<Schema, Out>,
): Promise<string | null> {
  const { form, page } = run;
  const upload = await readUpload(run.request, run.longestField);
  if (!upload) return null;
  const actor = await currentActor();
  const { fields, file } = upload;
  if (actor.kind !== "person") {
    return `/sign-in?${new URLSearchParams({ back: page, kept: await keepForm(form, page, fields) })}`;
  }
  const wait = Number(run.request.headers.get(waitHeader) ?? 0);
  if (wait > 0) return keepRefusal(run, fields, { message: waitSentence(wait) });
  const parsed = run.schema.safeParse(run.read(fields, file !== null || upload.isTooLarge));
  const errors = [...(parsed.success ? [] : errorsOf(parsed.error)), ...fileErrors(upload, run.needsFile)];
  if (!parsed.success || errors.length > 0) {
    return keepRefusal(run, fields, {
      message: "Some fields need another look; nothing was sent yet.",
      errors,
    });
  }
  const key = `${form}:${fields.submissionKey?.slice(0, 100) || randomUUID()}`;
  const result = await onlyOnce(key, actor.personId, () => run.command(actor, parsed.data, file));
  return result.ok ? run.next(result.value) : keepRefusal(run, fields, result.refusal);
}

function fileErrors({ file, isTooLarge }: Upload, needsFile: boolean): FieldError[] {
  if (isTooLarge) return [{ path: "file", message: tooLarge(file?.name || "this one") }];
  return file || !needsFile ? [] : [{ path: "file", message: "Choose a file." }];
}

const refusalField = "refusal";

/** What was typed waits in the database for the page that shows it again: an address could not hold it. */
async function keepRefusal(
  { form, page, anchor }: { form: string; page: string; anchor: string },
  fields: Record<string, string>,
  refusal: { message: string; errors?: FieldError[] },
): Promise<string> {
  const { message, errors = [] } = refusal;
  const kept = await keepForm(form, page, { ...fields, [refusalField]: JSON.stringify({ message, errors }) });
  return `${page}?kept=${kept}#${anchor}`;
}

/** The form's first state: why it was refused, or what was kept from a lost session, or nothing. */
export async function stateOfUpload(kept: string | string[] | undefined, form: string): Promise<FormState> {
  const values = await findKeptForm(typeof kept === "string" ? kept : undefined, form);
  if (!values) return { status: "idle" };
  const { [refusalField]: refusal, ...typed } = values;
  if (!refusal) {
    const message = "Welcome back. Nothing was sent yet; choose the file again, where there was one.";
    return { status: "refused", message, values: typed };
  }
  // Written by keepRefusal, above; nobody else writes under this form's name.
  const { message, errors } = JSON.parse(refusal) as { message: string; errors: FieldError[] };
  return { status: "refused", message, values: typed, ...(errors.length > 0 && { errors }) };
}
