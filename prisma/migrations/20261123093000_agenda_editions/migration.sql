-- CreateTable
CREATE TABLE "AgendaEdition" (
    "meetingId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publicMarkdown" TEXT NOT NULL,
    "publicHtml" TEXT NOT NULL,
    "boardMarkdown" TEXT NOT NULL,
    "boardHtml" TEXT NOT NULL,

    CONSTRAINT "AgendaEdition_pkey" PRIMARY KEY ("meetingId")
);

-- AddForeignKey
ALTER TABLE "AgendaEdition" ADD CONSTRAINT "AgendaEdition_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


CREATE TRIGGER edition_append_only BEFORE UPDATE OR DELETE ON "AgendaEdition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_no_truncate BEFORE TRUNCATE ON "AgendaEdition" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
