import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";

export type KnownPerson = Extract<Actor, { kind: "person" }>;

/** Somebody else as the rules weigh them, with the roles held today; null where no such account is in use. */
export async function findAsActor(
  tx: Tx,
  where: { id: number } | { handle: string },
): Promise<KnownPerson | null> {
  const person = await tx.person.findFirst({
    where: { ...where, disabledAt: null },
    select: {
      id: true,
      handle: true,
      name: true,
      timeZone: true,
      grants: { where: { until: null }, select: { role: true, bodyId: true } },
    },
  });
  if (!person) return null;
  const { id: personId, grants: roles, ...names } = person;
  return { kind: "person", personId, ...names, roles };
}
