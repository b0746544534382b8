import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { whichRegionSql } from "./facts";
import { isOperatorOf, type RegionPhase } from "./policy";
import { gapOf, type RolesSummary, summaryOf } from "./role-gaps";
import { type RegionRoleStatus, regionRoleMachine } from "./role-machine";
import { mayGiveAccess, mayHandOver, mayKeepRoles } from "./role-policy";

interface HolderRow {
  id: number;
  personId: number;
  handle: string;
  name: string;
  since: string;
  until: string | null;
  from: string | null;
  note: string;
  accessBy: string | null;
  accessAt: string | null;
}

interface RoleRow {
  id: number;
  key: string;
  name: string;
  purpose: string;
  duties: string;
  leastHolders: number;
  needsAccess: boolean;
  status: RegionRoleStatus;
  version: number;
  holders: HolderRow[];
}

export interface HolderShown extends Omit<HolderRow, "personId"> {
  mayHandOver: boolean;
  mayGiveAccess: boolean;
  mayTakeAccess: boolean;
}

export interface RegionRoleShown extends Omit<RoleRow, "holders" | "duties"> {
  duties: string[];
  holders: HolderShown[];
  /** Who held it before, the last first. */
  former: HolderShown[];
  gap: string | undefined;
  moves: AllowedMove[];
}

export interface RegionRoles extends RolesSummary {
  region: { key: string; name: string; phase: RegionPhase };
  roles: RegionRoleShown[];
  mayKeep: boolean;
}

interface Row {
  key: string;
  name: string;
  phase: RegionPhase;
  operatorsId: number;
  roles: RoleRow[];
}

/** Somebody whose account has ended holds nothing any more, whatever the row says. */
const holders = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', h."id", 'personId', h."personId",
    'handle', w."handle", 'name', w."name", 'since', h."since",
    'until', coalesce(h."until", w."disabledAt"), 'note', h."note",
    'from', (SELECT u."name" FROM "Person" u WHERE u."id" = h."fromId"),
    'accessBy', (SELECT u."name" FROM "Person" u WHERE u."id" = h."accessById"), 'accessAt', h."accessAt")
    ORDER BY h."id"), '[]')
  FROM "RegionRoleHolder" h JOIN "Person" w ON w."id" = h."personId" WHERE h."roleId" = x."id")`;

/** The roles of a row "Region" r as JSON. */
export const rolesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', x."id", 'key', x."key",
    'name', x."name", 'purpose', x."purpose", 'duties', x."duties", 'leastHolders', x."leastHolders",
    'needsAccess', x."needsAccess", 'status', x."status", 'version', x."version", 'holders', ${holders})
    ORDER BY x."status" = 'retired', x."position", x."id"), '[]')
  FROM "RegionRole" x WHERE x."regionId" = r."id")`;

/** A region's roles with who holds them, in one query; null where there is no such region. */
export async function findRegionRoles(actor: Actor, key: string): Promise<RegionRoles | null> {
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT r."key", r."name", r."phase", r."operatorsId", ${rolesSql} AS "roles"
    FROM "Region" r ${whichRegionSql(key)}`);
  if (!row) return null;
  const { roles, operatorsId, ...region } = row;
  const shown = roles.map((role) => roleShown(actor, operatorsId, role));
  return {
    region,
    roles: shown,
    mayKeep: mayKeepRoles(actor, { operatorsId }),
    ...summaryOf(roles.map(needsOf)),
  };
}

/** The gaps of the roles that a row of the region's page brought. */
export function rolesSummary(roles: readonly RoleRow[]): RolesSummary {
  return summaryOf(roles.map(needsOf));
}

export type { RoleRow };

function needsOf({ holders, ...role }: RoleRow) {
  const current = holders.filter(({ until }) => until === null);
  return { ...role, holders: current.map(({ accessAt }) => ({ mayEnter: accessAt !== null })) };
}

function roleShown(actor: Actor, operatorsId: number, role: RoleRow): RegionRoleShown {
  const holders = role.holders.map((holder) => holderShown(actor, operatorsId, holder));
  const current = holders.filter(({ until }) => until === null);
  const { status, purpose, duties } = role;
  return {
    ...role,
    duties: duties.split("\n").filter(Boolean),
    holders: current,
    former: holders.filter(({ until }) => until !== null).toReversed(),
    gap: gapOf(needsOf(role)),
    moves: allowedMoves(regionRoleMachine, actor, {
      ...{ status, purpose, duties, operatorsId },
      holders: current.length,
    }),
  };
}

function holderShown(actor: Actor, operatorsId: number, { personId, ...holder }: HolderRow): HolderShown {
  const place = { operatorsId, personId };
  return {
    ...holder,
    mayHandOver: mayHandOver(actor, place),
    mayGiveAccess: holder.accessAt === null && mayGiveAccess(actor, place),
    mayTakeAccess: holder.accessAt !== null && isOperatorOf(actor, place),
  };
}
