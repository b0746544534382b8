"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addMaterial } from "@/lib/materials/commands/add-material";
import { markRead, unmarkRead } from "@/lib/materials/commands/mark-read";
import { removeMaterial } from "@/lib/materials/commands/remove-material";
import { repinMaterial } from "@/lib/materials/commands/repin-material";
import { sayChanged } from "@/lib/materials/commands/say-changed";
import {
  addMaterialInput,
  markReadInput,
  removeMaterialInput,
  repinMaterialInput,
  sayChangedInput,
} from "@/lib/materials/schema";
import { readNumber } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

export async function addMaterialAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onMaterial("add-material", data, addMaterialInput, addMaterial);
}

export async function repinMaterialAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onMaterial("repin-material", data, repinMaterialInput, repinMaterial);
}

export async function sayChangedAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onMaterial("say-changed", data, sayChangedInput, sayChanged);
}

export async function removeMaterialAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onMaterial("remove-material", data, removeMaterialInput, removeMaterial);
}

export async function markReadAction(_previous: FormState, data: FormData): Promise<FormState> {
  const command = data.get("take") === "back" ? unmarkRead : markRead;
  const path = pageOf(data);
  const material = readNumber(String(data.get("material") ?? ""));
  const next = () => (material ? `${path}#material-${material}` : `${path}#pre-read`);
  return runForm({ form: "mark-read", data, schema: markReadInput, command, next, path });
}

/** Forms of one material come back to the page, at the material that they were about. */
async function onMaterial<Schema extends z.ZodType>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ material: number }>>,
): Promise<FormState> {
  const path = pageOf(data);
  return runForm({
    form,
    data,
    schema,
    command,
    next: ({ material }) => `${path}#material-${material}`,
    path,
  });
}

function pageOf(data: FormData): string {
  return `/proposals/${readNumber(String(data.get("proposal") ?? ""))}/materials`;
}
