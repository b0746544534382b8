-- CreateEnum
CREATE TYPE "MinutesCommentStatus" AS ENUM ('open', 'resolved');

-- CreateEnum
CREATE TYPE "ActionStatus" AS ENUM ('open', 'on_its_way', 'stuck', 'done', 'dropped');

-- CreateTable
CREATE TABLE "MinutesReview" (
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MinutesReview_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateTable
CREATE TABLE "MinutesComment" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "itemId" INTEGER,
    "parentId" INTEGER,
    "authorId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" "MinutesCommentStatus" NOT NULL DEFAULT 'open',
    "resolution" TEXT NOT NULL DEFAULT '',
    "resolvedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MinutesComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesNote" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "itemId" INTEGER,
    "text" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MinutesNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesAmendment" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "number" INTEGER NOT NULL,
    "itemId" INTEGER,
    "lineId" INTEGER,
    "text" TEXT NOT NULL,
    "was" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MinutesAmendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesApproval" (
    "meetingId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MinutesApproval_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "CarriedAction" (
    "id" INTEGER NOT NULL,
    "status" "ActionStatus" NOT NULL DEFAULT 'open',
    "ownerPersonId" INTEGER,
    "ownerBodyId" INTEGER,
    "dueOn" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CarriedAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionReport" (
    "id" SERIAL NOT NULL,
    "actionId" INTEGER NOT NULL,
    "status" "ActionStatus" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActionReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionReminder" (
    "lineId" INTEGER NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "remindedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionReminder_pkey" PRIMARY KEY ("lineId","meetingId")
);

-- CreateIndex
CREATE INDEX "MinutesComment_meetingId_id_idx" ON "MinutesComment"("meetingId", "id");

-- CreateIndex
CREATE INDEX "MinutesComment_itemId_idx" ON "MinutesComment"("itemId");

-- CreateIndex
CREATE INDEX "MinutesComment_parentId_idx" ON "MinutesComment"("parentId");

-- CreateIndex
CREATE INDEX "MinutesNote_meetingId_idx" ON "MinutesNote"("meetingId");

-- CreateIndex
CREATE INDEX "MinutesNote_itemId_idx" ON "MinutesNote"("itemId");

-- CreateIndex
CREATE INDEX "MinutesAmendment_itemId_idx" ON "MinutesAmendment"("itemId");

-- CreateIndex
CREATE INDEX "MinutesAmendment_lineId_idx" ON "MinutesAmendment"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesAmendment_meetingId_visibility_number_key" ON "MinutesAmendment"("meetingId", "visibility", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesApproval_itemId_key" ON "MinutesApproval"("itemId");

-- CreateIndex
CREATE INDEX "CarriedAction_ownerPersonId_idx" ON "CarriedAction"("ownerPersonId");

-- CreateIndex
CREATE INDEX "CarriedAction_ownerBodyId_idx" ON "CarriedAction"("ownerBodyId");

-- CreateIndex
CREATE INDEX "ActionReport_actionId_id_idx" ON "ActionReport"("actionId", "id");

-- AddForeignKey
ALTER TABLE "MinutesReview" ADD CONSTRAINT "MinutesReview_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesReview" ADD CONSTRAINT "MinutesReview_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesComment" ADD CONSTRAINT "MinutesComment_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesComment" ADD CONSTRAINT "MinutesComment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesComment" ADD CONSTRAINT "MinutesComment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "MinutesComment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesComment" ADD CONSTRAINT "MinutesComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesComment" ADD CONSTRAINT "MinutesComment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesNote" ADD CONSTRAINT "MinutesNote_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesNote" ADD CONSTRAINT "MinutesNote_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesNote" ADD CONSTRAINT "MinutesNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesAmendment" ADD CONSTRAINT "MinutesAmendment_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesAmendment" ADD CONSTRAINT "MinutesAmendment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesAmendment" ADD CONSTRAINT "MinutesAmendment_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "MinuteLine"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesAmendment" ADD CONSTRAINT "MinutesAmendment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesApproval" ADD CONSTRAINT "MinutesApproval_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesApproval" ADD CONSTRAINT "MinutesApproval_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesApproval" ADD CONSTRAINT "MinutesApproval_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarriedAction" ADD CONSTRAINT "CarriedAction_id_fkey" FOREIGN KEY ("id") REFERENCES "MinuteLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarriedAction" ADD CONSTRAINT "CarriedAction_ownerPersonId_fkey" FOREIGN KEY ("ownerPersonId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarriedAction" ADD CONSTRAINT "CarriedAction_ownerBodyId_fkey" FOREIGN KEY ("ownerBodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReport" ADD CONSTRAINT "ActionReport_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "CarriedAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReport" ADD CONSTRAINT "ActionReport_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReminder" ADD CONSTRAINT "ActionReminder_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "MinuteLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReminder" ADD CONSTRAINT "ActionReminder_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the database itself enforces of it (ARCHITECTURE: promises 1, 2, 6).

