import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdHolder } from "../held-role";
import { findHolder, startHolding, stopHolding } from "../hold-role";
import { mayHandOver } from "../role-policy";
import type { handOverRoleInput } from "../role-schema";

/** Hands a role over: one person ends and the next begins in one step, with what the next has to know. */
export async function handOverRole(
  actor: Actor,
  input: z.output<typeof handOverRoleInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  return transact(async (tx) => {
    const holder = await holdHolder(tx, input.holderId);
    if (!holder) return notFound("holder of a role");
    const { role, personId } = holder;
    if (!mayHandOver(actor, { ...role.facts, personId })) return notTheirs;
    const next = await findHolder(tx, input.person);
    if (!next.ok) return next;
    if (next.value.id === personId) return sameAgain;
    await stopHolding(tx, holder);
    const from = { id: personId, name: holder.person };
    await startHolding(tx, actor, { role, person: next.value, note: input.note, from });
    return done({ region: role.region.key, roleId: role.id });
  });
}

const notTheirs = refuse(
  "forbidden",
  "A role is handed over by who holds it, the region’s operators, the chair and the secretary.",
);
const message = "They hold it now; name somebody else.";
const sameAgain = refuse("invalid", message, [{ path: "person", message }]);
