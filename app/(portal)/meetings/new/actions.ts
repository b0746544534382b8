"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { changeSeries } from "@/lib/meetings/commands/change-series";
import { createMeeting } from "@/lib/meetings/commands/create-meeting";
import { createSeries } from "@/lib/meetings/commands/create-series";
import { planSeries } from "@/lib/meetings/commands/plan-series";
import { createMeetingInput } from "@/lib/meetings/schema";
import { changeSeriesInput, createSeriesInput, planSeriesInput } from "@/lib/meetings/series-schema";

const path = "/meetings/new";

export async function createMeetingAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "new-meeting",
    data,
    schema: createMeetingInput,
    command: createMeeting,
    next: ({ date, clockChange }) => `/meetings/${date}${clockChange ? `?clock=${clockChange}` : ""}`,
    path,
  });
}

export async function planSeriesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "plan-series",
    data,
    schema: planSeriesInput,
    command: planSeries,
    next: () => "/meetings",
    path,
  });
}

export async function createSeriesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "new-series",
    data,
    schema: createSeriesInput,
    command: createSeries,
    next: () => path,
    path,
  });
}

export async function changeSeriesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "change-series",
    data,
    schema: changeSeriesInput,
    command: changeSeries,
    next: () => path,
    path,
  });
}
