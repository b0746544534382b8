import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Destination } from "../tickets/policy";
import { type Actor, isPerson } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import type {
  CapabilityFacts,
  EvidenceOfCapability,
  StateOfCapability,
  TicketOfCapability,
} from "./capability-facts";
import { evidenceMachine } from "./evidence-machine";
import { type JudgedStatus, maySubmitEvidence } from "./evidence-policy";
import { asOfToday, capabilitiesSql, type MoreColumns } from "./facts";
import { mayLinkTickets, mayShapeRegion } from "./policy";
import { computeRegion, sharesOf } from "./readiness";

export interface TicketShown extends TicketOfCapability {
  destination: Destination;
  externalUrl: string | null;
  externalShort: string | null;
  proposal: { number: number; title: string } | null;
}

interface Named {
  handle: string;
  name: string;
}

export interface EvidenceShown extends EvidenceOfCapability {
  /** As it is stored; `status` says more where its last day is over. */
  stored: JudgedStatus;
  link: string | null;
  note: string;
  output: string;
  file: { id: string; name: string; mediaType: string; size: number } | null;
  reason: string;
  createdAt: string;
  judgedAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string;
  version: number;
  submittedBy: Named;
  judgedBy: Named | null;
  withdrawnBy: Named | null;
  isOwn: boolean;
  /** What this reader may do with it: accept, refuse, withdraw, or nothing. */
  moves: AllowedMove[];
}

export interface CapabilityShown extends Omit<CapabilityFacts, "tickets" | "evidence">, StateOfCapability {
  purpose: string;
  version: number;
  /** Its part of the whole, in percent to one decimal. */
  share: number;
  tickets: TicketShown[];
  evidence: EvidenceShown[];
  maySubmit: boolean;
}

export interface CapabilityPage {
  region: { id: number; key: string; name: string; mayLink: boolean; mayShape: boolean };
  capability: CapabilityShown;
  /** Every capability of the region with its state. */
  others: (StateOfCapability & { dependsOn: readonly string[] })[];
}

type TicketRow = TicketShown & { requesterId: number; authorId: number | null };
type EvidenceRow = Omit<EvidenceShown, "isOwn" | "moves" | "stored">;
type DetailRow = Omit<CapabilityFacts, "tickets" | "evidence"> & {
  purpose: string;
  version: number;
  tickets: TicketRow[];
  evidence: EvidenceRow[];
};

const inFull: MoreColumns = {
  capability: Prisma.sql`, 'purpose', k."purpose", 'version', k."version"`,
  ticket: Prisma.sql`, 'destination', t."destination", 'externalUrl', t."externalUrl", 'externalShort', t."externalShort",
    'requesterId', t."requesterId", 'authorId', f."authorId",
    'proposal', CASE WHEN f."id" IS NOT NULL THEN json_build_object('number', f."number", 'title', f."title") END`,
  evidence: Prisma.sql`, 'link', e."link", 'note', e."note", 'output', e."output", 'reason', e."reason",
    'createdAt', e."createdAt", 'judgedAt', e."judgedAt", 'withdrawnAt', e."withdrawnAt",
    'withdrawnReason', e."withdrawnReason", 'version', e."version",
    'file', (SELECT json_build_object('id', h."id", 'name', h."name", 'mediaType', h."mediaType", 'size', h."size")
      FROM "Attachment" h WHERE h."id" = e."attachmentId"),
    'submittedBy', json_build_object('handle', g."handle", 'name', g."name"),
    'judgedBy', CASE WHEN j."id" IS NOT NULL THEN json_build_object('handle', j."handle", 'name', j."name") END,
    'withdrawnBy', (SELECT json_build_object('handle', l."handle", 'name', l."name")
      FROM "Person" l WHERE l."id" = e."withdrawnById")`,
};

