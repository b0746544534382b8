-- Who came in, what tokens were used, what left, what administrators did (docs/adr/051).
CREATE TABLE "AuditEntry" (
  "id" SERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "kind" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "personId" INTEGER,
  "byPart" TEXT,
  "aboutId" INTEGER,
  "subject" TEXT NOT NULL,
  "subjectId" INTEGER,
  "eventId" BIGINT,
  "data" JSONB NOT NULL DEFAULT '{}',
  "origin" TEXT,

  CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT audit_entry_kind CHECK ("kind" IN ('sign_in', 'token', 'role', 'export', 'admin', 'refused')),
  CONSTRAINT audit_entry_about_others CHECK ("aboutId" IS DISTINCT FROM "personId" OR "aboutId" IS NULL)
);
CREATE UNIQUE INDEX "AuditEntry_eventId_key" ON "AuditEntry"("eventId");
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");
CREATE INDEX "AuditEntry_kind_at_id_idx" ON "AuditEntry"("kind", "at", "id");
CREATE INDEX "AuditEntry_personId_at_id_idx" ON "AuditEntry"("personId", "at", "id");
CREATE INDEX "AuditEntry_personId_kind_at_id_idx" ON "AuditEntry"("personId", "kind", "at", "id");
CREATE INDEX "AuditEntry_aboutId_at_id_idx" ON "AuditEntry"("aboutId", "at", "id");
CREATE INDEX "AuditEntry_aboutId_kind_at_id_idx" ON "AuditEntry"("aboutId", "kind", "at", "id");
CREATE INDEX "AuditEntry_subject_subjectId_at_id_idx" ON "AuditEntry"("subject", "subjectId", "at", "id");
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_aboutId_fkey" FOREIGN KEY ("aboutId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Where it was done from: kept for as long as a setting says, and then thrown away. The entry holds only its salted hash.
CREATE TABLE "AuditOrigin" (
  "entryId" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "salt" TEXT NOT NULL,
  "network" TEXT NOT NULL,
  "agent" TEXT NOT NULL DEFAULT '',

  CONSTRAINT "AuditOrigin_pkey" PRIMARY KEY ("entryId")
);
CREATE INDEX "AuditOrigin_at_idx" ON "AuditOrigin"("at");
ALTER TABLE "AuditOrigin" ADD CONSTRAINT "AuditOrigin_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "AuditEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- That a token was noted today from that network: the key lets one entry through a day, of several servers too.
CREATE TABLE "TokenSighting" (
  "tokenId" INTEGER NOT NULL,
  "day" TEXT NOT NULL,
  "deed" TEXT NOT NULL,
  "network" TEXT NOT NULL,

  CONSTRAINT "TokenSighting_pkey" PRIMARY KEY ("tokenId", "day", "deed", "network")
);

-- One link of the chain: all events and entries above those of the seal before, up to these numbers (docs/adr/052).
CREATE TABLE "Seal" (
  "id" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "form" INTEGER NOT NULL,
  "toEvent" BIGINT NOT NULL,
  "toEntry" BIGINT NOT NULL,
  "events" INTEGER NOT NULL,
  "entries" INTEGER NOT NULL,
  "previous" TEXT NOT NULL,
  "hash" TEXT NOT NULL,

  CONSTRAINT "Seal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT seal_is_a_hash CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "previous" ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "Seal_hash_key" ON "Seal"("hash");
CREATE UNIQUE INDEX "Seal_previous_key" ON "Seal"("previous");

-- When the chain was gone through, and what was found.
CREATE TABLE "ChainCheck" (
  "id" SERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seals" INTEGER NOT NULL,
  "rows" BIGINT NOT NULL,
  "brokenAt" INTEGER,
  "complaint" TEXT,

  CONSTRAINT "ChainCheck_pkey" PRIMARY KEY ("id")
);

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON "Seal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_no_truncate BEFORE TRUNCATE ON "Seal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- An origin may go when its time is over; it may not become another one.
CREATE TRIGGER audit_origin_frozen BEFORE UPDATE ON "AuditOrigin" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was recorded before there was an audit.
INSERT INTO "AuditEntry" ("at", "kind", "type", "personId", "byPart", "aboutId", "subject", "subjectId", "eventId")
SELECT e."at",
  CASE WHEN e."type" LIKE 'person.role\_%' THEN 'role' WHEN e."type" LIKE 'token.%' THEN 'token' ELSE 'admin' END,
  e."type", e."actorId", CASE WHEN e."actorId" IS NULL THEN e."onBehalfOf" END,
  CASE WHEN e."subject" = 'person' AND e."subjectId" IS DISTINCT FROM e."actorId" THEN p."id" END,
  e."subject", e."subjectId", e."id"
FROM "Event" e LEFT JOIN "Person" p ON e."subject" = 'person' AND p."id" = e."subjectId"
WHERE e."type" IN ('person.role_given', 'person.role_ended', 'person.added', 'person.account_ended', 'person.account_opened',
    'person.claimed', 'body.added', 'token.created', 'token.revoked')
  OR e."type" LIKE 'routing\_rule.%'
ORDER BY e."id";
