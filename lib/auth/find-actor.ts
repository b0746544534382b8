import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { rolesHeldSql } from "../people/person-facts";
import type { Actor, RoleHeld } from "../workflow/actor";

interface Row {
  id: number;
  handle: string;
  name: string;
  timeZone: string;
  roles: RoleHeld[];
}

/** Who somebody is, with the roles held today, as if they had signed in; for the command line. Null where nobody can. */
export async function findActor(handle: string): Promise<Extract<Actor, { kind: "person" }> | null> {
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT p."id", p."handle", p."name", p."timeZone",
      ${rolesHeldSql(Prisma.sql`p`)} AS "roles"
    FROM "Person" p WHERE p."handle" = ${handle} AND p."disabledAt" IS NULL AND NOT p."isPlaceholder"`);
  if (!row) return null;
  const { id, ...person } = row;
  return { kind: "person", personId: id, ...person };
}
