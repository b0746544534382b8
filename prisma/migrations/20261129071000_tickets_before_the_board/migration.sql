-- A ticket that needs a decision of the board stands on an agenda, is decided on, and returns.
ALTER TABLE "Ticket" ADD COLUMN "bouncedAt" TIMESTAMPTZ(3);
ALTER TABLE "AgendaItem" ADD COLUMN "ticketId" INTEGER;
ALTER TABLE "Decision" ADD COLUMN "ticketId" INTEGER;
ALTER TABLE "Decision" ALTER COLUMN "proposalId" DROP NOT NULL;
CREATE INDEX "AgendaItem_ticketId_idx" ON "AgendaItem"("ticketId");
CREATE INDEX "Decision_ticketId_idx" ON "Decision"("ticketId");
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Decision" DROP CONSTRAINT "Decision_proposalId_fkey";
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT decision_one_subject CHECK (num_nonnulls("proposalId", "ticketId") = 1);
ALTER TABLE "AgendaItem" ADD CONSTRAINT agenda_item_one_subject CHECK (num_nonnulls("proposalId", "ticketId") <= 1);
CREATE UNIQUE INDEX agenda_item_one_live_ticket ON "AgendaItem" ("ticketId") WHERE "ticketId" IS NOT NULL AND "status" IN ('planned', 'open');

-- Tickets that are with the board now went there when their last event says so.
UPDATE "Ticket" t SET "bouncedAt" = (SELECT max(e."at") FROM "Event" e
  WHERE e."subject" = 'ticket' AND e."subjectId" = t."id" AND e."type" = 'ticket.bounced') WHERE t."status" = 'bounced';

-- Whether the board has cleared a ticket (DOMAIN 5): the last decision on it, or on its proposal where it never went to
-- the board itself, is an approval that can be read. Mirrors `gateOf` (lib/tickets/policy.ts).
CREATE FUNCTION board_has_cleared(t "Ticket") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT d."outcome" = 'approved' AND (CASE WHEN d."meetingId" IS NULL THEN d."sourceUrl" IS NOT NULL OR d."ballotId" IS NOT NULL
      ELSE m."minutesStatus" = 'published' END)
    FROM "Decision" d LEFT JOIN "Meeting" m ON m."id" = d."meetingId"
    WHERE CASE WHEN t."bouncedAt" IS NULL THEN d."proposalId" = t."proposalId"
      ELSE d."ticketId" = t."id" AND d."decidedAt" >= t."bouncedAt" END
    ORDER BY d."id" DESC LIMIT 1), false)
$$;

-- No request that needs the board is filed, and no work on one is accepted or done, before the board has cleared it.
CREATE FUNCTION require_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT board_has_cleared(NEW) THEN
    RAISE EXCEPTION 'ticket % waits for the board', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_gate BEFORE UPDATE OF "status" ON "Ticket"
  FOR EACH ROW WHEN (NEW."destination" = 'infra' AND NEW."boardGated" AND OLD."status" IS DISTINCT FROM NEW."status"
    AND ((OLD."status" = 'draft' AND NEW."status" = 'filed') OR (OLD."status" IN ('needs_review', 'reopened') AND NEW."status" = 'waiting_on_assignee')
      OR NEW."status" = 'done'))
  EXECUTE FUNCTION require_gate();
