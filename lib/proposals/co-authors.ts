import type { Actor, RoleHeld } from "../workflow/actor";

/** A co-author with the roles they hold now: what decides whether they read executive things. */
export const coAuthorSelect = {
  person: {
    select: {
      id: true,
      handle: true,
      name: true,
      timeZone: true,
      grants: { where: { until: null }, select: { role: true, bodyId: true } },
    },
  },
} as const;

export interface CoAuthorRow {
  person: { id: number; handle: string; name: string; timeZone: string; grants: RoleHeld[] };
}

/** The person behind the row, as they would act: to weigh what they may read before they come. */
export function coAuthorAsActor({ id, grants, ...person }: CoAuthorRow["person"]): Actor {
  return { kind: "person", personId: id, ...person, roles: grants };
}
