"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addRegionRole } from "@/lib/region/commands/add-region-role";
import { changeRegionRole } from "@/lib/region/commands/change-region-role";
import { giveAccess } from "@/lib/region/commands/give-access";
import { handOverRole } from "@/lib/region/commands/hand-over-role";
import { layDownRole } from "@/lib/region/commands/lay-down-role";
import { retireRegionRole } from "@/lib/region/commands/retire-region-role";
import { takeAccess } from "@/lib/region/commands/take-access";
import { takeRegionRole } from "@/lib/region/commands/take-region-role";
import {
  addRegionRoleInput,
  changeRegionRoleInput,
  giveAccessInput,
  handOverRoleInput,
  layDownRoleInput,
  retireRegionRoleInput,
  takeRegionRoleInput,
} from "@/lib/region/role-schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

interface Done {
  region: string;
  roleId: number;
}

interface Deed<Schema extends z.ZodType> {
  form: string;
  schema: Schema;
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Done>>;
}

function run<Schema extends z.ZodType>(data: FormData, deed: Deed<Schema>): Promise<FormState> {
  const path = `/region/${encodeURIComponent(String(data.get("region") ?? ""))}/roles`;
  return runForm({ ...deed, data, path, next: ({ roleId }: Done) => `${path}#role-${roleId}` });
}

export async function addRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "add-role", schema: addRegionRoleInput, command: addRegionRole });
}

export async function changeRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "change-role", schema: changeRegionRoleInput, command: changeRegionRole });
}

export async function retireRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "retire-role", schema: retireRegionRoleInput, command: retireRegionRole });
}

export async function takeRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "take-role", schema: takeRegionRoleInput, command: takeRegionRole });
}

export async function handOverRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "hand-over-role", schema: handOverRoleInput, command: handOverRole });
}

export async function layDownRoleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "lay-down-role", schema: layDownRoleInput, command: layDownRole });
}

export async function giveAccessAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "give-access", schema: giveAccessInput, command: giveAccess });
}

export async function takeAccessAction(_previous: FormState, data: FormData): Promise<FormState> {
  return run(data, { form: "take-access", schema: layDownRoleInput, command: takeAccess });
}
