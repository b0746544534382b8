import { isoDate } from "../calendar-date";
import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { type Actor, personIdOf } from "../workflow/actor";
import { ballotJson, ballotVisibleSql, readBallot } from "./ballot-facts";
import type { BallotRow } from "./ballot-row";
import { type BallotShown, ballotShown } from "./ballot-shown";
import { decisionVisibleSql } from "./visibility";

/** A ballot by its number as this actor may see it, with what they can do; null where there is none for them. */
export async function findBallot(actor: Actor, id: number): Promise<BallotShown | null> {
  const row = await readBallot(db, actor, id);
  return row && ballotShown(actor, row, now());
}

const mostOfProposal = 50;

/** The ballots on a proposal, the latest first: one query. */
export async function listBallotsOf(actor: Actor, proposalNumber: number): Promise<BallotShown[]> {
  const rows = await db.$queryRaw<{ ballot: BallotRow }[]>(Prisma.sql`
    SELECT ${ballotJson} AS ballot FROM "Ballot" b
    WHERE b."proposalId" = (SELECT p."id" FROM "Proposal" p WHERE p."number" = ${proposalNumber}) AND ${ballotVisibleSql(actor)}
    ORDER BY b."id" DESC LIMIT ${mostOfProposal}`);
  return rows.map(({ ballot }) => ballotShown(actor, ballot, now()));
}

/**
 * Ballots in which this actor's position is missing, in the columns of home's one query: `ballot` with the motion as
 * its detail, those that end first before the others.
 */
export function ballotsWaitingSql(actor: Actor): Prisma.Sql {
  const own = personIdOf(actor) ?? -1;
  return Prisma.sql`
    SELECT 'ballot', b."id", coalesce(p."title", b."text"), NULL, coalesce(b."deadlineAt", b."openedAt"), p."number"::text
    FROM "Ballot" b LEFT JOIN "Proposal" p ON p."id" = b."proposalId"
      JOIN "BallotVoter" v ON v."ballotId" = b."id" AND v."personId" = ${own}
    WHERE b."status" = 'open' AND ${ballotVisibleSql(actor)}
      AND EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = ${own} AND g."role" IN ('director', 'chair', 'liaison') AND g."until" IS NULL)
      AND coalesce((SELECT s."value" FROM "Position" s WHERE s."ballotId" = b."id" AND s."personId" = ${own}
        ORDER BY s."number" DESC LIMIT 1), 'withdrawn') = 'withdrawn'
    ORDER BY 5 LIMIT 20`;
}

/** Decisions that the board said to look at again by now, for the officers, in the same columns. */
export function reviewsDueSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'revisit', d."id", p."title", d."reviewOn", d."decidedAt", p."number"::text
    FROM "Decision" d JOIN "Proposal" p ON p."id" = d."proposalId"
    WHERE d."reviewOn" <= ${isoDate(now())} AND ${decisionVisibleSql(actor)}
      AND NOT EXISTS (SELECT 1 FROM "Decision" l WHERE l."correctsId" = d."id")
      AND NOT EXISTS (SELECT 1 FROM "Decision" l WHERE l."proposalId" = d."proposalId" AND l."decidedAt" > d."decidedAt" AND l."decidedAt"::date >= d."reviewOn"::date)
    ORDER BY d."reviewOn" LIMIT 5`;
}

/** Closed ballots on proposals whose decision nobody wrote down yet, for the chair, in the same columns. */
export function ballotsToDecideSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'decide', b."id", p."title", NULL, b."closedAt", p."number"::text
    FROM "Ballot" b JOIN "Proposal" p ON p."id" = b."proposalId"
    WHERE b."status" = 'closed' AND p."status" = 'discussion' AND b."result" = 'carried' AND ${ballotVisibleSql(actor)}
      AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."ballotId" = b."id")
    ORDER BY b."closedAt" LIMIT 10`;
}
