"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { reassignActionInput, reportActionInput } from "@/lib/meetings/action-schema";
import { reassignAction } from "@/lib/meetings/commands/reassign-action";
import { type OfAction, reportAction } from "@/lib/meetings/commands/report-action";

/** Back to the meeting that asked, or to the ACTION's own page. */
const next = ({ lineId, meeting }: OfAction) =>
  meeting ? `/meetings/${meeting}/actions#action-${lineId}` : `/meetings/actions/${lineId}`;

/** To come back to after signing in: what was typed is put back on the ACTION's own page. */
const pathOf = (data: FormData) => `/meetings/actions/${Number(data.get("lineId")) || ""}`;

export async function reportActionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: `report-action-${Number(data.get("lineId"))}`,
    data,
    schema: reportActionInput,
    command: reportAction,
    next,
    path: pathOf(data),
  });
}

export async function reassignActionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "reassign-action",
    data,
    schema: reassignActionInput,
    command: reassignAction,
    next,
    path: pathOf(data),
  });
}
