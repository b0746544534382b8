-- An outside issue stands for one ticket, except for those that say why they share it.
ALTER TABLE "Ticket" ADD COLUMN "sharedReason" TEXT;
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_shared_reason CHECK (
  "sharedReason" IS NULL OR ("externalUrl" IS NOT NULL AND btrim("sharedReason") <> ''));
DROP INDEX ticket_external_once;
CREATE UNIQUE INDEX ticket_external_once ON "Ticket" ("externalUrl") WHERE "externalUrl" IS NOT NULL AND "sharedReason" IS NULL;
CREATE INDEX "Ticket_externalUrl_idx" ON "Ticket" ("externalUrl");
