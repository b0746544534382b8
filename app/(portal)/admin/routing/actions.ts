"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addRoutingRule } from "@/lib/tickets/commands/add-routing-rule";
import { changeRoutingRule } from "@/lib/tickets/commands/change-routing-rule";
import { moveRoutingRule } from "@/lib/tickets/commands/move-routing-rule";
import { switchRoutingRule } from "@/lib/tickets/commands/switch-routing-rule";
import { addRuleInput, changeRuleInput, moveRuleInput, switchRuleInput } from "@/lib/tickets/routing-schema";

const list = "/admin/routing";
const atRule = ({ key }: { key: string }) => `${list}#${key}`;

export async function addRuleAction(_previous: FormState, data: FormData): Promise<FormState> {
  const form = { form: "add-routing-rule", data, path: `${list}/new`, next: atRule };
  return runForm({ ...form, schema: addRuleInput, command: addRoutingRule });
}

export async function changeRuleAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = `${list}/${encodeURIComponent(String(data.get("key") ?? ""))}`;
  const form = { form: "change-routing-rule", data, path, next: atRule };
  return runForm({ ...form, schema: changeRuleInput, command: changeRoutingRule });
}

export async function moveRuleAction(_previous: FormState, data: FormData): Promise<FormState> {
  const form = { form: "move-routing-rule", data, path: list, next: atRule };
  return runForm({ ...form, schema: moveRuleInput, command: moveRoutingRule });
}

export async function switchRuleAction(_previous: FormState, data: FormData): Promise<FormState> {
  const form = { form: "switch-routing-rule", data, path: list, next: atRule };
  return runForm({ ...form, schema: switchRuleInput, command: switchRoutingRule });
}
