import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdHolder } from "../held-role";
import { stopHolding } from "../hold-role";
import { gapOf } from "../role-gaps";
import { mayHandOver } from "../role-policy";
import type { layDownRoleInput } from "../role-schema";

/** Ends somebody's hold of a role without a successor. People can leave: what that leaves open is said as a gap. */
export async function layDownRole(
  actor: Actor,
  input: z.output<typeof layDownRoleInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  return transact(async (tx) => {
    const holder = await holdHolder(tx, input.holderId);
    if (!holder) return notFound("holder of a role");
    const { role, personId, person } = holder;
    if (!mayHandOver(actor, { ...role.facts, personId })) return notTheirs;
    await stopHolding(tx, holder);
    const holders = await tx.regionRoleHolder.findMany({
      where: { roleId: role.id, until: null },
      select: { accessById: true },
    });
    const gap = gapOf({
      ...role,
      status: role.facts.status,
      holders: holders.map(({ accessById }) => ({ mayEnter: accessById !== null })),
    });
    await record(tx, actor, {
      type: "region_role.laid_down",
      subject: "region_role_holder",
      subjectId: holder.id,
      regionId: role.region.id,
      data: { role: role.name, personId, person, reason: input.reason, ...(gap && { gap }) },
    });
    return done({ region: role.region.key, roleId: role.id });
  });
}

const notTheirs = refuse(
  "forbidden",
  "A role is laid down by who holds it, or taken from them by the region’s operators, the chair or the secretary.",
);
