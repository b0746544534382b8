"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import type { Result } from "@/lib/result";
import { addDependency } from "@/lib/tickets/commands/add-dependency";
import { addItem } from "@/lib/tickets/commands/add-item";
import { changeItem } from "@/lib/tickets/commands/change-item";
import { planInitiative } from "@/lib/tickets/commands/plan-initiative";
import { removeDependency } from "@/lib/tickets/commands/remove-dependency";
import { rerouteTicket } from "@/lib/tickets/commands/reroute-ticket";
import { setPart } from "@/lib/tickets/commands/set-part";
import { unbundleTicket } from "@/lib/tickets/commands/unbundle-ticket";
import {
  addItemInput,
  changeItemInput,
  dependencyInput,
  planInitiativeInput,
  rerouteTicketInput,
  setPartInput,
  ticketVersionInput,
} from "@/lib/tickets/work-schema";
import type { Actor } from "@/lib/workflow/actor";

export async function addDependencyAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("add-dependency", data, dependencyInput, addDependency, "#dependencies");
}

export async function removeDependencyAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("remove-dependency", data, dependencyInput, removeDependency, "#dependencies");
}

export async function addItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("add-item", data, addItemInput, addItem, "#checklist");
}

/** One button of a list: its value is the deed and the item, `tick 7`. */
export async function changeItemAction(_previous: FormState, data: FormData): Promise<FormState> {
  const read = ({ number, deed = "" }: Record<string, string>) => {
    const [name, item] = deed.split(" ");
    return { number, deed: name, item };
  };
  return onTicket("change-item", data, changeItemInput, changeItem, "#checklist", read);
}

export async function rerouteAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("reroute", data, rerouteTicketInput, rerouteTicket);
}

export async function planAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("plan", data, planInitiativeInput, planInitiative, "#initiative");
}

export async function addPartAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("add-part", data, setPartInput, setPart, "#initiative", (values) => ({
    ...values,
    isPart: true,
  }));
}

export async function removePartAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("remove-part", data, setPartInput, setPart, "#initiative", (values) => ({
    ...values,
    isPart: false,
  }));
}

export async function unbundleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onTicket("unbundle", data, ticketVersionInput, unbundleTicket);
}

/** Forms of a ticket's page come back to it, at the part that they were about. */
async function onTicket<Schema extends z.ZodType>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ number: number }>>,
  place = "",
  read?: (values: Record<string, string>) => unknown,
): Promise<FormState> {
  const path = `/tickets/${Number(data.get("number")) || 0}`;
  return runForm({
    form,
    data,
    schema,
    command,
    next: () => `${path}${place}`,
    path,
    ...(read && { read }),
  });
}