/** One capability with its tickets and its evidence, and how it stands among the others, in one query. */
export async function findCapability(
  actor: Actor,
  { region, capability }: { region: string; capability: string },
): Promise<CapabilityPage | null> {
  const only = Prisma.sql`k."key" = ${capability}`;
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT r."id", r."key", r."name", r."operatorsId", ${capabilitiesSql(actor)} AS "capabilities",
      ${capabilitiesSql(actor, inFull, only)} AS "details"
    FROM "Region" r WHERE r."key" = ${region}`);
  return row ? pageOf(actor, row) : null;
}

interface Row {
  id: number;
  key: string;
  name: string;
  operatorsId: number;
  capabilities: CapabilityFacts[];
  details: DetailRow[];
}

function pageOf(actor: Actor, { operatorsId, capabilities, details, ...region }: Row): CapabilityPage | null {
  const { states } = computeRegion(asOfToday(capabilities));
  const [detail] = details;
  const place = capabilities.findIndex(({ key }) => key === detail?.key);
  const state = states[place];
  if (!detail || !state) return null;
  const share = Math.round((sharesOf(capabilities)[place] ?? 0) * 1000) / 10;
  const dependsOn = new Map(capabilities.map((each) => [each.key, each.dependsOn]));
  return {
    region: {
      ...region,
      mayLink: mayLinkTickets(actor, { operatorsId }),
      mayShape: mayShapeRegion(actor, { operatorsId }),
    },
    capability: { ...shownOf(actor, operatorsId, detail), ...state, share },
    others: states.map((each) => ({ ...each, dependsOn: dependsOn.get(each.key) ?? [] })),
  };
}

function shownOf(
  actor: Actor,
  operatorsId: number,
  detail: DetailRow,
): Omit<CapabilityShown, keyof StateOfCapability | "share"> & { key: string; name: string } {
  const hasAsked = detail.tickets.some(
    ({ requesterId, authorId }) => isPerson(actor, requesterId) || isPerson(actor, authorId),
  );
  const [today] = asOfToday([detail]);
  const statusOf = new Map(today?.evidence.map(({ id, status }) => [id, status]));
  return {
    ...detail,
    tickets: detail.tickets.map(({ requesterId: _requester, authorId: _author, ...ticket }) => ticket),
    evidence: detail.evidence.map((evidence) => {
      const stored = evidence.status as JudgedStatus; // the column holds no other
      const facts = { operatorsId, submittedById: evidence.submittedById, status: stored };
      return {
        ...evidence,
        stored,
        status: statusOf.get(evidence.id) ?? stored,
        isOwn: isPerson(actor, evidence.submittedById),
        moves: allowedMoves(evidenceMachine, actor, facts),
      };
    }),
    maySubmit: maySubmitEvidence(actor, { operatorsId, hasAsked }),
  };
}

/** What the forms that shape a region offer to choose from. */
export interface ShapeChoices {
  region: { key: string; name: string; version: number; operatorsId: number };
  capabilities: ShapeChoice[];
}

export interface ShapeChoice {
  key: string;
  name: string;
  purpose: string;
  required: boolean;
  weight: number;
  version: number;
  criteria: string[];
  dependsOn: string[];
}

/** Null where there is no such region, or it is not this actor's to shape. */
export async function findShapeChoices(actor: Actor, key: string): Promise<ShapeChoices | null> {
  const [row] = await readRows<ShapeChoices>(Prisma.sql`
    SELECT json_build_object('key', r."key", 'name', r."name", 'version', r."version", 'operatorsId', r."operatorsId") AS "region",
      (SELECT coalesce(json_agg(json_build_object('key', k."key", 'name', k."name", 'purpose', k."purpose",
          'required', k."required", 'weight', k."weight", 'version', k."version", 'criteria', k."criteria",
          'dependsOn', (SELECT coalesce(json_agg(n."key" ORDER BY n."position"), '[]') FROM "CapabilityDependency" d
            JOIN "Capability" n ON n."id" = d."dependsOnId" WHERE d."capabilityId" = k."id")) ORDER BY k."position", k."id"), '[]')
        FROM "Capability" k WHERE k."regionId" = r."id" AND k."removedAt" IS NULL) AS "capabilities"
    FROM "Region" r WHERE r."key" = ${key}`);
  return row && mayShapeRegion(actor, row.region) ? row : null;
}
