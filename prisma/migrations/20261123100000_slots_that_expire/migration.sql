-- AlterEnum
ALTER TYPE "SlotRequestStatus" ADD VALUE 'expired';

-- AlterTable
ALTER TABLE "SlotRequest" ADD COLUMN     "constraints" TEXT NOT NULL DEFAULT '';

