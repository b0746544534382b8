-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "isBreak" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sourceKey" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_sourceKey_key" ON "AgendaItem"("meetingId", "sourceKey");

