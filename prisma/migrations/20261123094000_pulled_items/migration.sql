-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "pulledById" INTEGER,
ADD COLUMN     "pulledFrom" "AgendaSection",
ADD COLUMN     "pulledReason" TEXT NOT NULL DEFAULT '';

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_pulledById_fkey" FOREIGN KEY ("pulledById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

