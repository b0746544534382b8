-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('approved', 'redirected', 'declined', 'needs_info', 'deferred', 'no_decision');

-- CreateEnum
CREATE TYPE "DecisionMethod" AS ENUM ('motion', 'consensus', 'lazy_consensus', 'liaison');

-- CreateEnum
CREATE TYPE "QuestionStatus" AS ENUM ('open', 'answered', 'withdrawn', 'unanswered');

-- CreateEnum
CREATE TYPE "CandidateStatus" AS ENUM ('offered', 'confirmed', 'dismissed');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('planned', 'published', 'in_session', 'adjourned', 'cancelled');

-- CreateEnum
CREATE TYPE "MinutesStatus" AS ENUM ('none', 'draft', 'published');

-- CreateEnum
CREATE TYPE "AgendaSection" AS ENUM ('previous_minutes', 'consent', 'presentations', 'ongoing', 'to_close', 'new', 'executive');

-- CreateEnum
CREATE TYPE "AgendaItemStatus" AS ENUM ('planned', 'open', 'done', 'carried', 'withdrawn');

-- CreateEnum
CREATE TYPE "SlotRequestStatus" AS ENUM ('requested', 'offered', 'countered', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('present', 'late', 'absent', 'regrets');

-- CreateEnum
CREATE TYPE "LineKind" AS ENUM ('note', 'question', 'answer', 'info', 'motion', 'vote', 'agreed', 'action');

-- CreateEnum
CREATE TYPE "BodyKind" AS ENUM ('board', 'sig', 'infra', 'operators');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('director', 'chair', 'secretary', 'liaison', 'community_architect', 'sig_chair', 'sig_member', 'infra', 'operator', 'admin');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('draft', 'discussion', 'scheduled', 'under_review', 'splitting', 'delivering', 'closed');

-- CreateEnum
CREATE TYPE "ClosedAs" AS ENUM ('completed', 'declined', 'withdrawn', 'no_follow_up');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'executive');

-- CreateEnum
CREATE TYPE "AskKind" AS ENUM ('board_decision', 'infra_request', 'sig_work', 'external', 'inform');

-- CreateEnum
CREATE TYPE "RegionPhase" AS ENUM ('proposed', 'approved', 'building', 'provisioned', 'production', 'sunsetting', 'retired');

