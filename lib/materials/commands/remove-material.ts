import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdMaterial, signInFirst } from "../facts";
import type { removeMaterialInput } from "../schema";
import { recordMaterial } from "../write-material";

/**
 * Takes a material away, with a reason. Its row stays, and so does its number; its file is from then on only for who
 * keeps the proposal's materials.
 */
export async function removeMaterial(
  actor: Actor,
  input: z.output<typeof removeMaterialInput>,
): Promise<Result<{ proposal: number; material: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdMaterial(tx, actor, input);
    if (!held.ok) return held;
    const { proposal, material } = held.value;
    await tx.material.update({
      where: { id: material.id },
      data: { removedAt: now(), removedReason: input.reason, version: { increment: 1 } },
      select: { id: true },
    });
    await recordMaterial(tx, actor, proposal, "material.removed", material, { reason: input.reason });
    return done({ proposal: proposal.number, material: material.number });
  });
}
