-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "extraPresentMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "extraQaMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "questionsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "meetingSeq" INTEGER;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "placeItemId" INTEGER;

-- AlterTable
ALTER TABLE "MinuteLine" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "changedById" INTEGER,
ADD COLUMN     "clientKey" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "struckAt" TIMESTAMPTZ(3),
ADD COLUMN     "ticketId" INTEGER;

-- CreateTable
CREATE TABLE "MeetingPulse" (
    "meetingId" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "MeetingPulse_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "AttendanceSpan" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "toAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttendanceSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExecutiveSpan" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExecutiveSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LineRevision" (
    "id" SERIAL NOT NULL,
    "lineId" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "LineKind" NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL DEFAULT '',
    "dueOn" TEXT,
    "struck" BOOLEAN NOT NULL DEFAULT false,
    "byId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LineRevision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttendanceSpan_meetingId_personId_idx" ON "AttendanceSpan"("meetingId", "personId");

-- CreateIndex
CREATE INDEX "ExecutiveSpan_meetingId_idx" ON "ExecutiveSpan"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "LineRevision_lineId_revision_key" ON "LineRevision"("lineId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "MinuteLine_ticketId_key" ON "MinuteLine"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "MinuteLine_meetingId_authorId_clientKey_key" ON "MinuteLine"("meetingId", "authorId", "clientKey");

-- AddForeignKey
ALTER TABLE "MeetingPulse" ADD CONSTRAINT "MeetingPulse_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceSpan" ADD CONSTRAINT "AttendanceSpan_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceSpan" ADD CONSTRAINT "AttendanceSpan_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExecutiveSpan" ADD CONSTRAINT "ExecutiveSpan_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineRevision" ADD CONSTRAINT "LineRevision_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "MinuteLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineRevision" ADD CONSTRAINT "LineRevision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_placeItemId_fkey" FOREIGN KEY ("placeItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinuteLine" ADD CONSTRAINT "MinuteLine_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Who was there before spans were kept, from when they came.
INSERT INTO "AttendanceSpan" ("meetingId", "personId", "fromAt", "toAt")
  SELECT a."meetingId", a."personId", coalesce(a."arrivedAt", m."openedAt"), a."leftAt"
  FROM "Attendance" a JOIN "Meeting" m ON m."id" = a."meetingId"
  WHERE a."state" IN ('present', 'late') AND coalesce(a."arrivedAt", m."openedAt") IS NOT NULL;

CREATE UNIQUE INDEX attendance_one_open_span ON "AttendanceSpan" ("meetingId", "personId") WHERE "toAt" IS NULL;
CREATE UNIQUE INDEX executive_one_open_span ON "ExecutiveSpan" ("meetingId") WHERE "leftAt" IS NULL;
ALTER TABLE "AttendanceSpan" ADD CONSTRAINT attendance_span_order CHECK ("toAt" IS NULL OR "toAt" >= "fromAt");
ALTER TABLE "ExecutiveSpan" ADD CONSTRAINT executive_span_order CHECK ("leftAt" IS NULL OR "leftAt" >= "enteredAt");
ALTER TABLE "AgendaItem" ADD CONSTRAINT agenda_item_extra CHECK ("extraPresentMinutes" BETWEEN 0 AND 600 AND "extraQaMinutes" BETWEEN 0 AND 600);
ALTER TABLE "MinuteLine" ADD CONSTRAINT minute_line_client_key CHECK ("clientKey" ~ '^[A-Za-z0-9-]{8,64}$');

CREATE TRIGGER line_revision_append_only BEFORE UPDATE OR DELETE ON "LineRevision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER line_revision_no_truncate BEFORE TRUNCATE ON "LineRevision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A line of the record changes only together with what it said before.
CREATE FUNCTION require_line_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "LineRevision" r WHERE r."lineId" = NEW."id" AND r."revision" = OLD."revision")
    OR NEW."revision" <> OLD."revision" + 1 THEN
    RAISE EXCEPTION 'minute line % changed without its revision', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER minute_line_revised AFTER UPDATE OF "text", "kind", "struckAt" ON "MinuteLine" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."text" IS DISTINCT FROM NEW."text" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."struckAt" IS DISTINCT FROM NEW."struckAt")
  EXECUTE FUNCTION require_line_revision();
CREATE TRIGGER minute_line_not_deleted BEFORE DELETE ON "MinuteLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Events of a meeting are numbered in the order in which they become visible: the number is taken under the lock of the
-- meeting's pulse, which is held until the commit. Whoever listens is told at the commit.
CREATE FUNCTION number_meeting_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Meeting" m WHERE m."id" = NEW."meetingId" AND m."status" IN ('in_session', 'adjourned')) THEN
    RETURN NEW;
  END IF;
  INSERT INTO "MeetingPulse" AS p ("meetingId", "seq") VALUES (NEW."meetingId", 1)
    ON CONFLICT ("meetingId") DO UPDATE SET "seq" = p."seq" + 1
    RETURNING p."seq" INTO NEW."meetingSeq";
  PERFORM pg_notify('meeting_event', NEW."meetingId" || ' ' || NEW."meetingSeq");
  RETURN NEW;
END $$;
CREATE TRIGGER event_of_meeting_numbered BEFORE INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."meetingId" IS NOT NULL) EXECUTE FUNCTION number_meeting_event();
CREATE UNIQUE INDEX event_of_meeting_once ON "Event" ("meetingId", "meetingSeq") WHERE "meetingSeq" IS NOT NULL;
