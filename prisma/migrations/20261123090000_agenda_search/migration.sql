-- Words of agendas: the title of an item and what its outline says.
ALTER TABLE "AgendaItem" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  to_tsvector('english'::regconfig, left("title", 1000)) || jsonb_to_tsvector('english'::regconfig, "outline", '["string"]')) STORED;
CREATE INDEX "AgendaItem_search_idx" ON "AgendaItem" USING GIN ("search");
