-- A word for whoever runs the meeting, beside an item's outline: the requester's and the presenter's, until the freeze.
ALTER TABLE "AgendaItem" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- What the meetings of a series have in common, and the day after which it makes none any more.
ALTER TABLE "MeetingSeries"
  ADD COLUMN "place" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "callLink" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "callFor" "CallAudience" NOT NULL DEFAULT 'everybody',
  ADD COLUMN "endsOn" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
