import { db } from "@/lib/db/client";
import {
  addCapabilityInput,
  changeCapabilityInput,
  removeCapabilityInput,
} from "@/lib/region/capability-schema";
import { addCapability } from "@/lib/region/commands/add-capability";
import { changeCapability } from "@/lib/region/commands/change-capability";
import { removeCapability } from "@/lib/region/commands/remove-capability";
import type { Person } from "./people";
import { expectDone } from "./proposals";

/** A capability beside those of the template; gives its key. */
export async function aCapability(
  by: Person,
  region: string,
  wish: { name: string; dependsOn?: string[]; weight?: number; criteria?: string },
): Promise<string> {
  const input = { region, weight: 1, required: "on", criteria: "It works", ...wish };
  return expectDone(await addCapability(by, addCapabilityInput.parse(input))).capability;
}

/** What a change would be, as somebody who looks at the capability now sends it: all of it, with what differs. */
export async function changeOf(region: string, capability: string, changes: object = {}) {
  const row = await db.capability.findFirstOrThrow({
    where: { key: capability, region: { key: region } },
    include: { dependsOn: { include: { dependsOn: true } } },
  });
  const { name, purpose, required, weight, version } = row;
  return changeCapabilityInput.parse({
    ...{ region, capability, version, name, purpose, weight, required },
    criteria: row.criteria.join("\n"),
    dependsOn: row.dependsOn.map((each) => each.dependsOn.key),
    ...changes,
  });
}

export async function changesCapability(by: Person, region: string, capability: string, changes: object) {
  return changeCapability(by, await changeOf(region, capability, changes));
}

export async function removesCapability(by: Person, region: string, capability: string) {
  const { version } = await db.capability.findFirstOrThrow({
    where: { key: capability, region: { key: region } },
  });
  const reason = "This region does without.";
  return removeCapability(by, removeCapabilityInput.parse({ region, capability, version, reason }));
}
