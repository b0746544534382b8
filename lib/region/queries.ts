import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { visibleSql } from "../proposals/visibility";
import type { Destination } from "../tickets/policy";
import { type Actor, isPerson, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import type {
  CapabilityFacts,
  EvidenceOfCapability,
  StateOfCapability,
  TicketOfCapability,
} from "./capability-facts";
import { evidenceMachine } from "./evidence-machine";
import { type JudgedStatus, maySubmitEvidence } from "./evidence-policy";
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
import { regionMachine } from "./machine";
import { mayLinkTickets, type RegionPhase, regionFacts } from "./policy";
import { type ComputedRegion, computeRegion } from "./readiness";
import { type WorkloadRow, type WorkloadShown, workloadsJson, workloadsShown } from "./workload-queries";

export interface TicketShown extends TicketOfCapability {
  destination: Destination;
  externalUrl: string | null;
  externalShort: string | null;
  proposal: { number: number; title: string } | null;
}

export interface EvidenceShown extends EvidenceOfCapability {
  status: JudgedStatus;
  link: string | null;
  note: string;
  reason: string;
  createdAt: string;
  judgedAt: string | null;
  version: number;
  submittedBy: { handle: string; name: string };
  judgedBy: { handle: string; name: string } | null;
  isOwn: boolean;
  /** What this reader may do with it: accept, refuse, or nothing. */
  moves: AllowedMove[];
}

export interface CapabilityShown
  extends Omit<CapabilityFacts, "tickets" | "evidence" | "dependsOn" | "openIncidents">,
    StateOfCapability {
  purpose: string;
  /** Keys. */
  dependsOn: readonly string[];
  tickets: TicketShown[];
  evidence: EvidenceShown[];
  maySubmit: boolean;
}

export interface RegionShown extends ComputedRegion {
  id: number;
  key: string;
  name: string;
  parentCloud: string;
  operatingSystem: string;
  phase: RegionPhase;
  version: number;
  createdAt: string;
  operators: { id: number; handle: string; name: string };
  others: { key: string; name: string }[];
  phases: { phase: string; at: string; by: string | null }[];
  history: { id: string; at: string; who: string; sentence: string; why?: string }[];
  workloads: WorkloadShown[];
  capabilities: CapabilityShown[];
  moves: AllowedMove[];
  mayLink: boolean;
}

type TicketRow = TicketShown & { requesterId: number; authorId: number | null };
type EvidenceRow = Omit<EvidenceShown, "isOwn" | "moves">;
type CapabilityRow = Omit<CapabilityFacts, "tickets" | "evidence"> & {
  purpose: string;
  tickets: TicketRow[];
  evidence: EvidenceRow[];
};

interface EventRow {
  id: string;
  at: string;
  type: string;
  by: string | null;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
}

type RegionRow = Pick<
  RegionShown,
  | "id"
  | "key"
  | "name"
  | "parentCloud"
  | "operatingSystem"
  | "phase"
  | "version"
  | "createdAt"
  | "operators"
  | "others"
  | "phases"
> &
  GroundRow & { capabilities: CapabilityRow[]; events: EventRow[]; workloads: WorkloadRow[] };

const shown: MoreColumns = {
  capability: Prisma.sql`, 'purpose', k."purpose"`,
  ticket: Prisma.sql`, 'destination', t."destination", 'externalUrl', t."externalUrl", 'externalShort', t."externalShort",
    'requesterId', t."requesterId", 'authorId', f."authorId",
    'proposal', CASE WHEN f."id" IS NOT NULL THEN json_build_object('number', f."number", 'title', f."title") END`,
  evidence: Prisma.sql`, 'link', e."link", 'note', e."note", 'reason', e."reason", 'createdAt', e."createdAt",
    'judgedAt', e."judgedAt", 'version', e."version",
    'submittedBy', json_build_object('handle', g."handle", 'name', g."name"),
    'judgedBy', CASE WHEN j."id" IS NOT NULL THEN json_build_object('handle', j."handle", 'name', j."name") END`,
};

/**
 * The region of that key, or the first one, with all that its page shows, in one query; null where there is none.
 * States and readiness are computed from the tickets that this actor sees.
 */
export async function findRegion(actor: Actor, key?: string): Promise<RegionShown | null> {
  const [row] = await readRows<{ region: RegionRow }>(Prisma.sql`
    SELECT json_build_object('id', r."id", 'key', r."key", 'name', r."name", 'parentCloud', r."parentCloud",
      'operatingSystem', r."operatingSystem", 'phase', r."phase", 'version', r."version", 'createdAt', r."createdAt",
      ${groundSql}, 'operators', (SELECT json_build_object('id', b."id", 'handle', b."handle", 'name', b."name")
        FROM "Body" b WHERE b."id" = r."operatorsId"),
      'others', (SELECT coalesce(json_agg(json_build_object('key', o."key", 'name', o."name") ORDER BY o."id"), '[]')
        FROM "Region" o WHERE o."id" <> r."id"),
      'phases', (SELECT coalesce(json_agg(json_build_object('phase', v."data"->>'to', 'at', v."at", 'by', w."name")
          ORDER BY v."id"), '[]')
        FROM "Event" v LEFT JOIN "Person" w ON w."id" = v."actorId"
        WHERE v."subject" = 'region' AND v."subjectId" = r."id" AND v."data" ? 'to'),
      'events', ${eventsSql(actor)},
      'workloads', ${workloadsJson(Prisma.sql`z."regionId" = r."id"`)},
      'capabilities', ${capabilitiesSql(actor, shown)}) AS "region"
    FROM "Region" r ${whichRegionSql(key)}`);
  return row ? regionOf(actor, row.region) : null;
}

/** The last fifty things that happened, as far as this actor sees them. */
function eventsSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', v."id"::text, 'at', v."at", 'type', v."type",
      'by', w."name", 'onBehalfOf', v."onBehalfOf", 'data', v."data") ORDER BY v."id" DESC), '[]')
    FROM (SELECT * FROM "Event" a WHERE a."regionId" = r."id"
        AND (${readsExecutive(actor)} OR a."visibility" = 'public')
        AND (a."proposalId" IS NULL OR EXISTS (
          SELECT 1 FROM "Proposal" p WHERE p."id" = a."proposalId" AND ${visibleSql(actor)}))
      ORDER BY a."id" DESC LIMIT 50) v LEFT JOIN "Person" w ON w."id" = v."actorId")`;
}

function regionOf(actor: Actor, { events, capabilities: stored, workloads, ...row }: RegionRow): RegionShown {
  const capabilities = asOfToday(stored);
  const computed = computeRegion(capabilities);
  const operatorsId = row.operators.id;
  const facts = regionFacts({ ...row, status: row.phase, operatorsId }, computed);
  const stateOf = new Map(computed.states.map((state) => [state.key, state]));
  return {
    ...row,
    ...computed,
    history: events.map(({ id, at, by, ...event }) => ({
      id,
      at,
      ...regionSentenceOf({ ...event, actorName: by }),
    })),
    capabilities: capabilities.flatMap((capability) => {
      const state = stateOf.get(capability.key);
      return state ? [capabilityOf(actor, operatorsId, { ...capability, ...state })] : [];
    }),
    workloads: workloadsShown(actor, workloads),
    moves: allowedMoves(regionMachine, actor, facts),
    mayLink: mayLinkTickets(actor, { operatorsId }),
  };
}

function capabilityOf(
  actor: Actor,
  operatorsId: number,
  { openIncidents: _, ...capability }: CapabilityRow & StateOfCapability,
): CapabilityShown {
  const hasAsked = capability.tickets.some(
    ({ requesterId, authorId }) => isPerson(actor, requesterId) || isPerson(actor, authorId),
  );
  return {
    ...capability,
    tickets: capability.tickets.map(({ requesterId: _requester, authorId: _author, ...ticket }) => ticket),
    evidence: capability.evidence.map((evidence) => ({
      ...evidence,
      isOwn: isPerson(actor, evidence.submittedById),
      moves: allowedMoves(evidenceMachine, actor, { ...evidence, operatorsId }).filter(
        ({ name }) => name !== "withdraw",
      ),
    })),
    maySubmit: maySubmitEvidence(actor, { operatorsId, hasAsked }),
  };
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
