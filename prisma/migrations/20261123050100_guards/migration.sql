-- What the database itself enforces, whoever writes (ARCHITECTURE: promises 1, 2, 6).

-- Records that are only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON "ProposalRevision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_no_truncate BEFORE TRUNCATE ON "ProposalRevision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON "Decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_no_truncate BEFORE TRUNCATE ON "Decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A move without an event cannot be saved: at commit, the transaction that changed a status must also have
-- written the event that says so. Arguments: the event's subject, the column that holds the status.
CREATE FUNCTION require_move_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Event" e
    WHERE e."subject" = TG_ARGV[0] AND e."subjectId" = NEW."id"
      AND e."tx" = (pg_current_xact_id()::text)::bigint
      AND e."data"->>'to' = to_jsonb(NEW)->>TG_ARGV[1]
  ) THEN
    RAISE EXCEPTION '% % moved to % without an event', TG_ARGV[0], NEW."id", to_jsonb(NEW)->>TG_ARGV[1]
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION require_creation_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Event" e
    WHERE e."subject" = TG_ARGV[0] AND e."subjectId" = NEW."id" AND e."tx" = (pg_current_xact_id()::text)::bigint
  ) THEN
    RAISE EXCEPTION '% % was created without an event', TG_ARGV[0], NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER proposal_move AFTER UPDATE OF "status" ON "Proposal" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('proposal', 'status');
CREATE CONSTRAINT TRIGGER question_move AFTER UPDATE OF "status" ON "Question" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('question', 'status');
CREATE CONSTRAINT TRIGGER slot_request_move AFTER UPDATE OF "status" ON "SlotRequest" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('slot_request', 'status');
CREATE CONSTRAINT TRIGGER meeting_move AFTER UPDATE OF "status" ON "Meeting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('meeting', 'status');
CREATE CONSTRAINT TRIGGER minutes_move AFTER UPDATE OF "minutesStatus" ON "Meeting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."minutesStatus" IS DISTINCT FROM NEW."minutesStatus") EXECUTE FUNCTION require_move_event('minutes', 'minutesStatus');
CREATE CONSTRAINT TRIGGER agenda_item_move AFTER UPDATE OF "status" ON "AgendaItem" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('agenda_item', 'status');
CREATE CONSTRAINT TRIGGER ticket_move AFTER UPDATE OF "status" ON "Ticket" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('ticket', 'status');
CREATE CONSTRAINT TRIGGER region_move AFTER UPDATE OF "phase" ON "Region" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."phase" IS DISTINCT FROM NEW."phase") EXECUTE FUNCTION require_move_event('region', 'phase');
CREATE CONSTRAINT TRIGGER evidence_move AFTER UPDATE OF "status" ON "Evidence" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('evidence', 'status');

CREATE CONSTRAINT TRIGGER proposal_created AFTER INSERT ON "Proposal" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('proposal');
CREATE CONSTRAINT TRIGGER question_created AFTER INSERT ON "Question" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('question');
CREATE CONSTRAINT TRIGGER slot_request_created AFTER INSERT ON "SlotRequest" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('slot_request');
CREATE CONSTRAINT TRIGGER meeting_created AFTER INSERT ON "Meeting" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('meeting');
CREATE CONSTRAINT TRIGGER agenda_item_created AFTER INSERT ON "AgendaItem" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('agenda_item');
CREATE CONSTRAINT TRIGGER decision_created AFTER INSERT ON "Decision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('decision');
CREATE CONSTRAINT TRIGGER ticket_created AFTER INSERT ON "Ticket" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('ticket');
CREATE CONSTRAINT TRIGGER evidence_created AFTER INSERT ON "Evidence" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('evidence');

