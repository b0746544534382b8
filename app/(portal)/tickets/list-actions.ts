"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { bundleTickets } from "@/lib/tickets/commands/bundle-tickets";
import { changeTickets } from "@/lib/tickets/commands/change-tickets";
import { fileBundle } from "@/lib/tickets/commands/file-bundle";
import { moveTicket } from "@/lib/tickets/commands/move-ticket";
import { removeView } from "@/lib/tickets/commands/remove-view";
import { saveView } from "@/lib/tickets/commands/save-view";
import { listHref, readTicketAddress } from "@/lib/tickets/list-filter";
import { moveTicketInput } from "@/lib/tickets/schema";
import {
  bundleTicketsInput,
  changeTicketsInput,
  fileBundleInput,
  readChangeTickets,
  removeViewInput,
  saveViewInput,
} from "@/lib/tickets/work-schema";

/** What was chosen in the list is changed, or put into a bundle; then a page tells what became of each. */
export async function changeTicketsAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = listOf(data);
  if (data.get("deed") === "bundle") {
    return runForm({
      form: "bundle-tickets",
      data,
      schema: bundleTicketsInput,
      read: (values) => ({ title: values.title, tickets: Object.keys(values).flatMap(numberOfName) }),
      command: bundleTickets,
      next: ({ bundle }) => `/tickets?bundle=${bundle}`,
      path,
    });
  }
  return runForm({
    form: "change-tickets",
    data,
    schema: changeTicketsInput,
    read: readChangeTickets,
    command: changeTickets,
    next: ({ key }) => `/tickets/changed?of=${encodeURIComponent(key)}&back=${encodeURIComponent(path)}`,
    path,
  });
}

/** One button of many on the board: its name says the ticket and the version that was seen, its value the move. */
export async function moveOnBoardAction(data: FormData): Promise<void> {
  const path = listOf(data);
  const name = [...data.keys()].find((each) => /^move\.\d{1,9}\.\d{1,9}$/.test(each)) ?? "";
  const [, number = "0", version = "0"] = name.split(".");
  const sign = path.includes("?") ? "&" : "?";
  const state = await runForm({
    form: "move-on-board",
    data,
    schema: moveTicketInput,
    read: () => ({ number, version, move: data.get(name), reason: "" }),
    command: moveTicket,
    next: ({ status }) => `${path}${sign}moved=${number}&to=${status}#ticket-${number}`,
    path,
  });
  // Refused: the board says why, and shows what is there now.
  const why = encodeURIComponent((state.message ?? "").slice(0, 300));
  redirect(`${path}${sign}moved=${number}&why=${why}#ticket-${number}` as "/tickets"); // typed routes know the page, not its query
}

export async function fileBundleAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = `/tickets?bundle=${Number(data.get("bundle")) || 0}`;
  return runForm({
    form: "file-bundle",
    data,
    schema: fileBundleInput,
    command: fileBundle,
    next: () => path,
    path,
  });
}

export async function saveViewAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "save-view",
    data,
    schema: saveViewInput,
    command: saveView,
    next: ({ href }) => href,
    path: listOf(data),
  });
}

export async function removeViewAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = listOf(data);
  return runForm({
    form: "remove-view",
    data,
    schema: removeViewInput,
    command: removeView,
    next: () => path,
    path,
  });
}

/** The list that a form stands on, made anew from its query: nothing else gets into an address. */
function listOf(data: FormData): string {
  const query = data.get("query");
  return listHref(readTicketAddress(searchOf(typeof query === "string" ? query : "")));
}

function searchOf(query: string): Record<string, string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
}

function numberOfName(name: string): string[] {
  const [, number] = /^t\.(\d{1,9})$/.exec(name) ?? [];
  return number ? [number] : [];
}
