import { done, type Result, refuse } from "../result";
import { type Role, roles } from "../workflow/actor";

/** A group of the account system, as a pattern, and what whoever is in it holds here. */
export interface GroupRule {
  /** `sig-*`: the star stands for one name. */
  group: string;
  role: Role;
  /** Handle of the body; a star in it is what the group's star was. */
  body: string;
}

/** SIGs by their groups, whoever sponsors one leads it; the board and the infra team by name. */
export const standardGroupRules =
  "sig-*-sponsors=sig_chair@sig-*,sig-*=sig_member@sig-*,board=director@board,infra=infra@infra";

const rule = /^([\w.*-]+)=([a-z_]+)@([\w.*-]+)$/;

/** Reads rules like `sig-*=sig_member@sig-*`, with commas between them; says which one is wrong. */
export function readGroupRules(text: string): Result<GroupRule[]> {
  const rules: GroupRule[] = [];
  for (const part of text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, group = "", role, body = ""] = rule.exec(part) ?? [];
    const known = roles.find((each) => each === role);
    const stars = (pattern: string) => pattern.split("*").length - 1;
    if (!known || stars(group) > 1 || stars(body) > stars(group)) {
      return refuse("invalid", `“${part}” is no rule; write one like sig-*=sig_member@sig-*.`);
    }
    rules.push({ group, role: known, body });
  }
  return done(rules);
}

export interface RoleByGroup {
  role: Role;
  body: string;
  group: string;
}

/** What somebody in these groups holds: for each group the first rule that fits, each role once. */
export function rolesByGroups(rules: readonly GroupRule[], groups: readonly string[]): RoleByGroup[] {
  const found = new Map<string, RoleByGroup>();
  for (const group of groups) {
    for (const { group: pattern, role, body } of rules) {
      const star = starOf(pattern, group);
      if (star === undefined) continue;
      const given = { role, body: body.replace("*", star), group };
      const key = `${given.role}@${given.body}`;
      if (!found.has(key)) found.set(key, given);
      break;
    }
  }
  return [...found.values()];
}

/** What the star of a pattern stands for in a name, the empty text where there is none; undefined where it does not fit. */
function starOf(pattern: string, name: string): string | undefined {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === name ? "" : undefined;
  if (!name.startsWith(before) || !name.endsWith(after)) return undefined;
  const star = name.slice(before.length, name.length - after.length);
  return /^[\w.-]+$/.test(star) && before.length + after.length < name.length ? star : undefined;
}
