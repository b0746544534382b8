import { Prisma } from "../../db/client";
import type { ExportKind } from "./export-kind";
import type { Sight } from "./export-sight";

/** What is known of regions. Since when a ticket counted is for who sees the ticket. */
export function regionKinds(see: Sight): ExportKind[] {
  return [
    { kind: "region", rows: Prisma.sql`SELECT r."id", to_jsonb(r) AS facts FROM "Region" r` },
    {
      kind: "capability",
      rows: Prisma.sql`SELECT c."id", to_jsonb(c) || jsonb_build_object('dependsOnIds', (
          SELECT coalesce(jsonb_agg(d."dependsOnId" ORDER BY d."dependsOnId"), '[]')
          FROM "CapabilityDependency" d WHERE d."capabilityId" = c."id")) AS facts
        FROM "Capability" c`,
    },
    ...tenantKinds(see),
    {
      kind: "evidence",
      rows: Prisma.sql`SELECT e."id", to_jsonb(e) || jsonb_build_object('file', (
          SELECT to_jsonb(f) || jsonb_build_object('path', '/attachments/' || f."id" || '/file') FROM "Attachment" f
          WHERE f."id" = e."attachmentId")) AS facts
        FROM "Evidence" e`,
    },
    {
      kind: "capability_edition",
      rows: Prisma.sql`SELECT e."id", to_jsonb(e) AS facts FROM "CapabilityEdition" e`,
    },
    {
      kind: "ticket_span",
      rows: Prisma.sql`SELECT s."id", to_jsonb(s) AS facts FROM "TicketSpan" s JOIN "Ticket" t ON t."id" = s."ticketId"
        WHERE ${see.ticket}`,
    },
    {
      kind: "incident",
      rows: Prisma.sql`SELECT i."id", to_jsonb(i) || jsonb_build_object('affected', (
          SELECT coalesce(jsonb_agg(to_jsonb(q) ORDER BY q."id"), '[]') FROM "IncidentCapability" q
          WHERE q."incidentId" = i."id")) AS facts
        FROM "Incident" i`,
    },
    {
      kind: "incident_update",
      rows: Prisma.sql`SELECT u."id", to_jsonb(u) AS facts FROM "IncidentUpdate" u`,
    },
  ];
}

/** Who runs what, who looks after it, and on which machines: how to reach people and controllers is not for everybody. */
function tenantKinds({ isSystem }: Sight): ExportKind[] {
  const hidden = isSystem ? Prisma.sql`'{}'::text[]` : Prisma.sql`'{reach,bmc}'::text[]`;
  return [
    {
      kind: "workload",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) || jsonb_build_object('stepsDone', (
          SELECT coalesce(jsonb_agg(s."step" ORDER BY s."step"), '[]')
          FROM "WorkloadStep" s WHERE s."workloadId" = x."id")) AS facts
        FROM "Workload" x`,
    },
    {
      kind: "workload_contact",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) - ${hidden} AS facts FROM "WorkloadContact" x`,
    },
    { kind: "region_role", rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "RegionRole" x` },
    {
      kind: "region_role_holder",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "RegionRoleHolder" x`,
    },
    { kind: "host", rows: Prisma.sql`SELECT x."id", to_jsonb(x) - ${hidden} AS facts FROM "Host" x` },
  ];
}
