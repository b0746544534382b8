-- Tickets in full: priority, size, labels, dependencies, checklists, bundles, initiatives, questions, watching, views.

CREATE TYPE "TicketPriority" AS ENUM ('low', 'normal', 'high', 'urgent');
CREATE TYPE "TicketSize" AS ENUM ('xs', 's', 'm', 'l', 'xl');

ALTER TABLE "Ticket"
  ADD COLUMN "priority" "TicketPriority" NOT NULL DEFAULT 'normal',
  ADD COLUMN "size" "TicketSize",
  ADD COLUMN "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "duplicateOfId" INTEGER,
  ADD COLUMN "parentId" INTEGER,
  ADD COLUMN "bundleId" INTEGER,
  ADD COLUMN "quarter" TEXT;

ALTER TABLE "Question" ALTER COLUMN "proposalId" DROP NOT NULL, ADD COLUMN "ticketId" INTEGER;

CREATE TABLE "TicketDependency" (
    "blockerId" INTEGER NOT NULL,
    "blockedId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketDependency_pkey" PRIMARY KEY ("blockedId","blockerId")
);

CREATE TABLE "ChecklistItem" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChecklistItem_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TicketBundle" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "proposalId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketBundle_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TicketWatch" (
    "personId" INTEGER NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "level" "WatchLevel" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketWatch_pkey" PRIMARY KEY ("personId","ticketId")
);

CREATE TABLE "TicketView" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketView_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "TicketDependency_blockerId_idx" ON "TicketDependency"("blockerId");
CREATE INDEX "ChecklistItem_ticketId_position_idx" ON "ChecklistItem"("ticketId", "position");
CREATE INDEX "TicketBundle_proposalId_idx" ON "TicketBundle"("proposalId");
CREATE INDEX "TicketWatch_ticketId_idx" ON "TicketWatch"("ticketId");
CREATE UNIQUE INDEX "TicketView_personId_name_key" ON "TicketView"("personId", "name");
CREATE UNIQUE INDEX "Question_ticketId_number_key" ON "Question"("ticketId", "number");
CREATE INDEX "Ticket_parentId_idx" ON "Ticket"("parentId");
CREATE INDEX "Ticket_bundleId_idx" ON "Ticket"("bundleId");
CREATE INDEX "Ticket_duplicateOfId_idx" ON "Ticket"("duplicateOfId");
CREATE INDEX "Ticket_requesterId_idx" ON "Ticket"("requesterId");
CREATE INDEX "Ticket_labels_idx" ON "Ticket" USING GIN ("labels");

ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "TicketBundle"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Question" ADD CONSTRAINT "Question_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "TicketDependency" ADD CONSTRAINT "TicketDependency_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketDependency" ADD CONSTRAINT "TicketDependency_blockedId_fkey" FOREIGN KEY ("blockedId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketDependency" ADD CONSTRAINT "TicketDependency_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "TicketBundle" ADD CONSTRAINT "TicketBundle_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "TicketBundle" ADD CONSTRAINT "TicketBundle_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketWatch" ADD CONSTRAINT "TicketWatch_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketWatch" ADD CONSTRAINT "TicketWatch_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketView" ADD CONSTRAINT "TicketView_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Question" DROP CONSTRAINT "Question_proposalId_fkey";
ALTER TABLE "Question" ADD CONSTRAINT "Question_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the database itself enforces of it.

-- A question is asked on a proposal or on a ticket.
ALTER TABLE "Question" ADD CONSTRAINT question_one_subject CHECK (num_nonnulls("proposalId", "ticketId") = 1);
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_labels CHECK (cardinality("labels") <= 12);
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_quarter CHECK ("quarter" IS NULL OR ("quarter" ~ '^\d{4}Q[1-4]$' AND "destination" = 'initiative'));
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_not_its_own CHECK ("duplicateOfId" <> "id" AND "parentId" <> "id");
ALTER TABLE "TicketDependency" ADD CONSTRAINT dependency_not_on_itself CHECK ("blockerId" <> "blockedId");
ALTER TABLE "ChecklistItem" ADD CONSTRAINT item_done_by CHECK (("doneAt" IS NULL) = ("doneById" IS NULL));
ALTER TABLE "ChecklistItem" ADD CONSTRAINT item_says CHECK (btrim("text") <> '');

-- When a ticket came into its status: every move sets "updatedAt" to its own time, which tests and stories of the past set.
UPDATE "Ticket" SET "movedAt" = "updatedAt";
CREATE FUNCTION ticket_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."movedAt" := NEW."updatedAt";
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_made_at BEFORE INSERT ON "Ticket" FOR EACH ROW EXECUTE FUNCTION ticket_moved();
CREATE TRIGGER ticket_moved_at BEFORE UPDATE OF "status" ON "Ticket"
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION ticket_moved();

-- What waits longest in a status, and the open tickets of a list, without those that are finished.
CREATE INDEX "Ticket_status_movedAt_idx" ON "Ticket" ("status", "movedAt");
CREATE INDEX ticket_open ON "Ticket" ("updatedAt" DESC, "id" DESC) WHERE "status" NOT IN ('draft', 'done', 'declined', 'duplicate');
CREATE INDEX ticket_due ON "Ticket" ("dueOn", "id") WHERE "dueOn" IS NOT NULL AND "status" NOT IN ('done', 'declined', 'duplicate');

-- A dependency never closes a circle, however many are added at once: they wait for each other here, and each looks at
-- all that were there before it. `UNION` meets every ticket once, however many ways lead to it.
CREATE FUNCTION refuse_dependency_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('TicketDependency'));
  IF EXISTS (
    WITH RECURSIVE after("id") AS (
      SELECT NEW."blockedId"
      UNION
      SELECT d."blockedId" FROM after a JOIN "TicketDependency" d ON d."blockerId" = a."id"
    ) SELECT 1 FROM after WHERE "id" = NEW."blockerId"
  ) THEN
    RAISE EXCEPTION 'a circle of dependencies' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dependency_no_cycle BEFORE INSERT OR UPDATE ON "TicketDependency"
  FOR EACH ROW EXECUTE FUNCTION refuse_dependency_cycle();

-- Only an initiative has parts, and none of them is an initiative: one level, so that progress is what it says.
CREATE FUNCTION only_initiatives_have_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."parentId" IS NOT NULL THEN
    PERFORM 1 FROM "Ticket" WHERE "id" = NEW."parentId" FOR NO KEY UPDATE;
    IF NEW."destination" = 'initiative' OR NOT EXISTS (
      SELECT 1 FROM "Ticket" p WHERE p."id" = NEW."parentId" AND p."destination" = 'initiative') THEN
      RAISE EXCEPTION 'only an initiative has parts' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW."destination" <> 'initiative' AND EXISTS (SELECT 1 FROM "Ticket" c WHERE c."parentId" = NEW."id") THEN
    RAISE EXCEPTION 'only an initiative has parts' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_parts BEFORE INSERT OR UPDATE OF "parentId", "destination" ON "Ticket"
  FOR EACH ROW EXECUTE FUNCTION only_initiatives_have_parts();

CREATE CONSTRAINT TRIGGER bundle_created AFTER INSERT ON "TicketBundle" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('bundle');
