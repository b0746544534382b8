import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { keyOf } from "../role-key";
import { mayKeepRoles } from "../role-policy";
import type { addRegionRoleInput } from "../role-schema";

/** Names a role that the region needs; with a purpose and duties it is defined, else that is still to be done. */
export async function addRegionRole(
  actor: Actor,
  input: z.output<typeof addRegionRoleInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  const { region: regionKey, ...columns } = input;
  return transact(async (tx) => {
    const region = await tx.region.findUnique({ where: { key: regionKey } });
    if (!region) return notFound("region");
    if (!mayKeepRoles(actor, region)) return notTheirs;
    const key = keyOf(input.name);
    if (key === "") return noLetters;
    const status = input.purpose && input.duties ? "defined" : "to_define";
    const position = (await tx.regionRole.count({ where: { regionId: region.id } })) + 1;
    const { id } = await tx.regionRole.create({
      data: { ...columns, key, status, position, regionId: region.id, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "region_role.added",
      subject: "region_role",
      subjectId: id,
      regionId: region.id,
      data: { role: input.name, to: status },
    });
    return done({ region: region.key, roleId: id });
  });
}

export const notTheirs = refuse(
  "forbidden",
  "The roles of a region are kept by its operators, the chair and the secretary.",
);
const message = "Give a name with letters or digits of the Latin alphabet, such as “On call”.";
const noLetters = refuse("invalid", message, [{ path: "name", message }]);
