import { isoDate } from "../calendar-date";
import { now } from "../clock";
import { type db, Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { ticketsVisibleTo, ticketVisibleSql } from "../tickets/visibility";
import { type Actor, personIdOf } from "../workflow/actor";
import { type CapabilityFacts, statusOn } from "./capability-facts";
import { type RegionFacts, type RegionGround, type RegionPhase, regionFacts } from "./policy";
import { type ComputedRegion, computeRegion } from "./readiness";
import { operationsRole } from "./role-template";
import { stillThere } from "./workload-machine";

/** What a page shows beyond the facts: further pairs for `json_build_object`, each list beginning with a comma. */
export interface MoreColumns {
  capability: Prisma.Sql;
  ticket: Prisma.Sql;
  evidence: Prisma.Sql;
}

const factsOnly: MoreColumns = { capability: Prisma.empty, ticket: Prisma.empty, evidence: Prisma.empty };

/**
 * The capabilities of a row of "Region" under the alias r, as JSON in the shape of `CapabilityFacts`. Only tickets
 * that the actor sees are in it, so that no state, sentence or number tells of a ticket that is hidden
 * (docs/adr/005-visibility-in-the-query.md): two readers may read two numbers, each of them true of what they see.
 * `only` chooses among the rows k of "Capability".
 */
export function capabilitiesSql(
  actor: Actor,
  more: MoreColumns = factsOnly,
  only: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('key', k."key", 'name', k."name",
      'required', k."required", 'weight', k."weight", 'criteria', k."criteria",
      'dependsOn', (SELECT coalesce(json_agg(n."key" ORDER BY n."position", n."id"), '[]')
        FROM "CapabilityDependency" d JOIN "Capability" n ON n."id" = d."dependsOnId" WHERE d."capabilityId" = k."id"),
      'openIncidents', (SELECT coalesce(json_agg(json_build_object('id', i."id", 'number', i."number", 'title', i."title")
          ORDER BY i."id"), '[]') FROM "IncidentCapability" q JOIN "Incident" i ON i."id" = q."incidentId"
        WHERE q."capabilityId" = k."id" AND q."until" IS NULL AND i."status" IN ('open', 'monitoring')),
      'tickets', (SELECT coalesce(json_agg(json_build_object('id', t."id", 'number', t."number", 'title', t."title",
          'status', t."status"${more.ticket}) ORDER BY t."number"), '[]')
        FROM "TicketCapability" x JOIN "Ticket" t ON t."id" = x."ticketId"
          LEFT JOIN "Proposal" f ON f."id" = t."proposalId"
        WHERE x."capabilityId" = k."id" AND ${ticketVisibleSql(actor)}),
      'evidence', (SELECT coalesce(json_agg(json_build_object('id', e."id", 'criterion', e."criterion",
          'status', e."status", 'submittedById', e."submittedById", 'judgedById', e."judgedById", 'validUntil', e."validUntil"${more.evidence})
          ORDER BY e."id"), '[]')
        FROM "Evidence" e JOIN "Person" g ON g."id" = e."submittedById" LEFT JOIN "Person" j ON j."id" = e."judgedById"
        WHERE e."capabilityId" = k."id")${more.capability}) ORDER BY k."position", k."id"), '[]')
    FROM "Capability" k WHERE k."regionId" = r."id" AND k."removedAt" IS NULL AND ${only})`;
}

/** The region of that key, else the first one. */
export function whichRegionSql(key: string | undefined): Prisma.Sql {
  const where = key === undefined ? Prisma.sql`true` : Prisma.sql`r."key" = ${key}`;
  return Prisma.sql`WHERE ${where} ORDER BY r."id" LIMIT 1`;
}

/** What the row r and its surroundings say for the gates of its phases: further pairs for `json_build_object`. */
export const groundSql = Prisma.sql`'onboarding', r."onboarding", 'operatorsWithAccess', (
    SELECT count(DISTINCT oh."personId") FROM "RegionRoleHolder" oh JOIN "RegionRole" oo ON oo."id" = oh."roleId"
      JOIN "Person" ow ON ow."id" = oh."personId"
    WHERE oo."regionId" = r."id" AND oo."key" = ${operationsRole} AND oo."status" = 'defined'
      AND oh."until" IS NULL AND oh."accessAt" IS NOT NULL AND ow."disabledAt" IS NULL),
  'tenantsLeft', (SELECT count(*) FROM "Workload" oz
    WHERE oz."regionId" = r."id" AND oz."status"::text = ANY(${[...stillThere]}))`;

/** A row of `groundSql`. */
export type GroundRow = Pick<RegionGround, "onboarding" | "operatorsWithAccess" | "tenantsLeft">;

/** Evidence whose last day is over counts as expired, from the day after it on. */
export function asOfToday<Capability extends Pick<CapabilityFacts, "evidence">>(
  capabilities: readonly Capability[],
): Capability[] {
  const today = isoDate(now());
  return capabilities.map((capability) => ({
    ...capability,
    evidence: capability.evidence.map((each) => ({ ...each, status: statusOn(each, today) })),
  }));
}

/** A region as a command holds it: what identifies the row, and what its moves are weighed on. */
export interface HeldRegion {
  id: number;
  key: string;
  name: string;
  computed: ComputedRegion;
  facts: RegionFacts;
}

interface HeldRow {
  id: number;
  key: string;
  name: string;
  phase: RegionPhase;
  operatorsId: number;
  ground: GroundRow;
  capabilities: CapabilityFacts[];
}

/** One query: a region with its states and its readiness, from what this actor may see. */
export async function holdRegion(
  database: Tx | typeof db,
  actor: Actor,
  key?: string,
): Promise<HeldRegion | null> {
  const [row] = await database.$queryRaw<HeldRow[]>(Prisma.sql`
    SELECT r."id", r."key", r."name", r."phase", r."operatorsId", json_build_object(${groundSql}) AS "ground",
      ${capabilitiesSql(actor)} AS "capabilities"
    FROM "Region" r ${whichRegionSql(key)}`);
  if (!row) return null;
  const { capabilities, ground, phase, operatorsId, ...region } = row;
  const computed = computeRegion(asOfToday(capabilities));
  return { ...region, computed, facts: regionFacts({ ...ground, status: phase, operatorsId }, computed) };
}

export interface HeldCapability {
  id: number;
  key: string;
  name: string;
  criteria: string[];
  region: { id: number; key: string; operatorsId: number };
}

export async function holdCapability(
  tx: Tx,
  { region, capability }: { region: string; capability: string },
): Promise<HeldCapability | null> {
  return tx.capability.findFirst({
    where: { key: capability, removedAt: null, region: { key: region } },
    select: {
      id: true,
      key: true,
      name: true,
      criteria: true,
      region: { select: { id: true, key: true, operatorsId: true } },
    },
  });
}

/** Whether this person asked for a ticket of the capability, or wrote the proposal that one came from. */
export async function hasAskedFor(tx: Tx, actor: Actor, { id }: { id: number }): Promise<boolean> {
  const person = personIdOf(actor);
  if (person === null) return false;
  const asked = { OR: [{ requesterId: person }, { proposal: { authorId: person } }] };
  const where = { capabilities: { some: { capabilityId: id } }, AND: [ticketsVisibleTo(actor), asked] };
  return (await tx.ticket.findFirst({ where, select: { id: true } })) !== null;
}
