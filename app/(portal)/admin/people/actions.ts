"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addPerson } from "@/lib/people/commands/add-person";
import { endAccount } from "@/lib/people/commands/end-account";
import { endRole } from "@/lib/people/commands/end-role";
import { giveRole } from "@/lib/people/commands/give-role";
import { openAccount } from "@/lib/people/commands/open-account";
import { recordPastRole } from "@/lib/people/commands/record-past-role";
import { setTerm } from "@/lib/people/commands/set-term";
import {
  accountInput,
  addPersonInput,
  endRoleInput,
  pastRoleInput,
  roleGrantInput,
  setTermInput,
} from "@/lib/people/people-schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

interface Deed<Schema extends z.ZodType> {
  form: string;
  schema: Schema;
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ person: string }>>;
}

function run<Schema extends z.ZodType>(data: FormData, deed: Deed<Schema>): Promise<FormState> {
  const pageOf = (handle: string) => `/admin/people/${encodeURIComponent(handle)}`;
  const path = data.get("person") ? pageOf(String(data.get("person"))) : "/admin/people";
  return runForm({ ...deed, data, path, next: ({ person }: { person: string }) => pageOf(person) });
}

export async function addPersonAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "add-person", schema: addPersonInput, command: addPerson });
}

export async function giveRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "give-role", schema: roleGrantInput, command: giveRole });
}

/** A form that stands beside each role of a person is named by the role too. */
function ofRole(form: string, data: FormData): string {
  return `${form}-${data.get("role")}-${data.get("body")}`;
}

export async function setTermAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: ofRole("set-term", data), schema: setTermInput, command: setTerm });
}

export async function recordPastRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "past-role", schema: pastRoleInput, command: recordPastRole });
}

export async function endRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: ofRole("end-role", data), schema: endRoleInput, command: endRole });
}

export async function endAccountAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "end-account", schema: accountInput, command: endAccount });
}

export async function openAccountAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "open-account", schema: accountInput, command: openAccount });
}
