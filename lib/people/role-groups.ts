import type { Role } from "../workflow/actor";

/** Roles that can own an ask or owe an answer, by the name under which people address them (DOMAIN 3: "SIG leaders"). */
export const roleGroups = {
  chair: { name: "the chair", roles: ["chair"] },
  secretary: { name: "the secretary", roles: ["secretary"] },
  liaison: { name: "the liaison", roles: ["liaison"] },
  "community-architect": { name: "the community architect", roles: ["community_architect"] },
  directors: { name: "the directors", roles: ["director", "chair", "liaison"] },
  "sig-leaders": { name: "the SIG leaders", roles: ["sig_chair"] },
  "region-operators": { name: "the region's operators", roles: ["operator"] },
} as const satisfies Readonly<Record<string, { name: string; roles: readonly Role[] }>>;

export type RoleGroup = keyof typeof roleGroups;

export function isRoleGroup(handle: string): handle is RoleGroup {
  return Object.hasOwn(roleGroups, handle);
}

/** The roles behind a group's name; none where nothing is called that (any more). */
export function rolesOf(group: string | null): readonly Role[] {
  return group !== null && isRoleGroup(group) ? roleGroups[group].roles : [];
}

/** The groups whose duties somebody with these roles shares. */
export function groupsOf(held: readonly { role: Role }[]): RoleGroup[] {
  const has = new Set(held.map(({ role }) => role));
  return Object.entries(roleGroups).flatMap(([group, { roles }]) =>
    roles.some((role) => has.has(role)) && isRoleGroup(group) ? [group] : [],
  );
}
