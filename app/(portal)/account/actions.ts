"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { describeOneself } from "@/lib/people/commands/describe-oneself";
import { revokeSession } from "@/lib/people/commands/revoke-session";
import { profileInput, revokeSessionInput } from "@/lib/people/people-schema";

const path = "/account";

export async function describeOneselfAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "profile",
    data,
    schema: profileInput,
    command: describeOneself,
    next: () => `${path}?saved=yes`,
    path,
  });
}

export async function revokeSessionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "revoke-session",
    data,
    schema: revokeSessionInput,
    command: revokeSession,
    next: () => path,
    path,
  });
}
