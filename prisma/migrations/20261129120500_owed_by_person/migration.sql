-- What somebody owes is looked up by the person.
CREATE INDEX "MinuteLine_ownerPersonId_idx" ON "MinuteLine"("ownerPersonId");
CREATE INDEX "AgendaItem_presenterId_idx" ON "AgendaItem"("presenterId");
CREATE INDEX "Condition_ownerPersonId_idx" ON "Condition"("ownerPersonId");
CREATE INDEX "Body_sponsorId_idx" ON "Body"("sponsorId");
