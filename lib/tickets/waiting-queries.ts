import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { type Actor, personIdOf } from "../workflow/actor";
import { type Aging, agingOf } from "./aging";
import { agingDays } from "./aging-days";
import { lineSql, type TicketLine } from "./line-queries";
import { ticketVisibleSql } from "./visibility";
import { waitingSql } from "./waiting-id-queries";

export interface WaitingTicket extends TicketLine {
  /** What is waited for: the words of the move. */
  wants: string;
  /** Where it has waited for too long. */
  aging: Aging | null;
}

/** The tickets whose next move is this person's, or that of a body they belong to, longest waiting first; at most 50. */
export async function listWaitingOn(actor: Actor): Promise<WaitingTicket[]> {
  if (personIdOf(actor) === null) return [];
  const rows = await db.$queryRaw<Omit<WaitingTicket, "aging">[]>(Prisma.sql`
    SELECT w.*, CASE w."status" WHEN 'draft' THEN 'File' WHEN 'waiting_on_reporter' THEN 'Answer'
      WHEN 'filed' THEN 'Take up' WHEN 'needs_review' THEN 'Review' WHEN 'bounced' THEN 'Decide' ELSE 'Finish' END AS "wants"
    FROM (${lineSql} WHERE ${waitingSql(actor)} AND ${ticketVisibleSql(actor)}
      ORDER BY t."updatedAt", t."id" LIMIT 50) w ORDER BY w."updatedAt", w."id"`);
  const [at, days] = [now(), agingDays()];
  return rows.map((row) => ({ ...row, aging: agingOf(row, at, days) }));
}
