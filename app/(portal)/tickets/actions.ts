"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { adjustTicket } from "@/lib/tickets/commands/adjust-ticket";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { linkExternalIssue } from "@/lib/tickets/commands/link-external-issue";
import { moveTicket } from "@/lib/tickets/commands/move-ticket";
import { updateTicket } from "@/lib/tickets/commands/update-ticket";
import {
  adjustTicketInput,
  createTicketInput,
  editTicketInput,
  linkIssueInput,
  moveTicketInput,
  readTicketForm,
} from "@/lib/tickets/schema";

const page = ({ number }: { number: number }) => `/tickets/${number}`;
const pageOf = (data: FormData) => page({ number: Number(data.get("number")) });

export async function createTicketAction(_previous: FormState, data: FormData): Promise<FormState> {
  const chosen = new URLSearchParams();
  for (const [from, to] of [
    ["destination", "to"],
    ["requestType", "type"],
    ["proposal", "proposal"],
  ] as const) {
    const value = data.get(from);
    if (typeof value === "string" && value) chosen.set(to, value);
  }
  return runForm({
    form: "new-ticket",
    data,
    schema: createTicketInput,
    read: readNewTicket,
    command: createTicket,
    next: page,
    path: `/tickets/new?${chosen}`,
  });
}

function readNewTicket(values: Record<string, string>): Record<string, unknown> {
  const { proposal, ...ticket } = readTicketForm(values);
  return proposal ? { ...ticket, proposal } : ticket;
}

export async function updateTicketAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "edit-ticket",
    data,
    schema: editTicketInput,
    read: readTicketForm,
    command: updateTicket,
    next: page,
    path: `${pageOf(data)}/edit`,
  });
}

export async function adjustTicketAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "adjust-ticket",
    data,
    schema: adjustTicketInput,
    command: adjustTicket,
    next: page,
    path: `${pageOf(data)}/edit`,
  });
}

export async function moveTicketAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "move-ticket",
    data,
    schema: moveTicketInput,
    command: moveTicket,
    next: page,
    path: pageOf(data),
  });
}

export async function linkIssueAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "link-issue",
    data,
    schema: linkIssueInput,
    command: linkExternalIssue,
    next: page,
    path: pageOf(data),
  });
}
