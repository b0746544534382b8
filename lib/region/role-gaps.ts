import type { RegionRoleStatus } from "./role-machine";

/** What is known of a role when its gaps are told. */
export interface RoleNeeds {
  name: string;
  status: RegionRoleStatus;
  leastHolders: number;
  needsAccess: boolean;
  /** Who holds it today; `mayEnter` where somebody else gave them access. */
  holders: readonly { mayEnter: boolean }[];
}

/** What a role lacks, in words; undefined where it lacks nothing. A role without enough people is a gap (DOMAIN 8). */
export function gapOf({ status, leastHolders, needsAccess, holders }: RoleNeeds): string | undefined {
  if (status === "retired") return undefined;
  if (status === "to_define") return "not defined yet";
  const missing = leastHolders - holders.length;
  if (missing > 0)
    return holders.length === 0 && missing === 1
      ? "nobody holds it"
      : `needs ${missing} more ${people(missing)}`;
  if (!needsAccess) return undefined;
  const shut = leastHolders - holders.filter(({ mayEnter }) => mayEnter).length;
  return shut > 0 ? `needs access for ${shut} more ${people(shut)}` : undefined;
}

export interface RolesSummary {
  gaps: { name: string; gap: string }[];
  /** "Gaps: Operations needs 1 more person; Security: nobody holds it." */
  sentence: string;
}

/** All the gaps of a region's roles, in the order of the roles. */
export function summaryOf(roles: readonly RoleNeeds[]): RolesSummary {
  const gaps = roles.flatMap((role) => {
    const gap = gapOf(role);
    return gap ? [{ name: role.name, gap }] : [];
  });
  if (roles.length === 0) return { gaps, sentence: "No role is named yet." };
  if (gaps.length === 0) return { gaps, sentence: "Every role is defined and held." };
  return { gaps, sentence: `Gaps: ${gaps.map(({ name, gap }) => `${name} (${gap})`).join(", ")}.` };
}

function people(count: number): string {
  return count === 1 ? "person" : "people";
}
