"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addRelation } from "@/lib/proposals/commands/add-relation";
import { removeRelation } from "@/lib/proposals/commands/remove-relation";
import { addRelationInput, removeRelationInput } from "@/lib/proposals/relation-schema";
import { readNumber } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

export async function addRelationAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onRelations("add-relation", data, addRelationInput, addRelation);
}

export async function removeRelationAction(_previous: FormState, data: FormData): Promise<FormState> {
  const relation = readNumber(String(data.get("relation")));
  return onRelations(`remove-relation-${relation}`, data, removeRelationInput, removeRelation);
}

async function onRelations<Schema extends z.ZodType>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<{ number: number }>>,
): Promise<FormState> {
  const path = `/proposals/${readNumber(String(data.get("number")))}/relations`;
  return runForm({ form, data, schema, command, next: () => `${path}#relations`, path });
}
