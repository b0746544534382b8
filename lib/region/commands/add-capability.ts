import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type addCapabilityInput, mostCapabilities } from "../capability-schema";
import { dependencyIds, holdToShape, nameIsFree } from "../held-shape";

/** Adds what the template does not know of. From then on it counts in the readiness, and not before. */
export async function addCapability(
  actor: Actor,
  input: z.output<typeof addCapabilityInput>,
): Promise<Result<{ region: string; capability: string }>> {
  return transact(async (tx) => {
    const held = await holdToShape(tx, actor, input.region);
    if (!held.ok) return held;
    const region = held.value;
    if (region.capabilities.length >= mostCapabilities) return tooMany;
    const { name, dependsOn, region: _, ...columns } = input;
    const free = nameIsFree(region, { name });
    if (!free.ok) return free;
    const key = await newKey(tx, region.id, name);
    const needs = dependencyIds(region, { key, name, dependsOn });
    if (!needs.ok) return needs;
    const position = Math.max(0, ...region.capabilities.map((each) => each.position)) + 1;
    const { id } = await tx.capability.create({
      data: {
        ...{ ...columns, name, key, position, regionId: region.id },
        dependsOn: { create: needs.value.map((dependsOnId) => ({ dependsOnId })) },
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "capability.added",
      subject: "capability",
      subjectId: id,
      regionId: region.id,
      data: { capability: name, key, required: input.required, weight: input.weight },
    });
    return done({ region: region.key, capability: key });
  });
}

const tooMany = refuse(
  "refused",
  `A region has at most ${mostCapabilities} capabilities. Join some of them, or remove what is not needed.`,
);

/** For its address: the name in small letters; a number after it where that was taken, also by one that was removed. */
async function newKey(tx: Tx, regionId: number, name: string): Promise<string> {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const stem =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 50) || "capability";
  const rows = await tx.capability.findMany({
    where: { regionId, key: { startsWith: stem } },
    select: { key: true },
  });
  const taken = new Set(rows.map(({ key }) => key));
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.has(key) && !reserved.has(key)) return key;
  }
}

/** Parts of a region's address that are pages of their own. */
const reserved = new Set([
  "add",
  "edit",
  "incidents",
  "inventory",
  "roles",
  "status",
  "timeline",
  "workloads",
]);
