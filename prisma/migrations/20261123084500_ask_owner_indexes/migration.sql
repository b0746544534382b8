-- CreateIndex
CREATE INDEX "Ask_ownerBodyId_idx" ON "Ask"("ownerBodyId");

-- CreateIndex
CREATE INDEX "Ask_ownerRole_idx" ON "Ask"("ownerRole");
