import { capabilityTemplate } from "@/lib/region/template";
import { regionPastStatements } from "./seed-region-past";
import { regionKey, type Statement } from "./seed-sql";

const capabilities = JSON.stringify(
  capabilityTemplate.map(({ key, name, purpose, weight, required, acceptance, dependsOn }, place) => {
    return { id: place + 1, key, name, purpose, weight, required, acceptance, dependsOn };
  }),
);
const linkedTickets = 300;

/** One region as the template describes it, with tickets under every capability and half of the evidence given. */
export const regionStatements: (Statement & { values?: string[] })[] = [
  {
    what: "a region",
    sql: `INSERT INTO "Region" ("id", "key", "name", "parentCloud", "phase", "operatorsId")
      VALUES (1, '${regionKey}', 'The measured region', 'Sponsored machines', 'building', 3)`,
  },
  {
    what: "capabilities",
    values: [capabilities],
    sql: `INSERT INTO "Capability" ("id", "regionId", "key", "name", "purpose", "position", "weight", "required", "criteria")
      SELECT c."id", 1, c."key", c."name", c."purpose", c."id", c."weight", c."required", ARRAY(SELECT jsonb_array_elements_text(c."acceptance"))
      FROM jsonb_to_recordset($1::jsonb) AS c("id" int, "key" text, "name" text, "purpose" text, "weight" int, "required" boolean, "acceptance" jsonb)`,
  },
  {
    what: "what depends on what",
    values: [capabilities],
    sql: `INSERT INTO "CapabilityDependency" ("capabilityId", "dependsOnId")
      SELECT c."id", d."id" FROM jsonb_to_recordset($1::jsonb) AS c("id" int, "dependsOn" jsonb)
        CROSS JOIN LATERAL jsonb_array_elements_text(c."dependsOn") AS k JOIN "Capability" d ON d."key" = k`,
  },
  {
    what: "tickets of capabilities",
    sql: `INSERT INTO "TicketCapability" ("ticketId", "capabilityId")
      SELECT n * 100, 1 + n % ${capabilityTemplate.length} FROM generate_series(1, ${linkedTickets}) n`,
  },
  {
    what: "evidence",
    sql: `INSERT INTO "Evidence" ("capabilityId", "criterion", "note", "status", "submittedById", "judgedById", "judgedAt")
      SELECT c."id", k, 'Shown in the last meeting.', 'accepted', 12, 2, now() FROM "Capability" c, unnest(c."criteria") k WHERE c."id" % 2 = 0`,
  },
  ...regionPastStatements,
];
