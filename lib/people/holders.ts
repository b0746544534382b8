import { Prisma } from "../db/client";
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
