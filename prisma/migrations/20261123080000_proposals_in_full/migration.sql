-- CreateEnum
CREATE TYPE "ConcernStatus" AS ENUM ('open', 'addressed', 'resolved', 'withdrawn');

-- CreateEnum
CREATE TYPE "WatchLevel" AS ENUM ('watching', 'muted');

-- CreateEnum
CREATE TYPE "MaterialKind" AS ENUM ('slides', 'document', 'recording', 'other');

-- CreateEnum
CREATE TYPE "FilePlace" AS ENUM ('database', 'folder');

-- CreateEnum
CREATE TYPE "AskSize" AS ENUM ('hours', 'days', 'weeks', 'months');

-- CreateEnum
CREATE TYPE "Consent" AS ENUM ('named', 'confirmed', 'declined');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('replaces', 'depends_on', 'relates_to', 'duplicates');

-- CreateEnum
CREATE TYPE "EndorsementPart" AS ENUM ('sponsor', 'endorser');

-- CreateEnum
CREATE TYPE "EndorsementStatus" AS ENUM ('asked', 'confirmed', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "WorkloadStatus" AS ENUM ('planned', 'running', 'ended');

-- AlterTable
ALTER TABLE "Ask" ADD COLUMN     "consent" "Consent" NOT NULL DEFAULT 'named',
ADD COLUMN     "consentAt" TIMESTAMPTZ(3),
ADD COLUMN     "consentById" INTEGER,
ADD COLUMN     "ownerRole" TEXT,
ADD COLUMN     "rationale" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "size" "AskSize",
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Body" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "purposeHtml" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sponsorId" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "visibility" "Visibility" NOT NULL DEFAULT 'public';

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "revision" INTEGER;

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "acceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "answerRevision" INTEGER,
ADD COLUMN     "askedOfRole" TEXT;

-- CreateTable
CREATE TABLE "QuestionAnswer" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "commentId" INTEGER,
    "revision" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "setAsideAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "commentId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("commentId","personId","kind")
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "ConcernStatus" NOT NULL DEFAULT 'open',
    "openerId" INTEGER NOT NULL,
    "resolverPersonId" INTEGER,
    "resolverBodyId" INTEGER,
    "revision" INTEGER NOT NULL,
    "response" TEXT NOT NULL DEFAULT '',
    "responseHtml" TEXT NOT NULL DEFAULT '',
    "respondedById" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalVisit" (
    "personId" INTEGER NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "sinceAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProposalVisit_pkey" PRIMARY KEY ("personId","proposalId")
);

-- CreateTable
CREATE TABLE "Watch" (
    "personId" INTEGER NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "level" "WatchLevel" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("personId","proposalId")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MaterialKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "attachmentId" TEXT,
    "revision" INTEGER NOT NULL,
    "addedById" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3),
    "changedNote" TEXT NOT NULL DEFAULT '',
    "removedAt" TIMESTAMPTZ(3),
    "removedReason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "uploaderId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "place" "FilePlace" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttachmentContent" (
    "attachmentId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "AttachmentContent_pkey" PRIMARY KEY ("attachmentId")
);

-- CreateTable
CREATE TABLE "PrereadMark" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "materialId" INTEGER,
    "revision" INTEGER NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrereadMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoAuthor" (
    "proposalId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "addedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CoAuthor_pkey" PRIMARY KEY ("proposalId","personId")
);

