import { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { roleGroups } from "./role-groups";

const pairs = Object.entries(roleGroups).flatMap(([group, { roles }]) =>
  roles.map((role) => Prisma.sql`(${group}, ${role})`),
);

/** Who holds a role of a group today, as rows of id, handle and name: `group` is a column or a value of its name. */
export function holdersSql(group: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT hw."id", hw."handle", hw."name"
    FROM (VALUES ${Prisma.join(pairs)}) AS hr("group", "role")
    JOIN "RoleGrant" hg ON hg."role"::text = hr."role" AND hg."until" IS NULL
    JOIN "Person" hw ON hw."id" = hg."personId" AND hw."disabledAt" IS NULL AND NOT hw."isPlaceholder"
    WHERE hr."group" = ${group}`;
}

const names = Object.entries(roleGroups).map(([group, { name }]) => Prisma.sql`WHEN ${group} THEN ${name}`);

/** What a group is called, for a column that holds its handle. */
export function roleNameSql(group: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE ${group} ${Prisma.join(names, " ")} ELSE ${group} END`;
}

/** Whether somebody holds the role today beside the persons given. */
export async function isAnybodyElseIn(
  tx: Tx,
  group: string | null,
  personIds: readonly number[],
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`
    SELECT h."id" FROM (${holdersSql(Prisma.sql`${group}`)}) h WHERE NOT h."id" = ANY(${[...personIds]}) LIMIT 1`);
  return rows.length > 0;
}
