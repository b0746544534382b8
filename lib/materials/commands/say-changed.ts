import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdMaterial, signInFirst } from "../facts";
import type { sayChangedInput } from "../schema";
import { recordMaterial } from "../write-material";

/** Says that what is behind a material is not what it was when it was pinned: nobody else can see that. */
export async function sayChanged(
  actor: Actor,
  input: z.output<typeof sayChangedInput>,
): Promise<Result<{ proposal: number; material: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdMaterial(tx, actor, input);
    if (!held.ok) return held;
    const { proposal, material } = held.value;
    await tx.material.update({
      where: { id: material.id },
      data: { changedAt: now(), changedNote: input.note, version: { increment: 1 } },
      select: { id: true },
    });
    await recordMaterial(tx, actor, proposal, "material.changed", material, { reason: input.note });
    return done({ proposal: proposal.number, material: material.number });
  });
}