-- CreateTable
CREATE TABLE "WorkingCopy" (
    "id" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "proposalId" INTEGER,
    "baseVersion" INTEGER,
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkingCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "part" "EndorsementPart" NOT NULL,
    "status" "EndorsementStatus" NOT NULL DEFAULT 'asked',
    "askedById" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalRelation" (
    "id" SERIAL NOT NULL,
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "addedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProposalRelation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workload" (
    "id" SERIAL NOT NULL,
    "regionId" INTEGER NOT NULL,
    "sigId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "WorkloadStatus" NOT NULL DEFAULT 'planned',
    "addedById" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuestionAnswer_questionId_idx" ON "QuestionAnswer"("questionId");

-- CreateIndex
CREATE INDEX "QuestionAnswer_commentId_idx" ON "QuestionAnswer"("commentId");

-- CreateIndex
CREATE INDEX "Concern_resolverPersonId_status_idx" ON "Concern"("resolverPersonId", "status");

-- CreateIndex
CREATE INDEX "Concern_resolverBodyId_status_idx" ON "Concern"("resolverBodyId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Concern_proposalId_number_key" ON "Concern"("proposalId", "number");

-- CreateIndex
CREATE INDEX "ProposalVisit_proposalId_idx" ON "ProposalVisit"("proposalId");

-- CreateIndex
CREATE INDEX "Watch_proposalId_idx" ON "Watch"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "Material_proposalId_number_key" ON "Material"("proposalId", "number");

-- CreateIndex
CREATE INDEX "Attachment_proposalId_idx" ON "Attachment"("proposalId");

-- CreateIndex
CREATE INDEX "PrereadMark_proposalId_idx" ON "PrereadMark"("proposalId");

-- CreateIndex
CREATE INDEX "PrereadMark_materialId_idx" ON "PrereadMark"("materialId");

-- CreateIndex
CREATE INDEX "CoAuthor_personId_idx" ON "CoAuthor"("personId");

-- CreateIndex
CREATE INDEX "WorkingCopy_personId_proposalId_savedAt_idx" ON "WorkingCopy"("personId", "proposalId", "savedAt");

-- CreateIndex
CREATE INDEX "Endorsement_proposalId_idx" ON "Endorsement"("proposalId");

-- CreateIndex
CREATE INDEX "Endorsement_personId_status_idx" ON "Endorsement"("personId", "status");

-- CreateIndex
CREATE INDEX "ProposalRelation_toId_idx" ON "ProposalRelation"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalRelation_fromId_toId_kind_key" ON "ProposalRelation"("fromId", "toId", "kind");

-- CreateIndex
CREATE INDEX "Workload_sigId_idx" ON "Workload"("sigId");

-- CreateIndex
CREATE UNIQUE INDEX "Workload_regionId_name_key" ON "Workload"("regionId", "name");

-- CreateIndex
CREATE INDEX "Question_askedOfRole_status_idx" ON "Question"("askedOfRole", "status");

-- AddForeignKey
ALTER TABLE "QuestionAnswer" ADD CONSTRAINT "QuestionAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionAnswer" ADD CONSTRAINT "QuestionAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionAnswer" ADD CONSTRAINT "QuestionAnswer_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_openerId_fkey" FOREIGN KEY ("openerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_resolverPersonId_fkey" FOREIGN KEY ("resolverPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_resolverBodyId_fkey" FOREIGN KEY ("resolverBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_respondedById_fkey" FOREIGN KEY ("respondedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVisit" ADD CONSTRAINT "ProposalVisit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVisit" ADD CONSTRAINT "ProposalVisit_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttachmentContent" ADD CONSTRAINT "AttachmentContent_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrereadMark" ADD CONSTRAINT "PrereadMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrereadMark" ADD CONSTRAINT "PrereadMark_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrereadMark" ADD CONSTRAINT "PrereadMark_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_consentById_fkey" FOREIGN KEY ("consentById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingCopy" ADD CONSTRAINT "WorkingCopy_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingCopy" ADD CONSTRAINT "WorkingCopy_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_sigId_fkey" FOREIGN KEY ("sigId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the database itself enforces of it (ARCHITECTURE: promises 1, 2, 6).

-- A consent that is taken back to "named" comes with a change of the owner, which the revision's event tells.
CREATE CONSTRAINT TRIGGER ask_consent_move AFTER UPDATE OF "consent" ON "Ask" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."consent" IS DISTINCT FROM NEW."consent" AND NEW."consent" <> 'named') EXECUTE FUNCTION require_move_event('ask', 'consent');
CREATE CONSTRAINT TRIGGER endorsement_move AFTER UPDATE OF "status" ON "Endorsement" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('endorsement', 'status');
CREATE CONSTRAINT TRIGGER concern_move AFTER UPDATE OF "status" ON "Concern" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('concern', 'status');
CREATE CONSTRAINT TRIGGER workload_move AFTER UPDATE OF "status" ON "Workload" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('workload', 'status');

CREATE CONSTRAINT TRIGGER endorsement_created AFTER INSERT ON "Endorsement" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('endorsement');
CREATE CONSTRAINT TRIGGER concern_created AFTER INSERT ON "Concern" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('concern');
CREATE CONSTRAINT TRIGGER material_created AFTER INSERT ON "Material" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('material');
CREATE CONSTRAINT TRIGGER relation_created AFTER INSERT ON "ProposalRelation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('relation');
CREATE CONSTRAINT TRIGGER workload_created AFTER INSERT ON "Workload" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('workload');

-- Shapes that a row must have.
ALTER TABLE "Ask" DROP CONSTRAINT ask_one_owner;
ALTER TABLE "Ask" ADD CONSTRAINT ask_one_owner CHECK (num_nonnulls("ownerPersonId", "ownerBodyId", "ownerRole") <= 1);
ALTER TABLE "Question" DROP CONSTRAINT question_one_debtor;
ALTER TABLE "Question" ADD CONSTRAINT question_one_debtor CHECK (num_nonnulls("askedOfPersonId", "askedOfBodyId", "askedOfRole") = 1);
ALTER TABLE "QuestionAnswer" ADD CONSTRAINT question_answer_says CHECK (num_nonnulls("commentId", "revision") >= 1);
ALTER TABLE "Concern" ADD CONSTRAINT concern_one_resolver CHECK (num_nonnulls("resolverPersonId", "resolverBodyId") = 1);
ALTER TABLE "Concern" ADD CONSTRAINT concern_settled CHECK (("status" IN ('resolved', 'withdrawn')) = ("settledAt" IS NOT NULL));
ALTER TABLE "Concern" ADD CONSTRAINT concern_settled_why CHECK ("status" NOT IN ('resolved', 'withdrawn') OR btrim("reason") <> '');
ALTER TABLE "Material" ADD CONSTRAINT material_one_source CHECK (num_nonnulls("url", "attachmentId") = 1);
ALTER TABLE "Material" ADD CONSTRAINT material_removed_why CHECK ("removedAt" IS NULL OR btrim("removedReason") <> '');
ALTER TABLE "Attachment" ADD CONSTRAINT attachment_size CHECK ("size" BETWEEN 1 AND 10485760);
ALTER TABLE "ProposalRelation" ADD CONSTRAINT relation_not_to_itself CHECK ("fromId" <> "toId");

-- Races that an index settles.
CREATE UNIQUE INDEX endorsement_one_live ON "Endorsement" ("proposalId", "personId", "part") WHERE "status" IN ('asked', 'confirmed');
CREATE UNIQUE INDEX question_answer_one_each ON "QuestionAnswer" ("questionId", "personId") WHERE "setAsideAt" IS NULL;
CREATE UNIQUE INDEX preread_text_once ON "PrereadMark" ("personId", "proposalId") WHERE "materialId" IS NULL;
CREATE UNIQUE INDEX preread_material_once ON "PrereadMark" ("personId", "materialId") WHERE "materialId" IS NOT NULL;

-- A concern and a decision wait for each other, as questions and the split do.
CREATE TRIGGER concern_holds_proposal BEFORE INSERT OR UPDATE OF "status" ON "Concern" FOR EACH ROW EXECUTE FUNCTION hold_proposal();

-- A decision cannot approve over a concern that nobody resolved or took back (DOMAIN 3).
CREATE FUNCTION require_no_concern() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Proposal" WHERE "id" = NEW."proposalId" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM "Concern" c WHERE c."proposalId" = NEW."proposalId" AND c."status" IN ('open', 'addressed')) THEN
    RAISE EXCEPTION 'a concern stands in the way of approval' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_no_concern BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."outcome" = 'approved') EXECUTE FUNCTION require_no_concern();

-- Answers that were there before they had a table of their own.
INSERT INTO "QuestionAnswer" ("questionId", "personId", "commentId", "createdAt")
  SELECT q."id", c."authorId", c."id", coalesce(q."answeredAt", c."createdAt")
  FROM "Question" q JOIN "Comment" c ON c."id" = q."answerCommentId" WHERE q."status" = 'answered';
