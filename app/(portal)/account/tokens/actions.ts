"use server";
import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/form-state";
import { currentActor } from "@/lib/auth/reader";
import { errorsOf, runForm } from "@/lib/form-action";
import { createToken } from "@/lib/tokens/commands/create-token";
import { revokeToken } from "@/lib/tokens/commands/revoke-token";
import { createTokenInput, revokeTokenInput } from "@/lib/tokens/schema";

const path = "/account/tokens";

/** Answers with the token in the page itself, not by way of an address: it is shown once, and kept nowhere. */
export async function createTokenAction(_previous: FormState, data: FormData): Promise<FormState> {
  const values = Object.fromEntries(
    ["name", "scope", "days"].map((name) => [name, String(data.get(name) ?? "")]),
  );
  const parsed = createTokenInput.safeParse(values);
  if (!parsed.success) {
    return {
      status: "refused",
      message: "Some fields need another look.",
      errors: errorsOf(parsed.error),
      values,
    };
  }
  const made = await createToken(await currentActor(), parsed.data);
  if (!made.ok) {
    const { message, errors } = made.refusal;
    return { status: "refused", message, values, ...(errors && { errors }) };
  }
  revalidatePath(path);
  return { status: "done", message: "Copy it now, it is shown only this once:", secret: made.value.secret };
}

export async function revokeTokenAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "revoke-token",
    data,
    schema: revokeTokenInput,
    command: revokeToken,
    next: () => path,
    path,
  });
}
