-- What the board gives itself to do in an executive session is its own: who splits the proposal cannot read it.
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
      AND i."visibility" = 'public'
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
