-- Lists of proposals: each way of sorting reads an index, so that the last page costs what the first does.
ALTER TABLE "Proposal" ADD COLUMN "openQuestions" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Proposal_openQuestions_updatedAt_id_idx" ON "Proposal" ("openQuestions" DESC, "updatedAt" DESC, "id" DESC);
CREATE INDEX proposal_newest ON "Proposal" (coalesce("publishedAt", "createdAt") DESC, "id" DESC);
CREATE INDEX proposal_by_title ON "Proposal" ("left"(lower("title"), 80), "id");
CREATE INDEX "Ask_kind_proposalId_idx" ON "Ask" ("kind", "proposalId");
CREATE INDEX "Ask_ownerPersonId_idx" ON "Ask" ("ownerPersonId");

-- How many of a proposal's questions are open: kept by the database, whoever writes. What its split has placed is not.
CREATE FUNCTION count_open_questions(proposals int[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "Proposal" p SET "openQuestions" = c."open" FROM (
    SELECT o."id", (SELECT count(*) FROM "Question" q WHERE q."proposalId" = o."id" AND q."status" IN ('open', 'unanswered')
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id")) AS "open"
    FROM unnest(proposals) AS o("id")) c
  WHERE p."id" = c."id" AND p."openQuestions" <> c."open"
$$;

-- Two questions of one proposal are counted one after the other: waiting here, not at the counting, where two that
-- share the proposal's lock would wait for each other forever.
CREATE OR REPLACE FUNCTION hold_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Proposal" WHERE "id" = NEW."proposalId" FOR NO KEY UPDATE;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION only_while_splitting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Proposal"."status"%TYPE;
BEGIN
  SELECT "status" INTO held FROM "Proposal"
    WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."proposalId" ELSE NEW."proposalId" END FOR NO KEY UPDATE;
  IF held <> 'splitting' THEN
    RAISE EXCEPTION 'the split of a proposal that is % cannot be changed', held USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION recount_questions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_open_questions(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD."proposalId" ELSE NEW."proposalId" END]);
  RETURN NULL;
END $$;
CREATE TRIGGER question_counted AFTER INSERT OR DELETE OR UPDATE OF "status" ON "Question"
  FOR EACH ROW EXECUTE FUNCTION recount_questions();
CREATE TRIGGER split_entry_inserted_counted AFTER INSERT ON "SplitEntry"
  FOR EACH ROW WHEN (NEW."questionId" IS NOT NULL) EXECUTE FUNCTION recount_questions();
CREATE TRIGGER split_entry_deleted_counted AFTER DELETE ON "SplitEntry"
  FOR EACH ROW WHEN (OLD."questionId" IS NOT NULL) EXECUTE FUNCTION recount_questions();

SELECT count_open_questions(array_agg("id")) FROM "Proposal";
