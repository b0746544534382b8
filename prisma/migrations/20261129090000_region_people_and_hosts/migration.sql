-- CreateEnum
CREATE TYPE "RegionRoleStatus" AS ENUM ('to_define', 'defined', 'retired');

-- AlterEnum
ALTER TYPE "WorkloadStatus" ADD VALUE 'onboarding' BEFORE 'running';
ALTER TYPE "WorkloadStatus" ADD VALUE 'leaving' BEFORE 'ended';

-- DropForeignKey
ALTER TABLE "Workload" DROP CONSTRAINT "Workload_sigId_fkey";

-- AlterTable
ALTER TABLE "Workload" ADD COLUMN "goesTo" TEXT NOT NULL DEFAULT '',
ADD COLUMN "needs" TEXT NOT NULL DEFAULT '',
ADD COLUMN "project" TEXT,
ALTER COLUMN "sigId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "WorkloadStep" (
    "workloadId" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "doneById" INTEGER NOT NULL,
    "doneAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkloadStep_pkey" PRIMARY KEY ("workloadId","step")
);

-- CreateTable
CREATE TABLE "WorkloadContact" (
    "id" SERIAL NOT NULL,
    "workloadId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkloadContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionRole" (
    "id" SERIAL NOT NULL,
    "regionId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "duties" TEXT NOT NULL DEFAULT '',
    "leastHolders" INTEGER NOT NULL DEFAULT 1,
    "needsAccess" BOOLEAN NOT NULL DEFAULT false,
    "status" "RegionRoleStatus" NOT NULL DEFAULT 'to_define',
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegionRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionRoleHolder" (
    "id" SERIAL NOT NULL,
    "roleId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),
    "fromId" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "accessById" INTEGER,
    "accessAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegionRoleHolder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Host" (
    "id" SERIAL NOT NULL,
    "regionId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "cpuCores" INTEGER NOT NULL,
    "ramGb" INTEGER NOT NULL,
    "disks" TEXT NOT NULL DEFAULT '',
    "nics" TEXT NOT NULL DEFAULT '',
    "bmc" TEXT NOT NULL DEFAULT '',
    "ticketId" INTEGER,
    "importedById" INTEGER NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Host_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WorkloadContact_workloadId_name_key" ON "WorkloadContact"("workloadId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "RegionRole_regionId_key_key" ON "RegionRole"("regionId", "key");

-- CreateIndex
CREATE INDEX "RegionRoleHolder_roleId_idx" ON "RegionRoleHolder"("roleId");

-- CreateIndex
CREATE INDEX "RegionRoleHolder_personId_idx" ON "RegionRoleHolder"("personId");

-- CreateIndex
CREATE INDEX "Host_ticketId_idx" ON "Host"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Host_regionId_name_key" ON "Host"("regionId", "name");

-- AddForeignKey
ALTER TABLE "Workload" ADD CONSTRAINT "Workload_sigId_fkey" FOREIGN KEY ("sigId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkloadStep" ADD CONSTRAINT "WorkloadStep_workloadId_fkey" FOREIGN KEY ("workloadId") REFERENCES "Workload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkloadStep" ADD CONSTRAINT "WorkloadStep_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkloadContact" ADD CONSTRAINT "WorkloadContact_workloadId_fkey" FOREIGN KEY ("workloadId") REFERENCES "Workload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionRole" ADD CONSTRAINT "RegionRole_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT "RegionRoleHolder_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "RegionRole"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT "RegionRoleHolder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT "RegionRoleHolder_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT "RegionRoleHolder_accessById_fkey" FOREIGN KEY ("accessById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Host" ADD CONSTRAINT "Host_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Host" ADD CONSTRAINT "Host_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Host" ADD CONSTRAINT "Host_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A role moves and begins with an event that says so.
CREATE CONSTRAINT TRIGGER region_role_move AFTER UPDATE OF "status" ON "RegionRole" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION require_move_event('region_role', 'status');
CREATE CONSTRAINT TRIGGER region_role_holder_created AFTER INSERT ON "RegionRoleHolder" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_creation_event('region_role_holder');

-- Shapes that a row must have.
ALTER TABLE "Workload" ADD CONSTRAINT workload_one_tenant CHECK (num_nonnulls("sigId", "project") = 1);
ALTER TABLE "RegionRole" ADD CONSTRAINT region_role_least CHECK ("leastHolders" BETWEEN 1 AND 9);
ALTER TABLE "RegionRole" ADD CONSTRAINT region_role_says CHECK ("status" <> 'defined' OR (btrim("purpose") <> '' AND btrim("duties") <> ''));
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT region_access_two_people CHECK ("accessById" IS NULL OR "accessById" <> "personId");
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT region_access_when CHECK (("accessById" IS NULL) = ("accessAt" IS NULL));
ALTER TABLE "RegionRoleHolder" ADD CONSTRAINT region_role_times CHECK ("until" IS NULL OR "until" >= "since");
ALTER TABLE "Host" ADD CONSTRAINT host_counts CHECK ("cpuCores" BETWEEN 1 AND 4096 AND "ramGb" BETWEEN 1 AND 65536);

-- Races that an index settles.
CREATE UNIQUE INDEX region_role_held_once ON "RegionRoleHolder" ("roleId", "personId") WHERE "until" IS NULL;
