import { Prisma } from "../db/client";

/** What others see of a row of "Person" under an alias, as JSON: the handle and the name. */
export function namedSql(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`json_build_object('handle', ${alias}."handle", 'name', ${alias}."name")`;
}

/** The roles that a row of "Person" under an alias holds now, as JSON. */
export function rolesHeldSql(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('role', g."role", 'bodyId', g."bodyId")), '[]')
    FROM "RoleGrant" g WHERE g."personId" = ${alias}."id" AND g."until" IS NULL)`;
}
