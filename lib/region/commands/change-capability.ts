import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { changeCapabilityInput } from "../capability-schema";
import { dependencyIds, holdToShape, nameIsFree, type ShapedCapability, shapedAt } from "../held-shape";

type Input = z.output<typeof changeCapabilityInput>;

/**
 * Changes what a capability is: its name, what it needs, its weight, how it is accepted. Evidence counts for a criterion
 * by its words: other words ask for other evidence.
 */
export async function changeCapability(
  actor: Actor,
  input: Input,
): Promise<Result<{ region: string; capability: string }>> {
  return transact(async (tx) => {
    const held = await holdToShape(tx, actor, input.region);
    if (!held.ok) return held;
    const found = shapedAt(held.value, input);
    if (!found.ok) return found;
    const before = found.value;
    const { key } = before;
    const free = nameIsFree(held.value, { key, name: input.name });
    if (!free.ok) return free;
    const needs = dependencyIds(held.value, { key, name: input.name, dependsOn: input.dependsOn });
    if (!needs.ok) return needs;
    const changed = changesBetween(before, input);
    if (changed.length === 0) return refuse("refused", "Nothing is different from what it was.");
    await write(tx, before, input, needs.value);
    await record(tx, actor, {
      type: "capability.changed",
      subject: "capability",
      subjectId: before.id,
      regionId: held.value.id,
      data: { capability: input.name, changed, before: { name: before.name, weight: before.weight } },
    });
    return done({ region: held.value.key, capability: key });
  });
}

/** In the words of the form. */
function changesBetween(before: ShapedCapability, after: Input): string[] {
  const parts: [word: string, isSame: boolean][] = [
    ["its name", before.name === after.name],
    ["its purpose", before.purpose === after.purpose],
    ["whether it is required", before.required === after.required],
    ["its weight", before.weight === after.weight],
    ["its criteria", sameList(before.criteria, after.criteria)],
    ["what it needs", sameList([...before.dependsOn].sort(), [...after.dependsOn].sort())],
  ];
  return parts.flatMap(([word, isSame]) => (isSame ? [] : [word]));
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}

async function write(
  tx: Tx,
  { id }: ShapedCapability,
  input: Input,
  needs: readonly number[],
): Promise<void> {
  const { name, purpose, required, weight, criteria } = input;
  await tx.capability.update({
    where: { id },
    data: { name, purpose, required, weight, criteria, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.capabilityDependency.deleteMany({
    where: { capabilityId: id, dependsOnId: { notIn: [...needs] } },
  });
  await tx.capabilityDependency.createMany({
    data: needs.map((dependsOnId) => ({ capabilityId: id, dependsOnId })),
    skipDuplicates: true,
  });
}
