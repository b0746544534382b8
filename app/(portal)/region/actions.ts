"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { judgeEvidence } from "@/lib/region/commands/judge-evidence";
import { linkTicket } from "@/lib/region/commands/link-ticket";
import { moveRegion } from "@/lib/region/commands/move-region";
import { openRegion } from "@/lib/region/commands/open-region";
import { unlinkTicket } from "@/lib/region/commands/unlink-ticket";
import { withdrawEvidence } from "@/lib/region/commands/withdraw-evidence";
import { judgeEvidenceInput, withdrawEvidenceInput } from "@/lib/region/evidence-schema";
import { linkTicketInput, moveRegionInput, openRegionInput } from "@/lib/region/schema";

export async function openRegionAction(_previous: FormState, data: FormData): Promise<FormState> {
  const page = ({ region }: { region: string }) => `/region/${region}`;
  return runForm({
    form: "open-region",
    data,
    schema: openRegionInput,
    command: openRegion,
    next: page,
    path: "/region/new",
  });
}

export async function moveRegionAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathIn(data, "region");
  return runForm({
    form: "move-region",
    data,
    schema: moveRegionInput,
    command: moveRegion,
    next: () => path,
    path,
  });
}

export async function judgeEvidenceAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathIn(data, "region", "capability");
  return runForm({
    form: "judge-evidence",
    data,
    schema: judgeEvidenceInput,
    command: judgeEvidence,
    next: () => path,
    path,
  });
}

export async function withdrawEvidenceAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathIn(data, "region", "capability");
  return runForm({
    form: "withdraw-evidence",
    data,
    schema: withdrawEvidenceInput,
    command: withdrawEvidence,
    next: () => path,
    path,
  });
}

export async function linkTicketAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathIn(data, "region", "capability");
  return runForm({
    form: "link-ticket",
    data,
    schema: linkTicketInput,
    command: linkTicket,
    next: () => path,
    path,
  });
}

export async function unlinkTicketAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathIn(data, "region", "capability");
  return runForm({
    form: "unlink-ticket",
    data,
    schema: linkTicketInput,
    command: unlinkTicket,
    next: () => path,
    path,
  });
}

/** The page that holds the form, from the keys that it sends along. */
function pathIn(data: FormData, ...fields: string[]): string {
  const keys = fields.map((field) => encodeURIComponent(String(data.get(field) ?? "")));
  return ["/region", ...keys].join("/");
}
