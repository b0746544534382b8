import { dutyRoles } from "../discussion/policy";
import { keeperRoles } from "../people/owed-policy";
import { rolesOf } from "../people/role-groups";
import type { Role, RoleHeld } from "../workflow/actor";
import type { NamedAudience, Notice } from "./notice";

const parts: Readonly<Record<"officers" | "directors" | "administrators", readonly Role[]>> = {
  officers: ["chair", "secretary"],
  directors: ["director", "chair", "liaison"],
  administrators: ["admin"],
};

/** Which roles make somebody one of an audience, and in which body, where it matters. */
export function grantOf(audience: Exclude<NamedAudience, { personId: number }>): {
  roles: readonly Role[];
  bodyId?: number;
} {
  if ("bodyId" in audience) return { roles: dutyRoles, bodyId: audience.bodyId };
  if ("keepersOf" in audience) return { roles: keeperRoles, bodyId: audience.keepersOf };
  if ("role" in audience) return { roles: rolesOf(audience.role) };
  return { roles: parts[audience.part] };
}

export function isAmong(
  person: { id: number; grants: readonly RoleHeld[] },
  audience: NamedAudience,
): boolean {
  if ("personId" in audience) return audience.personId === person.id;
  const { roles, bodyId } = grantOf(audience);
  return person.grants.some(
    (held) => roles.includes(held.role) && (bodyId === undefined || held.bodyId === bodyId),
  );
}

/** Whom a notice names, without those who only follow. */
export function namedIn({ to }: Notice): NamedAudience[] {
  return to.filter((audience): audience is NamedAudience => !("followers" in audience));
}
