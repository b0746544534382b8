import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { visibleSql } from "../proposals/visibility";
import { type Actor, isOfficer, isPerson, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import type { CapabilityFacts, StateOfCapability, TicketOfCapability } from "./capability-facts";
import { inBuildingOrder } from "./dependants";
import { mayJudgeEvidence, maySubmitEvidence } from "./evidence-policy";
import {
  asOfToday,
  capabilitiesSql,
  type GroundRow,
  groundSql,
  holdRegion,
  type MoreColumns,
  whichRegionSql,
} from "./facts";
import { regionSentenceOf } from "./history-text";
import { mayDeclareIncident } from "./incident-policy";
import { type IncidentLine, incidentsSql } from "./incident-queries";
import { regionMachine } from "./machine";
import { onboardingFacts } from "./onboarding-facts";
import { onboardingMachine } from "./onboarding-machine";
import { type RegionPast, readPast } from "./past";
import { pastSql } from "./past-queries";
import {
  mayLinkTickets,
  mayShapeRegion,
  type OnboardingStatus,
  type RegionPhase,
  regionFacts,
} from "./policy";
import { type ComputedRegion, computeRegion } from "./readiness";
import type { RolesSummary } from "./role-gaps";
import { type RoleRow, rolesSql, rolesSummary } from "./role-queries";
import { type SinceMonth, sinceMonth } from "./since-month";
import { type WorkloadRow, type WorkloadShown, workloadsJson, workloadsShown } from "./workload-queries";

/** A capability as the list and the map show it. */
export interface CapabilityOnList extends CapabilityFacts, StateOfCapability {
  purpose: string;
  /** Pieces of evidence that this reader may judge. */
  toJudge: number;
  maySubmit: boolean;
}

export interface RegionShown extends ComputedRegion {
  id: number;
  key: string;
  name: string;
  parentCloud: string;
  operatingSystem: string;
  osVersion: string;
  phase: RegionPhase;
  onboarding: OnboardingStatus;
  onboardingUrl: string | null;
  operatorsWithAccess: number;
  version: number;
  createdAt: string;
  operators: { id: number; handle: string; name: string };
  others: { key: string; name: string }[];
  phases: { phase: string; at: string; by: string | null }[];
  history: { id: string; at: string; who: string; sentence: string; why?: string }[];
  workloads: WorkloadShown[];
  /** Those that are not closed yet, and the last ones that are. */
  incidents: IncidentLine[];
  roles: RolesSummary;
  /** In the order in which they can be built. */
  capabilities: CapabilityOnList[];
  sinceMonth: SinceMonth;
  moves: AllowedMove[];
  onboardingMoves: AllowedMove[];
  mayLink: boolean;
  mayShape: boolean;
  mayDeclare: boolean;
  mayOpenAnother: boolean;
}

type TicketRow = TicketOfCapability & { requesterId: number; authorId: number | null };
type CapabilityRow = Omit<CapabilityFacts, "tickets"> & { purpose: string; tickets: TicketRow[] };

interface EventRow {
  id: string;
  at: string;
  type: string;
  by: string | null;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
}

type Stored =
  | "id"
  | "key"
  | "name"
  | "parentCloud"
  | "operatingSystem"
  | "osVersion"
  | "phase"
  | "onboardingUrl"
  | "version"
  | "createdAt"
  | "operators"
  | "others"
  | "phases"
  | "incidents";
interface Lists {
  capabilities: CapabilityRow[];
  events: EventRow[];
  workloads: WorkloadRow[];
  roles: RoleRow[];
  past: RegionPast;
}
type RegionRow = Pick<RegionShown, Stored> & GroundRow & Lists;

const onList: MoreColumns = {
  capability: Prisma.sql`, 'purpose', k."purpose"`,
  ticket: Prisma.sql`, 'requesterId', t."requesterId", 'authorId', f."authorId"`,
  evidence: Prisma.empty,
};

/** The columns of the row "Region" r that its pages show in their heads. */
export const headSql = Prisma.sql`'id', r."id", 'key', r."key", 'name', r."name", 'parentCloud', r."parentCloud",
  'operatingSystem', r."operatingSystem", 'osVersion', r."osVersion", 'phase', r."phase", 'version', r."version",
  'createdAt', r."createdAt", 'onboardingUrl', r."onboardingUrl",
  'operators', (SELECT json_build_object('id', b."id", 'handle', b."handle", 'name', b."name")
    FROM "Body" b WHERE b."id" = r."operatorsId")`;

/**
 * The region of that key, or the first one, with all that its page shows, in one query; null where there is none.
 * States and readiness are computed from the tickets that this actor sees, now and a month ago.
 */
export async function findRegion(actor: Actor, key?: string, lastEvents = 10): Promise<RegionShown | null> {
  const [row] = await readRows<{ region: RegionRow }>(Prisma.sql`
    SELECT json_build_object(${headSql}, ${groundSql},
      'others', (SELECT coalesce(json_agg(json_build_object('key', o."key", 'name', o."name") ORDER BY o."id"), '[]')
        FROM "Region" o WHERE o."id" <> r."id"),
      'phases', (SELECT coalesce(json_agg(json_build_object('phase', v."data"->>'to', 'at', v."at", 'by', w."name")
          ORDER BY v."id"), '[]')
        FROM "Event" v LEFT JOIN "Person" w ON w."id" = v."actorId"
        WHERE v."subject" = 'region' AND v."subjectId" = r."id" AND v."data" ? 'to'),
      'events', ${eventsSql(actor, lastEvents)},
      'workloads', ${workloadsJson(Prisma.sql`z."regionId" = r."id"`)},
      'incidents', ${incidentsSql(5)}, 'roles', ${rolesSql},
      'past', ${pastSql(actor)},
      'capabilities', ${capabilitiesSql(actor, onList)}) AS "region"
    FROM "Region" r ${whichRegionSql(key)}`);
  return row ? regionOf(actor, row.region) : null;
}

/** The last things that happened, as far as this actor sees them; the timeline has them all. */
function eventsSql(actor: Actor, lastEvents: number): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', v."id"::text, 'at', v."at", 'type', v."type",
      'by', w."name", 'onBehalfOf', v."onBehalfOf", 'data', v."data") ORDER BY v."id" DESC), '[]')
    FROM (SELECT * FROM "Event" a WHERE a."regionId" = r."id"
        AND (${readsExecutive(actor)} OR a."visibility" = 'public')
        AND (a."proposalId" IS NULL OR EXISTS (
          SELECT 1 FROM "Proposal" p WHERE p."id" = a."proposalId" AND ${visibleSql(actor)}))
      ORDER BY a."id" DESC LIMIT ${lastEvents}) v LEFT JOIN "Person" w ON w."id" = v."actorId")`;
}

function regionOf(actor: Actor, row: RegionRow): RegionShown {
  const { events, capabilities: stored, workloads, roles, past, ...head } = row;
  const capabilities = asOfToday(stored);
  const computed = computeRegion(capabilities);
  const operatorsId = head.operators.id;
  const facts = regionFacts({ ...head, status: head.phase, operatorsId }, computed);
  const today = now().getTime();
  return {
    ...head,
    ...computed,
    history: events.map(({ id, at, by, ...event }) => {
      return { id, at, ...regionSentenceOf({ ...event, actorName: by }) };
    }),
    capabilities: inBuildingOrder(listed(actor, operatorsId, { capabilities, computed })),
    workloads: workloadsShown(actor, workloads),
    roles: rolesSummary(roles),
    sinceMonth: sinceMonth(readPast(past, today), {
      createdAt: past.createdAt,
      now: today,
      states: computed.states,
    }),
    moves: allowedMoves(regionMachine, actor, facts),
    onboardingMoves: allowedMoves(onboardingMachine, actor, onboardingFacts(facts, computed)),
    mayLink: mayLinkTickets(actor, { operatorsId }),
    mayShape: mayShapeRegion(actor, { operatorsId }),
    mayDeclare: mayDeclareIncident(actor, { operatorsId }),
    mayOpenAnother: isOfficer(actor),
  };
}

function listed(
  actor: Actor,
  operatorsId: number,
  { capabilities, computed }: { capabilities: CapabilityRow[]; computed: ComputedRegion },
): CapabilityOnList[] {
  const stateOf = new Map(computed.states.map((state) => [state.key, state]));
  return capabilities.flatMap((capability) => {
    const state = stateOf.get(capability.key);
    if (!state) return [];
    const hasAsked = capability.tickets.some(
      ({ requesterId, authorId }) => isPerson(actor, requesterId) || isPerson(actor, authorId),
    );
    const waiting = capability.evidence.filter(({ status }) => status === "submitted");
    const toJudge = waiting.filter((each) => mayJudgeEvidence(actor, { ...each, operatorsId })).length;
    return [
      { ...capability, ...state, toJudge, maySubmit: maySubmitEvidence(actor, { operatorsId, hasAsked }) },
    ];
  });
}

export interface RegionSummary {
  key: string;
  name: string;
  phase: RegionPhase;
  percent: number;
  sentence: string;
}

/** The region in a line, for the home page: one query. */
export async function findRegionSummary(actor: Actor): Promise<RegionSummary | null> {
  const region = await holdRegion(db, actor);
  if (!region) return null;
  const { percent, sentence } = region.computed.readiness;
  return { key: region.key, name: region.name, phase: region.facts.status, percent, sentence };
}
