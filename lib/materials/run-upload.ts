import { randomUUID } from "node:crypto";
import type { FormState } from "@/components/forms/form-state";
import { findKeptForm, keepForm } from "../auth/kept-forms";
import { currentActor } from "../auth/reader";
import { onlyOnce } from "../db/submission";
import { errorsOf } from "../form-action";
import type { FieldError } from "../result";
import { attachFile } from "./commands/attach-file";
import { tooLarge } from "./file-kinds";
import { readUpload, type Upload } from "./read-upload";
import { attachFileInput } from "./schema";

const form = "attach-file";

/**
 * Carries out the form that attaches a file, as `runForm` does the others: who, what, the command, and where to go. It
 * is no server action, because those refuse a large body before anybody can say why. Null where it was no form at all.
 */
export async function runUpload(request: Request, proposal: number): Promise<string | null> {
  const page = `/proposals/${proposal}/materials`;
  const upload = await readUpload(request);
  if (!upload) return null;
  const actor = await currentActor();
  const { fields } = upload;
  if (actor.kind !== "person") {
    return `/sign-in?${new URLSearchParams({ back: page, kept: await keepForm(form, page, fields) })}`;
  }
  const parsed = attachFileInput.safeParse({ ...fields, proposal });
  const errors = [...(parsed.success ? [] : errorsOf(parsed.error)), ...missing(upload)];
  if (!parsed.success || !upload.file || errors.length > 0) {
    return keepRefusal(page, fields, { message: "The file was not attached yet.", errors });
  }
  const input = { ...parsed.data, file: upload.file };
  const key = `${form}:${fields.submissionKey?.slice(0, 100) || randomUUID()}`;
  const result = await onlyOnce(key, actor.personId, () => attachFile(actor, input));
  return result.ok ? `${page}#material-${result.value.material}` : keepRefusal(page, fields, result.refusal);
}

function missing({ file, isTooLarge }: Upload): FieldError[] {
  if (isTooLarge) return [{ path: "file", message: tooLarge(file?.name || "this one") }];
  return file ? [] : [{ path: "file", message: "Choose a file." }];
}

const refusalField = "refusal";

/** What was typed waits in the database for the page that shows it again: an address could not hold it. */
async function keepRefusal(
  page: string,
  fields: Record<string, string>,
  refusal: { message: string; errors?: FieldError[] },
): Promise<string> {
  const { message, errors = [] } = refusal;
  const kept = await keepForm(form, page, { ...fields, [refusalField]: JSON.stringify({ message, errors }) });
  return `${page}?kept=${kept}#attach-a-file`;
}

/** The form's first state: why it was refused, or what was kept from a lost session, or nothing. */
export async function stateOfUpload(kept: string | string[] | undefined): Promise<FormState> {
  const values = await findKeptForm(typeof kept === "string" ? kept : undefined, form);
  if (!values) return { status: "idle" };
  const { [refusalField]: refusal, ...typed } = values;
  if (!refusal) {
    const message = "Welcome back. Nothing was sent yet; choose the file again.";
    return { status: "refused", message, values: typed };
  }
  // Written by keepRefusal, above; nobody else writes under this form's name.
  const { message, errors } = JSON.parse(refusal) as { message: string; errors: FieldError[] };
  return { status: "refused", message, values: typed, ...(errors.length > 0 && { errors }) };
}
