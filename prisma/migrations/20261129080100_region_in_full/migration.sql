-- The region: capabilities that a region can change, evidence in full, incidents, and a past that can be computed.

-- CreateEnum
CREATE TYPE "Onboarding" AS ENUM ('closed', 'open');

-- CreateEnum
CREATE TYPE "IncidentSeverity" AS ENUM ('critical', 'major', 'minor');

-- CreateEnum
CREATE TYPE "IncidentStatus" AS ENUM ('open', 'monitoring', 'resolved', 'closed');

-- DropForeignKey
ALTER TABLE "Attachment" DROP CONSTRAINT "Attachment_proposalId_fkey";

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "regionId" INTEGER,
ALTER COLUMN "proposalId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Capability" ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "attachmentId" TEXT,
ADD COLUMN     "output" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "validUntil" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawnById" INTEGER,
ADD COLUMN     "withdrawnReason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Region" ADD COLUMN     "onboarding" "Onboarding" NOT NULL DEFAULT 'closed',
ADD COLUMN     "onboardingUrl" TEXT,
ADD COLUMN     "osVersion" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "CapabilityEdition" (
    "id" SERIAL NOT NULL,
    "capabilityId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed" BOOLEAN NOT NULL,
    "definition" JSONB NOT NULL,

    CONSTRAINT "CapabilityEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketSpan" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "capabilityId" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "TicketSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" SERIAL NOT NULL,
    "regionId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "severity" "IncidentSeverity" NOT NULL,
    "status" "IncidentStatus" NOT NULL DEFAULT 'open',
    "declaredById" INTEGER NOT NULL,
    "leadId" INTEGER,
    "commsId" INTEGER,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "postMortemUrl" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentCapability" (
    "id" SERIAL NOT NULL,
    "incidentId" INTEGER NOT NULL,
    "capabilityId" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "IncidentCapability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentUpdate" (
    "id" SERIAL NOT NULL,
    "incidentId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IncidentUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CapabilityEdition_capabilityId_id_idx" ON "CapabilityEdition"("capabilityId", "id");

-- CreateIndex
CREATE INDEX "TicketSpan_capabilityId_idx" ON "TicketSpan"("capabilityId");

-- CreateIndex
CREATE INDEX "TicketSpan_ticketId_idx" ON "TicketSpan"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_regionId_number_key" ON "Incident"("regionId", "number");

-- CreateIndex
CREATE INDEX "IncidentCapability_incidentId_idx" ON "IncidentCapability"("incidentId");

-- CreateIndex
CREATE INDEX "IncidentCapability_capabilityId_idx" ON "IncidentCapability"("capabilityId");

-- CreateIndex
CREATE INDEX "IncidentUpdate_incidentId_id_idx" ON "IncidentUpdate"("incidentId", "id");

-- CreateIndex
CREATE INDEX "Attachment_regionId_idx" ON "Attachment"("regionId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_attachmentId_key" ON "Evidence"("attachmentId");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityEdition" ADD CONSTRAINT "CapabilityEdition_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketSpan" ADD CONSTRAINT "TicketSpan_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketSpan" ADD CONSTRAINT "TicketSpan_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_declaredById_fkey" FOREIGN KEY ("declaredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_commsId_fkey" FOREIGN KEY ("commsId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentCapability" ADD CONSTRAINT "IncidentCapability_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentCapability" ADD CONSTRAINT "IncidentCapability_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentUpdate" ADD CONSTRAINT "IncidentUpdate_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentUpdate" ADD CONSTRAINT "IncidentUpdate_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Shapes that a row must have.
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_one_owner CHECK (num_nonnulls("proposalId", "regionId") = 1);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_shows_something CHECK ("link" IS NOT NULL OR "attachmentId" IS NOT NULL OR "note" <> '' OR "output" <> '');
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_output_size CHECK (length("output") <= 60000);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_valid_until CHECK ("validUntil" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_judged CHECK ("status" NOT IN ('accepted', 'refused') OR "judgedById" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_taken_back CHECK (("status" = 'withdrawn') = ("withdrawnAt" IS NOT NULL));
ALTER TABLE "Region" ADD CONSTRAINT region_onboarding_place CHECK ("onboarding" = 'closed' OR "onboardingUrl" IS NOT NULL);
ALTER TABLE "Capability" ADD CONSTRAINT capability_weight CHECK ("weight" BETWEEN 0 AND 100);
ALTER TABLE "Incident" ADD CONSTRAINT incident_post_mortem CHECK ("status" <> 'closed' OR "severity" = 'minor' OR "postMortemUrl" IS NOT NULL);
ALTER TABLE "Incident" ADD CONSTRAINT incident_resolved CHECK (("status" IN ('resolved', 'closed')) = ("resolvedAt" IS NOT NULL));

-- Races that an index settles.
CREATE UNIQUE INDEX ticket_span_one_open ON "TicketSpan" ("ticketId", "capabilityId") WHERE "until" IS NULL;
CREATE UNIQUE INDEX incident_capability_one_open ON "IncidentCapability" ("incidentId", "capabilityId") WHERE "until" IS NULL;

-- Moves and their events.
CREATE CONSTRAINT TRIGGER incident_move AFTER UPDATE OF "status" ON "Incident" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('incident', 'status');
CREATE CONSTRAINT TRIGGER incident_created AFTER INSERT ON "Incident" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('incident');
CREATE CONSTRAINT TRIGGER onboarding_move AFTER UPDATE OF "onboarding" ON "Region" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."onboarding" IS DISTINCT FROM NEW."onboarding") EXECUTE FUNCTION require_move_event('onboarding', 'onboarding');
CREATE TRIGGER incident_update_append_only BEFORE UPDATE OR DELETE ON "IncidentUpdate" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capability_edition_append_only BEFORE UPDATE OR DELETE ON "CapabilityEdition" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Dependencies never form a ring. Whoever adds one holds the region's row, so that two halves of a ring, added at
-- once, wait for each other, and the second is refused.
CREATE FUNCTION refuse_dependency_ring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Region" r JOIN "Capability" k ON k."regionId" = r."id" WHERE k."id" = NEW."capabilityId" FOR NO KEY UPDATE OF r;
  IF NEW."capabilityId" IN (
    WITH RECURSIVE needed("id") AS (
      SELECT NEW."dependsOnId"
      UNION
      SELECT d."dependsOnId" FROM needed n JOIN "CapabilityDependency" d ON d."capabilityId" = n."id"
    ) SELECT n."id" FROM needed n
  ) THEN
    RAISE EXCEPTION 'a ring of dependencies' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dependency_ring AFTER INSERT OR UPDATE ON "CapabilityDependency" FOR EACH ROW EXECUTE FUNCTION refuse_dependency_ring();

-- The past of a region can be computed: at commit the database writes what a capability is from then on, and when a
-- ticket counts for it, whoever changed it. The instant is that of the deed's event, which the portal's clock gave.
CREATE FUNCTION keep_capability_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed integer := CASE WHEN TG_OP = 'DELETE' THEN (to_jsonb(OLD)->>TG_ARGV[0])::integer ELSE (to_jsonb(NEW)->>TG_ARGV[0])::integer END;
  held "Capability"%ROWTYPE;
  present jsonb;
  last_one "CapabilityEdition"%ROWTYPE;
BEGIN
  SELECT * INTO held FROM "Capability" k WHERE k."id" = changed;
  IF NOT FOUND THEN RETURN NULL; END IF;
  present := jsonb_build_object('name', held."name", 'required', held."required", 'weight', held."weight",
    'criteria', to_jsonb(held."criteria"), 'dependsOn', (SELECT coalesce(jsonb_agg(d."dependsOnId" ORDER BY d."dependsOnId"), '[]')
      FROM "CapabilityDependency" d WHERE d."capabilityId" = changed));
  SELECT * INTO last_one FROM "CapabilityEdition" e WHERE e."capabilityId" = changed ORDER BY e."id" DESC LIMIT 1;
  IF FOUND AND last_one."definition" = present AND last_one."removed" = (held."removedAt" IS NOT NULL) THEN RETURN NULL; END IF;
  INSERT INTO "CapabilityEdition" ("capabilityId", "at", "removed", "definition") VALUES (changed,
    coalesce((SELECT e."at" FROM "Event" e WHERE e."regionId" = held."regionId" AND e."tx" = (pg_current_xact_id()::text)::bigint
      ORDER BY e."id" DESC LIMIT 1), now()), held."removedAt" IS NOT NULL, present);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER capability_edition AFTER INSERT OR UPDATE ON "Capability" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION keep_capability_edition('id');
CREATE CONSTRAINT TRIGGER dependency_edition AFTER INSERT OR DELETE ON "CapabilityDependency" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION keep_capability_edition('capabilityId');

CREATE FUNCTION keep_ticket_span() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_ticket integer := CASE WHEN TG_OP = 'DELETE' THEN OLD."ticketId" ELSE NEW."ticketId" END;
  of_capability integer := CASE WHEN TG_OP = 'DELETE' THEN OLD."capabilityId" ELSE NEW."capabilityId" END;
  is_linked boolean := EXISTS (SELECT 1 FROM "TicketCapability" x WHERE x."ticketId" = of_ticket AND x."capabilityId" = of_capability);
  instant timestamptz := coalesce((SELECT e."at" FROM "Event" e WHERE e."ticketId" = of_ticket
    AND e."tx" = (pg_current_xact_id()::text)::bigint ORDER BY e."id" DESC LIMIT 1), now());
BEGIN
  IF is_linked THEN
    INSERT INTO "TicketSpan" ("ticketId", "capabilityId", "since") VALUES (of_ticket, of_capability, instant)
      ON CONFLICT ("ticketId", "capabilityId") WHERE "until" IS NULL DO NOTHING;
  ELSE
    UPDATE "TicketSpan" SET "until" = instant
      WHERE "ticketId" = of_ticket AND "capabilityId" = of_capability AND "until" IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ticket_span AFTER INSERT OR DELETE ON "TicketCapability" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION keep_ticket_span();

-- What is there was so from the beginning, as far as anybody can tell.
INSERT INTO "CapabilityEdition" ("capabilityId", "at", "removed", "definition")
SELECT k."id", r."createdAt", false, jsonb_build_object('name', k."name", 'required', k."required", 'weight', k."weight",
    'criteria', to_jsonb(k."criteria"), 'dependsOn', (SELECT coalesce(jsonb_agg(d."dependsOnId" ORDER BY d."dependsOnId"), '[]')
      FROM "CapabilityDependency" d WHERE d."capabilityId" = k."id"))
  FROM "Capability" k JOIN "Region" r ON r."id" = k."regionId";
INSERT INTO "TicketSpan" ("ticketId", "capabilityId", "since")
SELECT x."ticketId", x."capabilityId", t."createdAt" FROM "TicketCapability" x JOIN "Ticket" t ON t."id" = x."ticketId";
