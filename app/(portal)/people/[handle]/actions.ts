"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { askClaim } from "@/lib/import-export/commands/ask-claim";
import { withdrawClaim } from "@/lib/import-export/commands/withdraw-claim";
import { askClaimInput, withdrawClaimInput } from "@/lib/import-export/schema";

const pageOf = (handle: unknown) => `/people/${encodeURIComponent(String(handle ?? ""))}`;

export async function askClaimAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pageOf(data.get("placeholder"));
  return runForm({
    ...{ form: "ask-claim", data, path },
    schema: askClaimInput,
    command: askClaim,
    next: () => path,
  });
}

export async function withdrawClaimAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pageOf(data.get("handle"));
  return runForm({
    ...{ form: "withdraw-claim", data, path },
    schema: withdrawClaimInput,
    command: withdrawClaim,
    next: () => path,
  });
}
