-- Words of comments and of published minutes, for the search page.
ALTER TABLE "Comment" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('english'::regconfig, left("markdown", 200000))) STORED;
ALTER TABLE "Meeting" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('english'::regconfig, left(coalesce("minutesText", ''), 200000))) STORED;
CREATE INDEX "Comment_search_idx" ON "Comment" USING GIN ("search");
CREATE INDEX "Meeting_search_idx" ON "Meeting" USING GIN ("search");