-- CreateEnum
CREATE TYPE "EvidenceStatus" AS ENUM ('submitted', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "Destination" AS ENUM ('board', 'infra', 'initiative', 'sig', 'external');

-- CreateEnum
CREATE TYPE "TicketStatus" AS ENUM ('draft', 'filed', 'needs_review', 'waiting_on_assignee', 'waiting_on_reporter', 'done', 'declined', 'duplicate', 'reopened', 'bounced');

-- CreateEnum
CREATE TYPE "Disposition" AS ENUM ('ticketed', 'answered', 'dropped');

-- CreateTable
CREATE TABLE "Decision" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "meetingId" INTEGER,
    "itemId" INTEGER,
    "outcome" "Outcome" NOT NULL,
    "method" "DecisionMethod" NOT NULL,
    "text" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "recordedById" INTEGER NOT NULL,
    "reviewOn" TEXT,
    "nextMeetingId" INTEGER,
    "followUpId" INTEGER,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" SERIAL NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "ownerPersonId" INTEGER,
    "ownerBodyId" INTEGER,
    "dueOn" TEXT,

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER,
    "ticketId" INTEGER,
    "authorId" INTEGER NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "editorId" INTEGER,
    "parentId" INTEGER,
    "revision" INTEGER,
    "reactions" JSONB,
    "sourceKey" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" "QuestionStatus" NOT NULL DEFAULT 'open',
    "askedById" INTEGER NOT NULL,
    "askedOfPersonId" INTEGER,
    "askedOfBodyId" INTEGER,
    "commentId" INTEGER,
    "answerCommentId" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionCandidate" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "commentId" INTEGER,
    "sentence" TEXT NOT NULL,
    "status" "CandidateStatus" NOT NULL DEFAULT 'offered',
    "questionId" INTEGER,
    "sourceKey" TEXT NOT NULL,

    CONSTRAINT "QuestionCandidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSeries" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyId" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "startsAtTime" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL DEFAULT 60,

    CONSTRAINT "MeetingSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" SERIAL NOT NULL,
    "date" TEXT NOT NULL,
    "seriesId" INTEGER,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "capacityMinutes" INTEGER NOT NULL DEFAULT 60,
    "place" TEXT NOT NULL DEFAULT '',
    "status" "MeetingStatus" NOT NULL DEFAULT 'planned',
    "publishedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "adjournedAt" TIMESTAMPTZ(3),
    "seatedDirectors" INTEGER,
    "quorumReachedAt" TIMESTAMPTZ(3),
    "minutesStatus" "MinutesStatus" NOT NULL DEFAULT 'none',
    "minutesMarkdown" TEXT,
    "minutesText" TEXT,
    "minutesPublishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlotRequest" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "status" "SlotRequestStatus" NOT NULL DEFAULT 'requested',
    "requestedById" INTEGER NOT NULL,
    "presentMinutes" INTEGER NOT NULL,
    "qaMinutes" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "earliestOn" TEXT,
    "latestOn" TEXT,
    "offeredMeetingId" INTEGER,
    "offeredPresentMinutes" INTEGER,
    "offeredQaMinutes" INTEGER,
    "offerNote" TEXT NOT NULL DEFAULT '',
    "offeredById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SlotRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "proposalId" INTEGER,
    "slotRequestId" INTEGER,
    "section" "AgendaSection" NOT NULL DEFAULT 'presentations',
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "presenterId" INTEGER,
    "presentMinutes" INTEGER NOT NULL,
    "qaMinutes" INTEGER NOT NULL,
    "outline" JSONB NOT NULL DEFAULT '{}',
    "status" "AgendaItemStatus" NOT NULL DEFAULT 'planned',
    "carriedFromId" INTEGER,
    "carryCount" INTEGER NOT NULL DEFAULT 0,
    "overrideReason" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "state" "AttendanceState" NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinuteLine" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "kind" "LineKind" NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,
    "ownerPersonId" INTEGER,
    "ownerBodyId" INTEGER,
    "dueOn" TEXT,
    "questionId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MinuteLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "isPlaceholder" BOOLEAN NOT NULL DEFAULT false,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Body" (
    "id" SERIAL NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "BodyKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "bodyId" INTEGER NOT NULL,
    "role" "RoleName" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalIdentity" (
    "id" SERIAL NOT NULL,
    "tracker" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,

    CONSTRAINT "ExternalIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" SERIAL NOT NULL,
    "number" SERIAL NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'draft',
    "closedAs" "ClosedAs",
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "sections" JSONB NOT NULL DEFAULT '[]',
    "authorId" INTEGER NOT NULL,
    "sigId" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "carryCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "sourceKey" TEXT,
    "sourceUrl" TEXT,
    "sourceState" JSONB,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "title" || ' ' || "summary")) STORED,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalRevision" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "asks" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProposalRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ask" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "AskKind" NOT NULL,
    "text" TEXT NOT NULL,
    "acceptanceTest" TEXT NOT NULL DEFAULT '',
    "ownerPersonId" INTEGER,
    "ownerBodyId" INTEGER,

    CONSTRAINT "Ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Region" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentCloud" TEXT NOT NULL DEFAULT '',
    "operatingSystem" TEXT NOT NULL DEFAULT 'CentOS Stream',
    "phase" "RegionPhase" NOT NULL DEFAULT 'proposed',
    "operatorsId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Capability" (
    "id" SERIAL NOT NULL,
    "regionId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "required" BOOLEAN NOT NULL DEFAULT true,
    "criteria" TEXT[],

    CONSTRAINT "Capability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CapabilityDependency" (
    "capabilityId" INTEGER NOT NULL,
    "dependsOnId" INTEGER NOT NULL,

    CONSTRAINT "CapabilityDependency_pkey" PRIMARY KEY ("capabilityId","dependsOnId")
);

-- CreateTable
CREATE TABLE "TicketCapability" (
    "ticketId" INTEGER NOT NULL,
    "capabilityId" INTEGER NOT NULL,

    CONSTRAINT "TicketCapability_pkey" PRIMARY KEY ("ticketId","capabilityId")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" SERIAL NOT NULL,
    "capabilityId" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "link" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "EvidenceStatus" NOT NULL DEFAULT 'submitted',
    "submittedById" INTEGER NOT NULL,
    "judgedById" INTEGER,
    "judgedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "id" SERIAL NOT NULL,
    "number" SERIAL NOT NULL,
    "proposalId" INTEGER,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL DEFAULT '',
    "destination" "Destination" NOT NULL,
    "requestType" TEXT,
    "details" JSONB,
    "boardGated" BOOLEAN NOT NULL DEFAULT false,
    "status" "TicketStatus" NOT NULL DEFAULT 'draft',
    "requesterId" INTEGER NOT NULL,
    "ownerPersonId" INTEGER,
    "ownerBodyId" INTEGER,
    "dueOn" TEXT,
    "externalUrl" TEXT,
    "externalShort" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "title" || ' ' || "markdown")) STORED,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SplitEntry" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "askId" INTEGER,
    "questionId" INTEGER,
    "conditionId" INTEGER,
    "minuteLineId" INTEGER,
    "disposition" "Disposition" NOT NULL,
    "ticketId" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',
    "byId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SplitEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "actorId" INTEGER,
    "onBehalfOf" TEXT,
    "subject" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "proposalId" INTEGER,
    "ticketId" INTEGER,
    "meetingId" INTEGER,
    "regionId" INTEGER,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "data" JSONB NOT NULL DEFAULT '{}',
    "tx" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "sourceKey" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "eventId" BIGINT NOT NULL,
    "href" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "key" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "outcome" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "KeptForm" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Decision_proposalId_idx" ON "Decision"("proposalId");

