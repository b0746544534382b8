import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdMaterial, signInFirst } from "../facts";
import type { repinMaterialInput } from "../schema";
import { recordMaterial } from "../write-material";

/** Says that a material, as it is now, belongs to the present text; "changed since pinned" is over with that. */
export async function repinMaterial(
  actor: Actor,
  input: z.output<typeof repinMaterialInput>,
): Promise<Result<{ proposal: number; material: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdMaterial(tx, actor, input);
    if (!held.ok) return held;
    const { proposal, material } = held.value;
    const { revision } = proposal;
    if (material.revision === revision && !material.changedAt) {
      return refuse("refused", `Material ${material.number} is for revision ${revision} already.`);
    }
    await tx.material.update({
      where: { id: material.id },
      data: { revision, changedAt: null, changedNote: "", version: { increment: 1 } },
      select: { id: true },
    });
    await recordMaterial(tx, actor, proposal, "material.repinned", material, {
      revision,
      before: material.revision,
    });
    return done({ proposal: proposal.number, material: material.number });
  });
}
