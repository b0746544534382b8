import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdHolder } from "../held-role";
import { isOperatorOf } from "../policy";
import type { layDownRoleInput } from "../role-schema";

/** Says that somebody can no longer enter the region's machines, and why; also one's own access. */
export async function takeAccess(
  actor: Actor,
  input: z.output<typeof layDownRoleInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  return transact(async (tx) => {
    const holder = await holdHolder(tx, input.holderId);
    if (!holder) return notFound("holder of a role");
    const { role, personId, person } = holder;
    if (!isOperatorOf(actor, role.facts)) {
      return refuse("forbidden", "Access is taken away by an operator of the region.");
    }
    if (!holder.hasAccess) return refuse("conflict", `${person} has no access.`);
    await tx.regionRoleHolder.update({
      where: { id: holder.id },
      data: { accessById: null, accessAt: null },
    });
    await record(tx, actor, {
      type: "region_role.access_taken",
      subject: "region_role_holder",
      subjectId: holder.id,
      regionId: role.region.id,
      data: { role: role.name, personId, person, reason: input.reason },
    });
    return done({ region: role.region.key, roleId: role.id });
  });
}