-- CreateIndex
CREATE INDEX "Decision_meetingId_idx" ON "Decision"("meetingId");

-- CreateIndex
CREATE INDEX "Decision_itemId_idx" ON "Decision"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Condition_decisionId_number_key" ON "Condition"("decisionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_sourceKey_key" ON "Comment"("sourceKey");

-- CreateIndex
CREATE INDEX "Comment_proposalId_id_idx" ON "Comment"("proposalId", "id");

-- CreateIndex
CREATE INDEX "Comment_ticketId_id_idx" ON "Comment"("ticketId", "id");

-- CreateIndex
CREATE INDEX "Question_askedOfPersonId_status_idx" ON "Question"("askedOfPersonId", "status");

-- CreateIndex
CREATE INDEX "Question_askedOfBodyId_status_idx" ON "Question"("askedOfBodyId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Question_proposalId_number_key" ON "Question"("proposalId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionCandidate_questionId_key" ON "QuestionCandidate"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionCandidate_sourceKey_key" ON "QuestionCandidate"("sourceKey");

-- CreateIndex
CREATE INDEX "QuestionCandidate_proposalId_status_idx" ON "QuestionCandidate"("proposalId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeries_key_key" ON "MeetingSeries"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_date_key" ON "Meeting"("date");

-- CreateIndex
CREATE INDEX "Meeting_startsAt_idx" ON "Meeting"("startsAt");

-- CreateIndex
CREATE INDEX "Meeting_status_startsAt_idx" ON "Meeting"("status", "startsAt");

-- CreateIndex
CREATE INDEX "SlotRequest_proposalId_idx" ON "SlotRequest"("proposalId");

-- CreateIndex
CREATE INDEX "SlotRequest_status_idx" ON "SlotRequest"("status");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_slotRequestId_key" ON "AgendaItem"("slotRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_carriedFromId_key" ON "AgendaItem"("carriedFromId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "AgendaItem_proposalId_idx" ON "AgendaItem"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_personId_key" ON "Attendance"("meetingId", "personId");

-- CreateIndex
CREATE INDEX "MinuteLine_meetingId_id_idx" ON "MinuteLine"("meetingId", "id");

-- CreateIndex
CREATE INDEX "MinuteLine_itemId_id_idx" ON "MinuteLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Person_handle_key" ON "Person"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Body_handle_key" ON "Body"("handle");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_bodyId_role_idx" ON "RoleGrant"("bodyId", "role");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "ExternalIdentity_personId_idx" ON "ExternalIdentity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalIdentity_tracker_username_key" ON "ExternalIdentity"("tracker", "username");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_number_key" ON "Proposal"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_sourceKey_key" ON "Proposal"("sourceKey");

-- CreateIndex
CREATE INDEX "Proposal_search_idx" ON "Proposal" USING GIN ("search");

-- CreateIndex
CREATE INDEX "Proposal_status_updatedAt_id_idx" ON "Proposal"("status", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Proposal_updatedAt_id_idx" ON "Proposal"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Proposal_authorId_idx" ON "Proposal"("authorId");

-- CreateIndex
CREATE INDEX "Proposal_sigId_idx" ON "Proposal"("sigId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalRevision_proposalId_number_key" ON "ProposalRevision"("proposalId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Ask_proposalId_number_key" ON "Ask"("proposalId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Region_key_key" ON "Region"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Capability_regionId_key_key" ON "Capability"("regionId", "key");

-- CreateIndex
CREATE INDEX "CapabilityDependency_dependsOnId_idx" ON "CapabilityDependency"("dependsOnId");

-- CreateIndex
CREATE INDEX "TicketCapability_capabilityId_idx" ON "TicketCapability"("capabilityId");

-- CreateIndex
CREATE INDEX "Evidence_capabilityId_idx" ON "Evidence"("capabilityId");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_number_key" ON "Ticket"("number");

-- CreateIndex
CREATE INDEX "Ticket_search_idx" ON "Ticket" USING GIN ("search");

-- CreateIndex
CREATE INDEX "Ticket_proposalId_idx" ON "Ticket"("proposalId");

-- CreateIndex
CREATE INDEX "Ticket_status_updatedAt_id_idx" ON "Ticket"("status", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_updatedAt_id_idx" ON "Ticket"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ticket_ownerPersonId_idx" ON "Ticket"("ownerPersonId");

-- CreateIndex
CREATE INDEX "Ticket_ownerBodyId_idx" ON "Ticket"("ownerBodyId");

-- CreateIndex
CREATE INDEX "SplitEntry_proposalId_idx" ON "SplitEntry"("proposalId");

-- CreateIndex
CREATE INDEX "SplitEntry_ticketId_idx" ON "SplitEntry"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_sourceKey_key" ON "Event"("sourceKey");

-- CreateIndex
CREATE INDEX "Event_proposalId_id_idx" ON "Event"("proposalId", "id");

-- CreateIndex
CREATE INDEX "Event_ticketId_id_idx" ON "Event"("ticketId", "id");

-- CreateIndex
CREATE INDEX "Event_meetingId_id_idx" ON "Event"("meetingId", "id");

-- CreateIndex
CREATE INDEX "Event_regionId_id_idx" ON "Event"("regionId", "id");

-- CreateIndex
CREATE INDEX "Event_subject_subjectId_id_idx" ON "Event"("subject", "subjectId", "id");

-- CreateIndex
CREATE INDEX "Notice_personId_readAt_id_idx" ON "Notice"("personId", "readAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_personId_eventId_key" ON "Notice"("personId", "eventId");

-- CreateIndex
CREATE INDEX "Submission_createdAt_idx" ON "Submission"("createdAt");

-- CreateIndex
CREATE INDEX "KeptForm_expiresAt_idx" ON "KeptForm"("expiresAt");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_nextMeetingId_fkey" FOREIGN KEY ("nextMeetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_ownerPersonId_fkey" FOREIGN KEY ("ownerPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_ownerBodyId_fkey" FOREIGN KEY ("ownerBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_askedOfPersonId_fkey" FOREIGN KEY ("askedOfPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_askedOfBodyId_fkey" FOREIGN KEY ("askedOfBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_answerCommentId_fkey" FOREIGN KEY ("answerCommentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCandidate" ADD CONSTRAINT "QuestionCandidate_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCandidate" ADD CONSTRAINT "QuestionCandidate_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCandidate" ADD CONSTRAINT "QuestionCandidate_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeries" ADD CONSTRAINT "MeetingSeries_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "MeetingSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_offeredMeetingId_fkey" FOREIGN KEY ("offeredMeetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotRequest" ADD CONSTRAINT "SlotRequest_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_slotRequestId_fkey" FOREIGN KEY ("slotRequestId") REFERENCES "SlotRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_presenterId_fkey" FOREIGN KEY ("presenterId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_ownerPersonId_fkey" FOREIGN KEY ("ownerPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_ownerBodyId_fkey" FOREIGN KEY ("ownerBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalIdentity" ADD CONSTRAINT "ExternalIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_sigId_fkey" FOREIGN KEY ("sigId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRevision" ADD CONSTRAINT "ProposalRevision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRevision" ADD CONSTRAINT "ProposalRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_ownerPersonId_fkey" FOREIGN KEY ("ownerPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_ownerBodyId_fkey" FOREIGN KEY ("ownerBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_operatorsId_fkey" FOREIGN KEY ("operatorsId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capability" ADD CONSTRAINT "Capability_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityDependency" ADD CONSTRAINT "CapabilityDependency_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityDependency" ADD CONSTRAINT "CapabilityDependency_dependsOnId_fkey" FOREIGN KEY ("dependsOnId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketCapability" ADD CONSTRAINT "TicketCapability_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketCapability" ADD CONSTRAINT "TicketCapability_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_ownerPersonId_fkey" FOREIGN KEY ("ownerPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_ownerBodyId_fkey" FOREIGN KEY ("ownerBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_askId_fkey" FOREIGN KEY ("askId") REFERENCES "Ask"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_minuteLineId_fkey" FOREIGN KEY ("minuteLineId") REFERENCES "MinuteLine"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SplitEntry" ADD CONSTRAINT "SplitEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

