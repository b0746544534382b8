import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { regionSentenceOf } from "./history-text";
import { incidentMachine } from "./incident-machine";
import {
  type IncidentSeverity,
  type IncidentStatus,
  mayDeclareIncident,
  mayKeepIncident,
} from "./incident-policy";

interface Named {
  handle: string;
  name: string;
}

/** An incident in a list. */
export interface IncidentLine {
  number: number;
  title: string;
  severity: IncidentSeverity;
  status: IncidentStatus;
  startedAt: string;
  declaredAt: string;
  resolvedAt: string | null;
  affected: { key: string; name: string }[];
}

const lineColumns = Prisma.sql`'number', i."number", 'title', i."title", 'severity', i."severity", 'status', i."status",
  'startedAt', i."startedAt", 'declaredAt', i."declaredAt", 'resolvedAt', i."resolvedAt",
  'affected', (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('key', ik."key", 'name', ik."name")), '[]')
    FROM "IncidentCapability" iq JOIN "Capability" ik ON ik."id" = iq."capabilityId"
    WHERE iq."incidentId" = i."id" AND iq."until" IS NULL)`;

/** The last incidents of the row "Region" r, what is not over yet first, as JSON. */
export function incidentsSql(most: number): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(il."line" ORDER BY il."isOver", il."number" DESC), '[]') FROM (
    SELECT i."number", i."status" IN ('resolved', 'closed') AS "isOver", json_build_object(${lineColumns}) AS "line"
    FROM "Incident" i WHERE i."regionId" = r."id" ORDER BY "isOver", i."number" DESC LIMIT ${most}) il)`;
}

export interface IncidentList {
  region: { key: string; name: string };
  incidents: IncidentLine[];
  capabilities: { key: string; name: string }[];
  mayDeclare: boolean;
}

const mostIncidents = 300;

/** The incidents of a region, and what the form to declare one offers. */
export async function listIncidents(actor: Actor, key: string): Promise<IncidentList | null> {
  const [row] = await readRows<Omit<IncidentList, "mayDeclare"> & { operatorsId: number }>(Prisma.sql`
    SELECT json_build_object('key', r."key", 'name', r."name") AS "region", r."operatorsId",
      ${incidentsSql(mostIncidents)} AS "incidents", ${capabilityNamesSql} AS "capabilities"
    FROM "Region" r WHERE r."key" = ${key}`);
  if (!row) return null;
  const { operatorsId, ...list } = row;
  return { ...list, mayDeclare: mayDeclareIncident(actor, { operatorsId }) };
}

const capabilityNamesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('key', k."key", 'name', k."name")
  ORDER BY k."position", k."id"), '[]') FROM "Capability" k WHERE k."regionId" = r."id" AND k."removedAt" IS NULL)`;

export interface IncidentShown extends IncidentLine {
  summary: string;
  postMortemUrl: string | null;
  version: number;
  declaredBy: Named;
  lead: Named | null;
  comms: Named | null;
  region: { key: string; name: string };
  capabilities: { key: string; name: string }[];
  /** Updates and what was done, the newest first. */
  timeline: { id: string; at: string; who: string; sentence: string; why?: string }[];
  moves: AllowedMove[];
  mayKeep: boolean;
}

interface IncidentRow extends Omit<IncidentShown, "timeline" | "moves" | "mayKeep"> {
  leadId: number | null;
  commsId: number | null;
  operatorsId: number;
  events: { id: string; at: string; type: string; by: string | null; data: Record<string, unknown> }[];
  updates: { id: number; at: string; by: string; text: string }[];
}

const named = (column: Prisma.Sql) =>
  Prisma.sql`(SELECT json_build_object('handle', w."handle", 'name', w."name") FROM "Person" w WHERE w."id" = ${column})`;

/** One incident with all that was written and done about it, in one query. */
export async function findIncident(
  actor: Actor,
  { region, incident }: { region: string; incident: number },
): Promise<IncidentShown | null> {
  const [row] = await readRows<{ incident: IncidentRow }>(Prisma.sql`
    SELECT json_build_object(${lineColumns}, 'summary', i."summary", 'postMortemUrl', i."postMortemUrl",
      'version', i."version", 'leadId', i."leadId", 'commsId', i."commsId", 'operatorsId', r."operatorsId",
      'declaredBy', ${named(Prisma.sql`i."declaredById"`)}, 'lead', ${named(Prisma.sql`i."leadId"`)},
      'comms', ${named(Prisma.sql`i."commsId"`)}, 'region', json_build_object('key', r."key", 'name', r."name"),
      'capabilities', ${capabilityNamesSql},
      'events', (SELECT coalesce(json_agg(json_build_object('id', v."id"::text, 'at', v."at", 'type', v."type",
          'by', w."name", 'data', v."data") ORDER BY v."id"), '[]')
        FROM "Event" v LEFT JOIN "Person" w ON w."id" = v."actorId"
        WHERE v."subject" = 'incident' AND v."subjectId" = i."id" AND v."type" <> 'incident.update_written'),
      'updates', (SELECT coalesce(json_agg(json_build_object('id', u."id", 'at', u."createdAt", 'by', w."name",
          'text', u."text") ORDER BY u."id"), '[]')
        FROM "IncidentUpdate" u JOIN "Person" w ON w."id" = u."byId" WHERE u."incidentId" = i."id")) AS "incident"
    FROM "Incident" i JOIN "Region" r ON r."id" = i."regionId" WHERE r."key" = ${region} AND i."number" = ${incident}`);
  return row ? shownOf(actor, row.incident) : null;
}

function shownOf(actor: Actor, row: IncidentRow): IncidentShown {
  const { leadId, commsId, operatorsId, events, updates, ...shown } = row;
  const { status, severity, postMortemUrl } = shown;
  const facts = { status, severity, postMortemUrl, leadId, commsId, operatorsId };
  const deeds = events.map(({ id, at, by, ...event }) => {
    return { id: `event-${id}`, at, ...regionSentenceOf({ ...event, actorName: by }) };
  });
  const written = updates.map(({ id, at, by, text }) => {
    return { id: `update-${id}`, at, who: by, sentence: "wrote:", why: text };
  });
  const timeline = [...deeds, ...written].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return {
    ...shown,
    timeline,
    moves: allowedMoves(incidentMachine, actor, facts),
    mayKeep: mayKeepIncident(actor, facts),
  };
}
