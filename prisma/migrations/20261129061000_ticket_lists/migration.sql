-- Lists of tickets by priority, and the columns of the board: the last page costs what the first does.
CREATE INDEX "Ticket_priority_updatedAt_id_idx" ON "Ticket"("priority" DESC, "updatedAt" DESC, "id" DESC);
CREATE INDEX "Ticket_status_priority_updatedAt_id_idx" ON "Ticket"("status", "priority" DESC, "updatedAt" DESC, "id" DESC);
