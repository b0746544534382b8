"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { draftMinutes } from "@/lib/meetings/commands/draft-minutes";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { meetingMoveInput, publishMinutesInput } from "@/lib/meetings/session-schema";

const page = ({ date }: { date: string }) => `/meetings/${date}/minutes`;
const pathOf = (data: FormData) => page({ date: encodeURIComponent(String(data.get("date"))) });

export async function draftMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "draft-minutes",
    data,
    schema: meetingMoveInput,
    command: draftMinutes,
    next: page,
    path: pathOf(data),
  });
}

export async function publishMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "publish-minutes",
    data,
    schema: publishMinutesInput,
    command: publishMinutes,
    next: page,
    path: pathOf(data),
  });
}
