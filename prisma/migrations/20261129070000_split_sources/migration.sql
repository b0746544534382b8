-- The split accounts for everything: also for what is promised in comments, and for the actions of the minutes.
CREATE TABLE "FollowUp" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "commentId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "markedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unmarkedAt" TIMESTAMPTZ(3),
    "unmarkedById" INTEGER,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "FollowUp_proposalId_number_key" ON "FollowUp"("proposalId", "number");
CREATE INDEX "FollowUp_commentId_idx" ON "FollowUp"("commentId");
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_markedById_fkey" FOREIGN KEY ("markedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_unmarkedById_fkey" FOREIGN KEY ("unmarkedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "SplitEntry" ADD COLUMN "followUpId" INTEGER;
ALTER TABLE "SplitEntry" ADD COLUMN "routeRule" TEXT NOT NULL DEFAULT '';
ALTER TABLE "SplitEntry" ADD COLUMN "routeReason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "SplitEntry" DROP CONSTRAINT split_entry_one_source;
ALTER TABLE "SplitEntry" ADD CONSTRAINT split_entry_one_source CHECK (num_nonnulls("askId", "questionId", "conditionId", "minuteLineId", "followUpId") = 1);
CREATE UNIQUE INDEX split_entry_follow_up_ticket ON "SplitEntry" ("followUpId", "ticketId") NULLS NOT DISTINCT WHERE "followUpId" IS NOT NULL;

-- A promise is marked once, and by an event; two who mark it at once are settled here.
CREATE UNIQUE INDEX follow_up_one_standing ON "FollowUp" ("commentId") WHERE "unmarkedAt" IS NULL;
CREATE CONSTRAINT TRIGGER follow_up_created AFTER INSERT ON "FollowUp" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('follow_up');

-- What is marked and the confirmation wait for each other; after it, nothing is added that nobody accounts for.
CREATE FUNCTION only_before_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Proposal"."status"%TYPE;
BEGIN
  SELECT "status" INTO held FROM "Proposal" WHERE "id" = NEW."proposalId" FOR NO KEY UPDATE;
  IF held IN ('delivering', 'closed') THEN
    RAISE EXCEPTION 'a proposal that is % takes no more follow-ups', held USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_up_only_before_delivery BEFORE INSERT OR UPDATE ON "FollowUp"
  FOR EACH ROW EXECUTE FUNCTION only_before_delivery();

CREATE FUNCTION line_holds_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Proposal" WHERE "id" = (SELECT "proposalId" FROM "AgendaItem" WHERE "id" = NEW."itemId") FOR NO KEY UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER action_holds_proposal BEFORE INSERT ON "MinuteLine"
  FOR EACH ROW WHEN (NEW."kind" = 'action') EXECUTE FUNCTION line_holds_proposal();

-- A question that was answered in the split and opened again is owed again.
CREATE OR REPLACE FUNCTION count_open_questions(proposals int[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Proposal" p SET "openQuestions" = c."open" FROM (
    SELECT o."id", (SELECT count(*) FROM "Question" q WHERE q."proposalId" = o."id" AND q."status" IN ('open', 'unanswered')
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id" AND z."disposition" <> 'answered')) AS "open"
    FROM unnest(proposals) AS o("id")) c
  WHERE p."id" = c."id" AND p."openQuestions" <> c."open"
$$;

-- No proposal reaches "delivering" with anything unaccounted for (DOMAIN 4: balance = 0).
CREATE OR REPLACE FUNCTION require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_over integer;
BEGIN
  SELECT count(*) INTO left_over FROM (
    SELECT 1 FROM "Ask" a WHERE a."proposalId" = NEW."id"
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."askId" = a."id")
    UNION ALL
    SELECT 1 FROM "Question" q WHERE q."proposalId" = NEW."id" AND q."status" IN ('open', 'unanswered')
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."questionId" = q."id" AND s."disposition" <> 'answered')
    UNION ALL
    SELECT 1 FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId" WHERE d."proposalId" = NEW."id"
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."conditionId" = c."id")
    UNION ALL
    SELECT 1 FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId" WHERE i."proposalId" = NEW."id" AND l."kind" = 'action'
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."minuteLineId" = l."id")
    UNION ALL
    SELECT 1 FROM "FollowUp" f WHERE f."proposalId" = NEW."id" AND f."unmarkedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."followUpId" = f."id")
  ) AS open_things;
  IF left_over > 0 THEN
    RAISE EXCEPTION 'the split is not balanced: % not accounted for', left_over USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

SELECT count_open_questions(array_agg("id")) FROM "Proposal";
