-- Motions and the ballots on them, corrections of decisions, and the search in decisions.

-- CreateEnum
CREATE TYPE "BallotStatus" AS ENUM ('moved', 'seconded', 'open', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "BallotRule" AS ENUM ('consensus', 'lazy_consensus', 'majority', 'two_thirds');

-- CreateEnum
CREATE TYPE "BallotResult" AS ENUM ('carried', 'failed', 'tied', 'blocked', 'no_quorum');

-- CreateEnum
CREATE TYPE "PositionValue" AS ENUM ('for', 'aside', 'against', 'abstain', 'recuse', 'withdrawn');

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "ballotId" INTEGER,
ADD COLUMN     "correctionWhy" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "correctsId" INTEGER,
ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, left("text", 200000))) STORED;

-- CreateTable
CREATE TABLE "Ballot" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER,
    "itemId" INTEGER,
    "meetingId" INTEGER,
    "text" TEXT NOT NULL,
    "outcome" "Outcome",
    "rule" "BallotRule" NOT NULL,
    "isCritical" BOOLEAN NOT NULL DEFAULT false,
    "status" "BallotStatus" NOT NULL DEFAULT 'moved',
    "moverId" INTEGER NOT NULL,
    "seconderId" INTEGER,
    "revision" INTEGER,
    "rules" JSONB,
    "openedAt" TIMESTAMPTZ(3),
    "deadlineAt" TIMESTAMPTZ(3),
    "continuedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "result" "BallotResult",
    "resultText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BallotVoter" (
    "ballotId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "isLiaison" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "BallotVoter_pkey" PRIMARY KEY ("ballotId","personId")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" SERIAL NOT NULL,
    "ballotId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "value" "PositionValue" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "binding" BOOLEAN NOT NULL,
    "revision" INTEGER,
    "recordedById" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Ballot_proposalId_idx" ON "Ballot"("proposalId");

-- CreateIndex
CREATE INDEX "Ballot_itemId_idx" ON "Ballot"("itemId");

-- CreateIndex
CREATE INDEX "Ballot_meetingId_idx" ON "Ballot"("meetingId");

-- CreateIndex
CREATE INDEX "BallotVoter_personId_idx" ON "BallotVoter"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_ballotId_personId_number_key" ON "Position"("ballotId", "personId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_ballotId_key" ON "Decision"("ballotId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_correctsId_key" ON "Decision"("correctsId");

-- CreateIndex
CREATE INDEX "Decision_decidedAt_id_idx" ON "Decision"("decidedAt", "id");

-- CreateIndex
CREATE INDEX "Decision_search_idx" ON "Decision" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_moverId_fkey" FOREIGN KEY ("moverId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_seconderId_fkey" FOREIGN KEY ("seconderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotVoter" ADD CONSTRAINT "BallotVoter_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotVoter" ADD CONSTRAINT "BallotVoter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the database itself enforces.
CREATE CONSTRAINT TRIGGER ballot_move AFTER UPDATE OF "status" ON "Ballot" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('ballot', 'status');
CREATE CONSTRAINT TRIGGER ballot_created AFTER INSERT ON "Ballot" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('ballot');

ALTER TABLE "Ballot" ADD CONSTRAINT ballot_subject CHECK ("proposalId" IS NOT NULL OR "itemId" IS NOT NULL);
ALTER TABLE "Ballot" ADD CONSTRAINT ballot_text CHECK (btrim("text") <> '');
ALTER TABLE "Ballot" ADD CONSTRAINT ballot_two_people CHECK ("seconderId" IS NULL OR "seconderId" <> "moverId");
ALTER TABLE "Ballot" ADD CONSTRAINT ballot_opened CHECK (
  "status" NOT IN ('open', 'closed') OR ("openedAt" IS NOT NULL AND "rules" IS NOT NULL AND "seconderId" IS NOT NULL));
ALTER TABLE "Ballot" ADD CONSTRAINT ballot_result CHECK (("status" = 'closed') = ("result" IS NOT NULL) AND ("status" <> 'closed' OR "closedAt" IS NOT NULL));
ALTER TABLE "Position" ADD CONSTRAINT position_reason CHECK ("value" <> 'against' OR btrim("reason") <> '');
ALTER TABLE "Decision" ADD CONSTRAINT decision_correction CHECK (("correctsId" IS NULL) = (btrim("correctionWhy") = ''));
ALTER TABLE "Decision" ADD CONSTRAINT decision_not_of_itself CHECK ("correctsId" <> "id");

-- One live motion on a proposal, and one on an item.
CREATE UNIQUE INDEX ballot_one_live_per_proposal ON "Ballot" ("proposalId") WHERE "proposalId" IS NOT NULL AND "status" IN ('moved', 'seconded', 'open');
CREATE UNIQUE INDEX ballot_one_live_per_item ON "Ballot" ("itemId") WHERE "itemId" IS NOT NULL AND "status" IN ('moved', 'seconded', 'open');
-- What the worker looks through each minute.
CREATE INDEX ballot_open ON "Ballot" ("id") WHERE "status" = 'open';

-- Positions and seats are only ever added.
CREATE TRIGGER position_append_only BEFORE UPDATE OR DELETE ON "Position" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER position_no_truncate BEFORE TRUNCATE ON "Position" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ballot_voter_append_only BEFORE UPDATE OR DELETE ON "BallotVoter" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ballot_voter_no_truncate BEFORE TRUNCATE ON "BallotVoter" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A position and the closing wait for each other: both hold the ballot's row.
CREATE FUNCTION position_on_open_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Ballot"."status"%TYPE;
BEGIN
  SELECT "status" INTO held FROM "Ballot" WHERE "id" = NEW."ballotId" FOR SHARE;
  IF held <> 'open' THEN
    RAISE EXCEPTION 'the vote is not open: it is %', held USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."binding" IS DISTINCT FROM EXISTS (SELECT 1 FROM "BallotVoter" v WHERE v."ballotId" = NEW."ballotId" AND v."personId" = NEW."personId") THEN
    RAISE EXCEPTION 'a binding position is of a seat of the ballot, any other is advisory' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER position_on_open_ballot BEFORE INSERT ON "Position" FOR EACH ROW EXECUTE FUNCTION position_on_open_ballot();

-- From its opening on, what is voted on and by which rule stays as it was; a closed ballot stays as a whole.
CREATE FUNCTION ballot_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" IN ('closed', 'withdrawn')
    OR (NEW."text", NEW."outcome", NEW."rule", NEW."rules", NEW."moverId", NEW."seconderId", NEW."revision", NEW."openedAt", NEW."proposalId", NEW."itemId")
      IS DISTINCT FROM (OLD."text", OLD."outcome", OLD."rule", OLD."rules", OLD."moverId", OLD."seconderId", OLD."revision", OLD."openedAt", OLD."proposalId", OLD."itemId")
  THEN
    RAISE EXCEPTION 'a ballot that was opened is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_is_frozen BEFORE UPDATE ON "Ballot"
  FOR EACH ROW WHEN (OLD."status" IN ('open', 'closed', 'withdrawn')) EXECUTE FUNCTION ballot_is_frozen();

-- Seats are given in the transaction that opens the ballot, and never afterwards.
CREATE FUNCTION seats_before_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "status" FROM "Ballot" WHERE "id" = NEW."ballotId") <> 'seconded' THEN
    RAISE EXCEPTION 'the seats of a ballot are frozen when it opens' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seats_before_opening BEFORE INSERT ON "BallotVoter" FOR EACH ROW EXECUTE FUNCTION seats_before_opening();

-- A decision of a ballot comes from one that is closed.
CREATE FUNCTION decision_of_closed_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "status" FROM "Ballot" WHERE "id" = NEW."ballotId") <> 'closed' THEN
    RAISE EXCEPTION 'the ballot of a decision has to be closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_of_closed_ballot BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."ballotId" IS NOT NULL) EXECUTE FUNCTION decision_of_closed_ballot();

-- One decision of a meeting per item; what corrects it stands under the same item.
DROP INDEX decision_one_per_item;
CREATE UNIQUE INDEX decision_one_per_item ON "Decision" ("itemId") WHERE "itemId" IS NOT NULL AND "correctsId" IS NULL;
