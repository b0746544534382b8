import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdHolder } from "../held-role";
import { isOperatorOf } from "../policy";
import { mayGiveAccess } from "../role-policy";
import type { giveAccessInput } from "../role-schema";

/** Says that somebody who holds a role can enter the region's machines. Two-person rule: another operator says so. */
export async function giveAccess(
  actor: Actor,
  input: z.output<typeof giveAccessInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to give access.");
  return transact(async (tx) => {
    const holder = await holdHolder(tx, input.holderId);
    if (!holder) return notFound("holder of a role");
    const { role, personId, person } = holder;
    if (!isOperatorOf(actor, role.facts)) return notTheirs;
    if (!mayGiveAccess(actor, { ...role.facts, personId })) return notThemself;
    if (holder.hasAccess) return refuse("conflict", `${person} has access already.`);
    await tx.regionRoleHolder.update({
      where: { id: holder.id },
      data: { accessById: actor.personId, accessAt: now() },
    });
    await record(tx, actor, {
      type: "region_role.access_given",
      subject: "region_role_holder",
      subjectId: holder.id,
      regionId: role.region.id,
      data: { role: role.name, personId, person },
    });
    return done({ region: role.region.key, roleId: role.id });
  });
}

const notThemself = refuse("refused", "Access is given by somebody other than who gets it.");
const notTheirs = refuse("forbidden", "Access is given by an operator of the region.");
