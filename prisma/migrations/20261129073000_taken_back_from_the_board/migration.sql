-- A bounce may be taken back until its ticket stands on an agenda. Of one who places it and one who takes it back at the
-- same moment, the row of the ticket lets one go first, and the other is refused.
CREATE FUNCTION require_bounced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Ticket" WHERE "id" = NEW."ticketId" AND "status" = 'bounced' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'ticket % is not with the board', NEW."ticketId" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_item_ticket_bounced BEFORE INSERT ON "AgendaItem"
  FOR EACH ROW WHEN (NEW."ticketId" IS NOT NULL AND NEW."status" IN ('planned', 'open')) EXECUTE FUNCTION require_bounced();

-- With an item before it, only a decision leads a ticket away from the board.
CREATE FUNCTION require_off_agenda() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."ticketId" = NEW."id" AND i."status" IN ('planned', 'open') AND i."createdAt" >= OLD."bouncedAt")
    AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."ticketId" = NEW."id" AND d."decidedAt" >= OLD."bouncedAt") THEN
    RAISE EXCEPTION 'ticket % stands on an agenda', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_off_agenda BEFORE UPDATE OF "status" ON "Ticket"
  FOR EACH ROW WHEN (OLD."status" = 'bounced' AND NEW."status" <> 'bounced') EXECUTE FUNCTION require_off_agenda();
