import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { removeCapabilityInput } from "../capability-schema";
import { holdToShape, shapedAt } from "../held-shape";

/** Takes out what this region does not need: it counts no more, nothing waits for it, and its past stays. */
export async function removeCapability(
  actor: Actor,
  input: z.output<typeof removeCapabilityInput>,
): Promise<Result<{ region: string }>> {
  return transact(async (tx) => {
    const held = await holdToShape(tx, actor, input.region);
    if (!held.ok) return held;
    const found = shapedAt(held.value, input);
    if (!found.ok) return found;
    const { id, key, name } = found.value;
    const freed = held.value.capabilities.filter(({ dependsOn }) => dependsOn.includes(key));
    await tx.capability.update({
      where: { id },
      data: { removedAt: now(), removedReason: input.reason, version: { increment: 1 } },
      select: { id: true },
    });
    await tx.capabilityDependency.deleteMany({ where: { dependsOnId: id } });
    await record(tx, actor, {
      type: "capability.removed",
      subject: "capability",
      subjectId: id,
      regionId: held.value.id,
      data: { capability: name, key, reason: input.reason, freed: freed.map((each) => each.name) },
    });
    return done({ region: held.value.key });
  });
}
