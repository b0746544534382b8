import { now } from "../../clock";
import { db, Prisma } from "../../db/client";
import { log } from "../../log";
import { visibleSql } from "../../proposals/visibility";
import type { Actor } from "../../workflow/actor";
import { visitMinutes } from "../visits";

/**
 * Remembers that somebody looked at a proposal: one statement, after the page was sent. It is a convenience, not a
 * fact of the record: without an event, and where the database cannot write now, nobody is told.
 */
export async function markVisit(actor: Actor, proposalId: number): Promise<void> {
  if (actor.kind !== "person") return;
  const at = now();
  const newVisit = new Date(at.getTime() - visitMinutes * 60_000);
  try {
    await db.$executeRaw(Prisma.sql`
      INSERT INTO "ProposalVisit" AS v ("personId", "proposalId", "lastAt")
      SELECT ${actor.personId}, p."id", ${at} FROM "Proposal" p WHERE p."id" = ${proposalId} AND ${visibleSql(actor)}
      ON CONFLICT ("personId", "proposalId") DO UPDATE SET "lastAt" = greatest(v."lastAt", excluded."lastAt"),
        "sinceAt" = CASE WHEN v."lastAt" < ${newVisit} THEN v."lastAt" ELSE v."sinceAt" END`);
  } catch (failure) {
    log.warn({ failure, proposalId }, "a visit could not be remembered");
  }
}
