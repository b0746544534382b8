-- CreateEnum
CREATE TYPE "CallAudience" AS ENUM ('everybody', 'signed_in', 'participants');

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "callFor" "CallAudience" NOT NULL DEFAULT 'everybody',
ADD COLUMN     "callLink" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "formerDates" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "seriesDate" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_seriesId_seriesDate_key" ON "Meeting"("seriesId", "seriesDate");

-- CreateIndex
CREATE INDEX "Meeting_formerDates_idx" ON "Meeting" USING GIN ("formerDates");

-- What was planned from a series before this is the date that it stands on.
UPDATE "Meeting" SET "seriesDate" = "date" WHERE "seriesId" IS NOT NULL;
