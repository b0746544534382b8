-- Who somebody is elsewhere, and how they come in.
ALTER TABLE "Person" ADD COLUMN "pronouns" TEXT NOT NULL DEFAULT '', ADD COLUMN "email" TEXT;
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");
ALTER TABLE "Person" ADD CONSTRAINT person_email_small CHECK ("email" IS NULL OR ("email" = lower("email") AND "email" LIKE '_%@_%'));

ALTER TABLE "RoleGrant" ADD COLUMN "group" TEXT;

ALTER TABLE "Session" ADD COLUMN "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "method" TEXT NOT NULL DEFAULT 'demo',
  ADD COLUMN "agent" TEXT NOT NULL DEFAULT '';

CREATE TABLE "SignInAccount" (
    "id" SERIAL NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "groupsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInAccount_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SignInAccount_issuer_subject_key" ON "SignInAccount"("issuer", "subject");
CREATE INDEX "SignInAccount_personId_idx" ON "SignInAccount"("personId");
ALTER TABLE "SignInAccount" ADD CONSTRAINT "SignInAccount_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SignInLink" (
    "hash" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "back" TEXT NOT NULL DEFAULT '/',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "SignInLink_personId_createdAt_idx" ON "SignInLink"("personId", "createdAt");
CREATE INDEX "SignInLink_expiresAt_idx" ON "SignInLink"("expiresAt");
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
