-- Until when somebody is to hold a role: planned, shown and reminded of. The role itself ends by a deed.
ALTER TABLE "RoleGrant" ADD COLUMN "termEnds" TEXT,
  ADD COLUMN "termReminded" TEXT;
ALTER TABLE "RoleGrant" ADD CONSTRAINT role_grant_term CHECK ("termEnds" ~ '^\d{4}-\d{2}-\d{2}$');
CREATE INDEX "RoleGrant_termEnds_idx" ON "RoleGrant"("termEnds");
