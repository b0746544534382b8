import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdToKeep, signInFirst } from "../facts";
import type { addMaterialInput } from "../schema";
import { roomFor, writeMaterial } from "../write-material";

/** Adds a link to slides, a document or a recording, pinned to the revision that readers see now. */
export async function addMaterial(
  actor: Actor,
  input: z.output<typeof addMaterialInput>,
): Promise<Result<{ proposal: number; material: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdToKeep(tx, actor, input.proposal);
    if (!held.ok) return held;
    const room = await roomFor(tx, held.value.id, null);
    if (!room.ok) return room;
    const { kind, title, url } = input;
    const material = await writeMaterial(tx, actor, held.value, { kind, title, url });
    return done({ proposal: held.value.number, material });
  });
}
