import type { Tx } from "../db/transaction";
import type { RegionRoleFacts } from "./role-machine";

/** A role as a command holds it. */
export interface HeldRole {
  id: number;
  name: string;
  version: number;
  leastHolders: number;
  needsAccess: boolean;
  region: { id: number; key: string; name: string; operatorsId: number };
  facts: RegionRoleFacts;
}

/** The row is locked: whoever fills or empties a role waits for who does it at the same moment. */
export async function holdRole(tx: Tx, id: number): Promise<HeldRole | null> {
  await tx.$executeRaw`SELECT 1 FROM "RegionRole" WHERE "id" = ${id} FOR UPDATE`;
  const row = await tx.regionRole.findUnique({
    where: { id },
    include: {
      region: { select: { id: true, key: true, name: true, operatorsId: true } },
      _count: { select: { holders: { where: { until: null } } } },
    },
  });
  if (!row) return null;
  const { status, purpose, duties, region, _count, name, version, leastHolders, needsAccess } = row;
  const facts = { status, purpose, duties, operatorsId: region.operatorsId, holders: _count.holders };
  return { id, name, version, leastHolders, needsAccess, region, facts };
}

/** Somebody's hold of a role that has not ended. */
export interface HeldHolder {
  id: number;
  personId: number;
  person: string;
  hasAccess: boolean;
  role: HeldRole;
}

export async function holdHolder(tx: Tx, id: number): Promise<HeldHolder | null> {
  const found = await tx.regionRoleHolder.findUnique({ where: { id }, select: { roleId: true } });
  const role = found && (await holdRole(tx, found.roleId));
  // Read under the role's lock: it may have ended meanwhile.
  const row =
    role &&
    (await tx.regionRoleHolder.findFirst({
      where: { id, until: null },
      select: { personId: true, accessById: true, person: { select: { name: true } } },
    }));
  if (!role || !row) return null;
  return { id, personId: row.personId, person: row.person.name, hasAccess: row.accessById !== null, role };
}
