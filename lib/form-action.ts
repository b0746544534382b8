import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { findKeptForm, keepForm } from "./auth/kept-forms";
import { currentActor } from "./auth/reader";
import { onlyOnce } from "./db/submission";
import { withoutPrivateKeys } from "./private-keys";
import type { FieldError, Refusal, Result } from "./result";
import { waitHeader, waitSentence } from "./wait-header";
import type { Actor } from "./workflow/actor";

interface FormRun<Schema extends z.ZodType, Out> {
  /** The form's name: under it, what was typed is kept when the session has ended. */
  form: string;
  data: FormData;
  schema: Schema;
  /** From the form's flat strings to what the schema reads; by default they are the same. */
  read?: (values: Record<string, string>) => unknown;
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Out>>;
  /** Where to go when it is done. */
  next: (outcome: Out, input: z.output<Schema>) => string;
  /** The form's field that an error's path speaks of, where the two differ. */
  fieldOf?: (path: string, values: Record<string, string>) => string;
  /** The page that holds the form, to come back to after signing in. */
  path: string;
  /** Where a refusal of the command is mended, if not in the form itself. */
  mend?: (actor: Actor, refusal: Refusal, values: Record<string, string>) => Promise<string | undefined>;
}

/**
 * Carries out a form: who, what, the command, and where to go. Refusals come back with everything that was typed;
 * a lost session keeps it in the database and brings it back after signing in; a form sent twice has one effect.
 */
export async function runForm<Schema extends z.ZodType, Out>(run: FormRun<Schema, Out>): Promise<FormState> {
  const values = valuesOf(run.data);
  const actor = await currentActor();
  if (actor.kind !== "person") return redirect(await signInPath(run.form, run.path, values));
  const wait = Number((await headers()).get(waitHeader) ?? 0);
  if (wait > 0) return refused(run, values, waitSentence(wait));
  const parsed = run.schema.safeParse(run.read ? run.read(values) : values);
  if (!parsed.success) {
    const message = "Some fields need another look. Nothing you typed is lost.";
    return refused(run, values, message, errorsOf(parsed.error));
  }
  const key = `${run.form}:${values.submissionKey ?? randomUUID()}`;
  const result = await onlyOnce(key, actor.personId, () => run.command(actor, parsed.data));
  if (!result.ok) {
    const elsewhere = await run.mend?.(actor, result.refusal, values);
    if (elsewhere) redirect(elsewhere as Parameters<typeof redirect>[0]); // paths made by our own code
    return refused(run, values, result.refusal.message, result.refusal.errors);
  }
  const next = run.next(result.value, parsed.data);
  // A redirect that only adds a #place would leave the old page standing.
  revalidatePath(next.replace(/[?#].*$/, ""));
  redirect(next as Parameters<typeof redirect>[0]); // paths made by our own code
}

/** A form's first state: what was kept from a lost session, or nothing. */
export async function stateFromKept(kept: string | string[] | undefined, form: string): Promise<FormState> {
  const values = await findKeptForm(typeof kept === "string" ? kept : undefined, form);
  if (!values) return { status: "idle" };
  return {
    status: "refused",
    message: "Welcome back. This is what you had typed; nothing was sent yet.",
    values,
  };
}

/** A key for one sending of one form. */
export function newSubmissionKey(): string {
  return randomUUID();
}

function refused(
  { fieldOf = (path) => path }: { fieldOf?: (path: string, values: Record<string, string>) => string },
  values: Record<string, string>,
  message: string,
  errors: FieldError[] = [],
): FormState {
  const named = errors.map((error) => ({ ...error, path: fieldOf(error.path, values) }));
  return {
    status: "refused",
    message,
    values: withoutPrivateKeys(values),
    ...(named.length > 0 && { errors: named }),
  };
}

function valuesOf(data: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === "string" && !name.startsWith("$ACTION"))
      values[name] = value.replaceAll("\r\n", "\n");
  }
  return values;
}

/** zod's issues as the field errors that forms and the API show. */
export function errorsOf(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
}

async function signInPath(form: string, path: string, values: Record<string, string>): Promise<"/sign-in"> {
  const kept = await keepForm(form, path, values);
  const query = new URLSearchParams({ back: path, kept });
  return `/sign-in?${query}` as "/sign-in"; // typed routes know the page, not its query
}
