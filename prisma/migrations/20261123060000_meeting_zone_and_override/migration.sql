-- A meeting made by hand has no series to take its zone from.
ALTER TABLE "Meeting" ADD COLUMN "timeZone" TEXT NOT NULL DEFAULT 'UTC';
-- An offer that does not fit stands with the officer's reason until it is accepted.
ALTER TABLE "SlotRequest" ADD COLUMN "overrideReason" TEXT;
