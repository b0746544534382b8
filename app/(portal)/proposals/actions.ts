"use server";
import type { FormState } from "@/components/forms/form-state";
import { newSubmissionKey, runForm } from "@/lib/form-action";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { discardWorkingCopy } from "@/lib/proposals/commands/discard-working-copy";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { withChoices } from "@/lib/proposals/merge";
import {
  closeInput,
  fieldOfProposalForm,
  proposalInput,
  publishInput,
  readProposalForm,
  reviseInput,
  withdrawInput,
} from "@/lib/proposals/schema";
import { discardCopyInput } from "@/lib/proposals/working-copy-schema";
import { formPath, goOnWriting, toMerge } from "./writing-steps";

const page = ({ number }: { number: number }) => `/proposals/${number}`;

export async function createProposalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const onward = await goOnWriting(data, "new-proposal");
  if (onward) return onward;
  return runForm({
    form: "new-proposal",
    data,
    schema: proposalInput,
    read: readProposalForm,
    fieldOf: fieldOfProposalForm,
    command: createProposal,
    next: page,
    path: "/proposals/new",
  });
}

export async function reviseProposalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const onward = await goOnWriting(data, "revise-proposal");
  if (onward) return onward;
  return runForm({
    form: "revise-proposal",
    data,
    schema: reviseInput,
    read: (values) => readProposalForm(withChoices(values)),
    fieldOf: fieldOfProposalForm,
    command: reviseProposal,
    next: page,
    path: `/proposals/${Number(data.get("number"))}/edit`,
    mend: toMerge,
  });
}

export async function publishProposalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = page({ number: Number(data.get("number")) });
  return runForm({
    form: "publish-proposal",
    data,
    schema: publishInput,
    command: publishProposal,
    next: page,
    path,
  });
}

export async function withdrawProposalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = page({ number: Number(data.get("number")) });
  return runForm({
    form: "withdraw-proposal",
    data,
    schema: withdrawInput,
    command: withdrawProposal,
    next: page,
    path,
  });
}

export async function closeProposalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = page({ number: Number(data.get("number")) });
  return runForm({
    form: "close-proposal",
    data,
    schema: closeInput,
    command: closeWithoutFollowUp,
    next: page,
    path,
  });
}

export async function discardWorkingCopyAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = formPath(Number(data.get("number")));
  return runForm({
    form: "discard-copy",
    data,
    schema: discardCopyInput,
    command: discardWorkingCopy,
    next: () => `${path}?fresh=${newSubmissionKey()}`,
    path,
  });
}
