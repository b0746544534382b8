import { db } from "@/lib/db/client";
import { giveAccess } from "@/lib/region/commands/give-access";
import { takeRegionRole } from "@/lib/region/commands/take-region-role";
import { giveAccessInput, takeRegionRoleInput } from "@/lib/region/role-schema";
import type { Person } from "./people";
import { expectDone } from "./proposals";
import type { MadeRegion } from "./region";

/** Names somebody for a role of a region. */
export async function takesRole(by: Person, region: string, role: string, who: Person): Promise<void> {
  const { id: roleId } = await db.regionRole.findFirstOrThrow({
    where: { key: role, region: { key: region } },
  });
  expectDone(await takeRegionRole(by, takeRegionRoleInput.parse({ roleId, person: `@${who.handle}` })));
}

/** Both operators hold operations, and each let the other in. */
export async function twoWithAccess({ key, operator, other }: MadeRegion): Promise<void> {
  for (const [who, by] of [
    [operator, other],
    [other, operator],
  ] as const) {
    await takesRole(by, key, "operations", who);
    const where = { personId: who.personId, until: null, role: { key: "operations", region: { key } } };
    const { id: holderId } = await db.regionRoleHolder.findFirstOrThrow({ where });
    expectDone(await giveAccess(by, giveAccessInput.parse({ holderId })));
  }
}
