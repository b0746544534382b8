-- Who says that a placeholder of an import is them, and what became of it.
CREATE TYPE "ClaimStatus" AS ENUM ('asked', 'confirmed', 'declined', 'withdrawn', 'undone');

CREATE TABLE "PlaceholderClaim" (
    "id" SERIAL NOT NULL,
    "placeholderId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "status" "ClaimStatus" NOT NULL DEFAULT 'asked',
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlaceholderClaim_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PlaceholderClaim_personId_idx" ON "PlaceholderClaim"("personId");
CREATE INDEX "PlaceholderClaim_placeholderId_idx" ON "PlaceholderClaim"("placeholderId");
CREATE INDEX "PlaceholderClaim_status_id_idx" ON "PlaceholderClaim"("status", "id");
ALTER TABLE "PlaceholderClaim" ADD CONSTRAINT "PlaceholderClaim_placeholderId_fkey" FOREIGN KEY ("placeholderId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PlaceholderClaim" ADD CONSTRAINT "PlaceholderClaim_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PlaceholderClaim" ADD CONSTRAINT "PlaceholderClaim_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PlaceholderClaim" ADD CONSTRAINT claim_not_itself CHECK ("placeholderId" <> "personId");
ALTER TABLE "PlaceholderClaim" ADD CONSTRAINT claim_decided CHECK (("status" = 'asked') = ("decidedAt" IS NULL));

-- Claims from the time when only administrators and the command line could say so: they can be undone too.
INSERT INTO "PlaceholderClaim" ("placeholderId", "personId", "status", "hidden", "askedAt", "decidedById", "decidedAt")
SELECT DISTINCT ON (p."id") p."id", e."subjectId", 'confirmed', e."visibility" = 'executive', e."at", e."actorId", e."at"
FROM "Event" e JOIN "Person" p ON p."id" = (e."data"->>'placeholderId')::int AND p."isPlaceholder"
WHERE e."type" = 'person.claimed' AND e."subject" = 'person' AND p."id" <> e."subjectId"
ORDER BY p."id", e."id" DESC;

-- Races that an index settles.
CREATE UNIQUE INDEX claim_one_confirmed ON "PlaceholderClaim" ("placeholderId") WHERE "status" = 'confirmed';
CREATE UNIQUE INDEX claim_one_asked ON "PlaceholderClaim" ("placeholderId", "personId") WHERE "status" = 'asked';

-- A claim moves and begins with an event that says so.
CREATE CONSTRAINT TRIGGER claim_move AFTER UPDATE OF "status" ON "PlaceholderClaim" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('claim', 'status');
CREATE CONSTRAINT TRIGGER claim_created AFTER INSERT ON "PlaceholderClaim" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('claim');