-- Shapes that a row must have.
ALTER TABLE "Ask" ADD CONSTRAINT ask_one_owner CHECK (num_nonnulls("ownerPersonId", "ownerBodyId") <= 1);
ALTER TABLE "Comment" ADD CONSTRAINT comment_one_subject CHECK (num_nonnulls("proposalId", "ticketId") = 1);
ALTER TABLE "Question" ADD CONSTRAINT question_one_debtor CHECK (num_nonnulls("askedOfPersonId", "askedOfBodyId") = 1);
ALTER TABLE "Question" ADD CONSTRAINT question_answered_by CHECK ("status" <> 'answered' OR "answerCommentId" IS NOT NULL OR "answeredAt" IS NOT NULL);
ALTER TABLE "Proposal" ADD CONSTRAINT proposal_closed_as CHECK (("status" = 'closed') = ("closedAs" IS NOT NULL));
ALTER TABLE "Meeting" ADD CONSTRAINT meeting_date CHECK ("date" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Meeting" ADD CONSTRAINT meeting_capacity CHECK ("capacityMinutes" BETWEEN 1 AND 600);
ALTER TABLE "AgendaItem" ADD CONSTRAINT agenda_item_minutes CHECK ("presentMinutes" >= 0 AND "qaMinutes" >= 0 AND "presentMinutes" + "qaMinutes" <= 600);
ALTER TABLE "SlotRequest" ADD CONSTRAINT slot_request_minutes CHECK ("presentMinutes" BETWEEN 1 AND 120 AND "qaMinutes" BETWEEN 0 AND 120);
ALTER TABLE "MinuteLine" ADD CONSTRAINT minute_line_owner CHECK (num_nonnulls("ownerPersonId", "ownerBodyId") <= 1);
ALTER TABLE "Ticket" ADD CONSTRAINT ticket_one_owner CHECK (num_nonnulls("ownerPersonId", "ownerBodyId") = 1);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_two_people CHECK ("judgedById" IS NULL OR "judgedById" <> "submittedById");
ALTER TABLE "CapabilityDependency" ADD CONSTRAINT capability_not_on_itself CHECK ("capabilityId" <> "dependsOnId");

-- Races that an index settles.
CREATE UNIQUE INDEX slot_request_one_open ON "SlotRequest" ("proposalId") WHERE "status" IN ('requested', 'offered', 'countered');
CREATE UNIQUE INDEX agenda_item_one_live ON "AgendaItem" ("proposalId") WHERE "proposalId" IS NOT NULL AND "status" IN ('planned', 'open');
CREATE UNIQUE INDEX agenda_item_one_open ON "AgendaItem" ("meetingId") WHERE "status" = 'open';
CREATE UNIQUE INDEX meeting_one_in_session ON "Meeting" ("seriesId") WHERE "status" = 'in_session';
CREATE UNIQUE INDEX role_grant_one_current ON "RoleGrant" ("personId", "bodyId", "role") WHERE "until" IS NULL;
CREATE UNIQUE INDEX decision_one_per_item ON "Decision" ("itemId") WHERE "itemId" IS NOT NULL;
CREATE UNIQUE INDEX ticket_external_once ON "Ticket" ("externalUrl") WHERE "externalUrl" IS NOT NULL;

-- The split: one thing is either ticketed (several tickets are fine), or answered, or dropped.
ALTER TABLE "SplitEntry" ADD CONSTRAINT split_entry_one_source CHECK (num_nonnulls("askId", "questionId", "conditionId", "minuteLineId") = 1);
ALTER TABLE "SplitEntry" ADD CONSTRAINT split_entry_accounts CHECK (
  CASE "disposition" WHEN 'ticketed' THEN "ticketId" IS NOT NULL ELSE "ticketId" IS NULL AND btrim("text") <> '' END);
CREATE UNIQUE INDEX split_entry_ask_ticket ON "SplitEntry" ("askId", "ticketId") NULLS NOT DISTINCT WHERE "askId" IS NOT NULL;
CREATE UNIQUE INDEX split_entry_question_ticket ON "SplitEntry" ("questionId", "ticketId") NULLS NOT DISTINCT WHERE "questionId" IS NOT NULL;
CREATE UNIQUE INDEX split_entry_condition_ticket ON "SplitEntry" ("conditionId", "ticketId") NULLS NOT DISTINCT WHERE "conditionId" IS NOT NULL;
CREATE UNIQUE INDEX split_entry_line_ticket ON "SplitEntry" ("minuteLineId", "ticketId") NULLS NOT DISTINCT WHERE "minuteLineId" IS NOT NULL;

-- Whatever must be accounted for and the confirmation wait for each other: both lock the proposal's row.
CREATE FUNCTION hold_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Proposal" WHERE "id" = NEW."proposalId" FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER ask_holds_proposal BEFORE INSERT ON "Ask" FOR EACH ROW EXECUTE FUNCTION hold_proposal();
CREATE TRIGGER question_holds_proposal BEFORE INSERT OR UPDATE OF "status" ON "Question" FOR EACH ROW EXECUTE FUNCTION hold_proposal();

CREATE FUNCTION only_while_splitting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Proposal"."status"%TYPE;
BEGIN
  SELECT "status" INTO held FROM "Proposal"
    WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."proposalId" ELSE NEW."proposalId" END FOR SHARE;
  IF held <> 'splitting' THEN
    RAISE EXCEPTION 'the split of a proposal that is % cannot be changed', held USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER split_entry_only_while_splitting BEFORE INSERT OR UPDATE OR DELETE ON "SplitEntry"
  FOR EACH ROW EXECUTE FUNCTION only_while_splitting();

-- No proposal reaches "delivering" with anything unaccounted for (DOMAIN 4: balance = 0).
CREATE FUNCTION require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_over integer;
BEGIN
  SELECT count(*) INTO left_over FROM (
    SELECT 1 FROM "Ask" a WHERE a."proposalId" = NEW."id"
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."askId" = a."id")
    UNION ALL
    SELECT 1 FROM "Question" q WHERE q."proposalId" = NEW."id" AND q."status" IN ('open', 'unanswered')
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."questionId" = q."id")
    UNION ALL
    SELECT 1 FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId" WHERE d."proposalId" = NEW."id"
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."conditionId" = c."id")
  ) AS open_things;
  IF left_over > 0 THEN
    RAISE EXCEPTION 'the split is not balanced: % not accounted for', left_over USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_balance BEFORE UPDATE OF "status" ON "Proposal"
  FOR EACH ROW WHEN (NEW."status" = 'delivering' AND OLD."status" <> 'delivering') EXECUTE FUNCTION require_balance();