CREATE CONSTRAINT TRIGGER minutes_comment_move AFTER UPDATE OF "status" ON "MinutesComment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('minutes_comment', 'status');
CREATE CONSTRAINT TRIGGER minutes_comment_created AFTER INSERT ON "MinutesComment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('minutes_comment');
CREATE CONSTRAINT TRIGGER minutes_amendment_created AFTER INSERT ON "MinutesAmendment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('minutes_amendment');
CREATE CONSTRAINT TRIGGER action_move AFTER UPDATE OF "status" ON "CarriedAction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('action', 'status');
CREATE CONSTRAINT TRIGGER action_created AFTER INSERT ON "CarriedAction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('action');

-- Records that are only ever added to.
CREATE TRIGGER minutes_amendment_append_only BEFORE UPDATE OR DELETE ON "MinutesAmendment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_amendment_no_truncate BEFORE TRUNCATE ON "MinutesAmendment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_approval_append_only BEFORE UPDATE OR DELETE ON "MinutesApproval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_approval_no_truncate BEFORE TRUNCATE ON "MinutesApproval" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_report_append_only BEFORE UPDATE OR DELETE ON "ActionReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_report_no_truncate BEFORE TRUNCATE ON "ActionReport" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shapes that a row must have.
ALTER TABLE "MinutesComment" ADD CONSTRAINT minutes_comment_text CHECK (btrim("text") <> '');
ALTER TABLE "MinutesNote" ADD CONSTRAINT minutes_note_text CHECK (btrim("text") <> '');
ALTER TABLE "MinutesAmendment" ADD CONSTRAINT minutes_amendment_says CHECK (btrim("reason") <> '' AND "number" >= 1 AND ("lineId" IS NOT NULL OR btrim("text") <> ''));
ALTER TABLE "CarriedAction" ADD CONSTRAINT action_one_owner CHECK (num_nonnulls("ownerPersonId", "ownerBodyId") <= 1);
ALTER TABLE "CarriedAction" ADD CONSTRAINT action_settled CHECK (("status" IN ('done', 'dropped')) = ("settledAt" IS NOT NULL));

-- Races that an index settles.
CREATE UNIQUE INDEX minutes_note_one_preface ON "MinutesNote" ("meetingId") WHERE "itemId" IS NULL;
CREATE UNIQUE INDEX minutes_note_one_per_item ON "MinutesNote" ("itemId") WHERE "itemId" IS NOT NULL;

-- ACTIONs are found among all lines.
CREATE INDEX minute_line_actions ON "MinuteLine" ("meetingId", "id") WHERE "kind" = 'action';

-- Only published minutes are amended or approved; the amendment and the publication wait for each other.
CREATE FUNCTION only_published_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Meeting"."minutesStatus"%TYPE;
BEGIN
  SELECT "minutesStatus" INTO held FROM "Meeting" WHERE "id" = NEW."meetingId" FOR SHARE;
  IF held <> 'published' THEN
    RAISE EXCEPTION 'minutes that are % cannot be amended or approved', held USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_amendment_of_published BEFORE INSERT ON "MinutesAmendment" FOR EACH ROW EXECUTE FUNCTION only_published_minutes();
CREATE TRIGGER minutes_approval_of_published BEFORE INSERT ON "MinutesApproval" FOR EACH ROW EXECUTE FUNCTION only_published_minutes();
