-- CreateEnum
CREATE TYPE "ReplyAnswer" AS ENUM ('attends', 'regrets');

-- CreateTable
CREATE TABLE "MeetingReply" (
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "answer" "ReplyAnswer" NOT NULL,
    "repliedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingReply_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateIndex
CREATE INDEX "MeetingReply_personId_idx" ON "MeetingReply"("personId");

-- AddForeignKey
ALTER TABLE "MeetingReply" ADD CONSTRAINT "MeetingReply_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingReply" ADD CONSTRAINT "MeetingReply_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

