import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdRole } from "../held-role";
import { regionRoleMachine } from "../role-machine";
import type { retireRegionRoleInput } from "../role-schema";

/** Says that a role is no longer needed; nobody may hold it then. */
export async function retireRegionRole(
  actor: Actor,
  input: z.output<typeof retireRegionRoleInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  return transact(async (tx) => {
    const role = await holdRole(tx, input.roleId);
    if (!role) return notFound("role");
    const step = decide(regionRoleMachine, "retire", actor, role.facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id: role.id, version: input.version },
      { regionId: role.region.id, data: { role: role.name }, reason: input.reason },
    );
    return moved.ok ? done({ region: role.region.key, roleId: role.id }) : moved;
  });
}
