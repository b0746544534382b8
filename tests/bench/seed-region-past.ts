import type { Statement } from "./seed-sql";

const hosts = 100;

/** Half a year of a region: moves of its tickets, a dozen incidents, and the hosts that its tickets brought. */
export const regionPastStatements: Statement[] = [
  {
    what: "editions of capabilities",
    sql: `INSERT INTO "CapabilityEdition" ("capabilityId", "at", "removed", "definition")
      SELECT k."id", now() - interval '200 days', false, jsonb_build_object('name', k."name", 'required', k."required",
        'weight', k."weight", 'criteria', to_jsonb(k."criteria"), 'dependsOn', (SELECT coalesce(jsonb_agg(d."dependsOnId"), '[]')
          FROM "CapabilityDependency" d WHERE d."capabilityId" = k."id")) FROM "Capability" k`,
  },
  {
    what: "since when tickets counted",
    sql: `INSERT INTO "TicketSpan" ("ticketId", "capabilityId", "since")
      SELECT x."ticketId", x."capabilityId", now() - interval '190 days' FROM "TicketCapability" x`,
  },
  {
    what: "moves of the region's tickets",
    sql: `INSERT INTO "Event" ("at", "type", "actorId", "subject", "subjectId", "ticketId", "data")
      SELECT now() - (180 - m.n * 20 - t."id" % 19) * interval '1 day', m.type, 12, 'ticket', t."id", t."id",
        jsonb_build_object('from', 'draft', 'to', m.status)
      FROM "Ticket" t JOIN "TicketCapability" x ON x."ticketId" = t."id"
        CROSS JOIN (VALUES (1, 'ticket.filed', 'filed'), (2, 'ticket.taken_up', 'needs_review'),
          (3, 'ticket.accepted', 'waiting_on_assignee')) m(n, type, status)
      UNION ALL SELECT now() - (t."id" % 90) * interval '1 day', 'ticket.moved', 12, 'ticket', t."id", t."id",
        jsonb_build_object('from', 'waiting_on_assignee', 'to', t."status")
      FROM "Ticket" t JOIN "TicketCapability" x ON x."ticketId" = t."id"`,
  },
  {
    what: "incidents",
    sql: `INSERT INTO "Incident" ("id", "regionId", "number", "title", "severity", "status", "declaredById", "startedAt", "declaredAt", "resolvedAt")
      SELECT n, 1, n, 'Names do not resolve, ' || n, 'minor', CASE WHEN n = 12 THEN 'open' ELSE 'resolved' END::"IncidentStatus", 12,
        now() - (140 - n * 10) * interval '1 day', now() - (140 - n * 10) * interval '1 day',
        CASE WHEN n < 12 THEN now() - (138 - n * 10) * interval '1 day' END FROM generate_series(1, 12) n`,
  },
  {
    what: "what incidents affect",
    sql: `INSERT INTO "IncidentCapability" ("incidentId", "capabilityId", "since") SELECT i."id", 4, i."declaredAt" FROM "Incident" i`,
  },
  {
    what: "events of incidents and evidence",
    sql: `INSERT INTO "Event" ("at", "type", "actorId", "subject", "subjectId", "regionId", "data")
      SELECT i."declaredAt", 'incident.declared', 12, 'incident', i."id", 1, jsonb_build_object('to', 'open', 'number', i."number", 'title', i."title")
        FROM "Incident" i
      UNION ALL SELECT i."resolvedAt", 'incident.resolved', 12, 'incident', i."id", 1, jsonb_build_object('to', 'resolved', 'number', i."number", 'title', i."title")
        FROM "Incident" i WHERE i."resolvedAt" IS NOT NULL
      UNION ALL SELECT now(), 'evidence.accepted', 2, 'evidence', e."id", 1, jsonb_build_object('to', 'accepted', 'capability', 'DNS', 'criterion', e."criterion")
        FROM "Evidence" e`,
  },
  {
    what: "hosts",
    sql: `INSERT INTO "Host" ("regionId", "name", "site", "cpuCores", "ramGb", "disks", "nics", "ticketId", "importedById")
      SELECT 1, 'node' || n || '.stream.example.org', 'RDU2', 64, 512, '2 × 960 GB NVMe', '2 × 25 GbE', n * 100, 12 FROM generate_series(1, ${hosts}) n`,
  },
];
