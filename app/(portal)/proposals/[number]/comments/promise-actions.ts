"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { markFollowUp } from "@/lib/tickets/commands/mark-follow-up";
import { unmarkFollowUp } from "@/lib/tickets/commands/unmark-follow-up";
import { followUpInput } from "@/lib/tickets/schema";

export async function markFollowUpAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({ ...promise(data), form: "mark-follow-up", command: markFollowUp });
}

export async function unmarkFollowUpAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({ ...promise(data), form: "unmark-follow-up", command: unmarkFollowUp });
}

function promise(data: FormData) {
  return {
    data,
    schema: followUpInput,
    next: ({ proposal, comment }: { proposal: number; comment: number }) =>
      `/proposals/${proposal}/comments/${comment}#promise`,
    path: "/proposals",
  };
}
