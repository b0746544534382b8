-- Personal access tokens. Only what a token hashes to is kept; the token itself is shown once.
CREATE TABLE "ApiToken" (
  "id" SERIAL PRIMARY KEY,
  "personId" INTEGER NOT NULL REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "lastUsedAt" TIMESTAMPTZ(3),
  "revokedAt" TIMESTAMPTZ(3),
  CONSTRAINT api_token_scope CHECK ("scope" IN ('read', 'write', 'admin')),
  CONSTRAINT api_token_is_a_hash CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

CREATE CONSTRAINT TRIGGER api_token_created AFTER INSERT ON "ApiToken" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('api_token');
CREATE CONSTRAINT TRIGGER api_token_revoked AFTER UPDATE OF "revokedAt" ON "ApiToken" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."revokedAt" IS DISTINCT FROM NEW."revokedAt") EXECUTE FUNCTION require_creation_event('api_token');

-- What a token may do, and whose it is, never changes: there is a new one instead. What was revoked stays so.
CREATE FUNCTION refuse_token_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."personId", OLD."hash", OLD."scope", OLD."expiresAt") IS DISTINCT FROM (NEW."personId", NEW."hash", NEW."scope", NEW."expiresAt")
    OR OLD."revokedAt" IS NOT NULL AND OLD."revokedAt" IS DISTINCT FROM NEW."revokedAt" THEN
    RAISE EXCEPTION 'a token does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_token_frozen BEFORE UPDATE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION refuse_token_change();

-- What was asked under a key: the same key with another body is a mistake of the sender.
ALTER TABLE "Submission" ADD COLUMN "fingerprint" TEXT;

-- Counted for all processes together. Not logged: after a crash of the database everybody begins anew.
CREATE UNLOGGED TABLE "RateLimit" (
  "key" VARCHAR(255) PRIMARY KEY,
  "points" INTEGER NOT NULL DEFAULT 0,
  "expire" BIGINT
);
