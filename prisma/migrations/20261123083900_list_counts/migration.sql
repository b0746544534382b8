-- What a list counts for its tabs, without reading the proposals themselves, whose texts make them wide.
CREATE INDEX "Proposal_status_visibility_sigId_authorId_id_idx" ON "Proposal" ("status", "visibility", "sigId", "authorId", "id");
