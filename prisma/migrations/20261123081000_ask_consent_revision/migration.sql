-- AlterTable
ALTER TABLE "Ask" ADD COLUMN     "consentRevision" INTEGER;
