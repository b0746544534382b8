import { now } from "../../clock";
import { Prisma } from "../../db/client";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { agingOf, type Standing } from "../aging";
import { agingDays } from "../aging-days";
import { agedSql } from "../aging-queries";
import { recordOn } from "../ticket-event";

const portal: Actor = { kind: "system", name: "the portal" };
const atOnce = 500;

interface AgedTicket extends Standing {
  id: number;
  proposalId: number | null;
  executive: boolean;
}

/**
 * Reminds of tickets that stand still, once for each standing: whoever owes an answer, or whoever sees to the work. The
 * reminder is no news, so the ticket stays shown until somebody acts; one that moves and stands still again is reminded
 * of again. Runs of two servers wait for each other, and the second finds nothing left to say.
 */
export async function remindAging(): Promise<Result<{ reminded: number }>> {
  return transact(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('remind of tickets'))`;
    const at = now();
    const days = agingDays();
    const rows = await tx.$queryRaw<AgedTicket[]>(Prisma.sql`
      SELECT t."id", t."proposalId", t."status"::text, t."requestType", t."updatedAt", t."movedAt",
        coalesce(f."visibility" = 'executive', false) AS "executive"
      FROM "Ticket" t LEFT JOIN "Proposal" f ON f."id" = t."proposalId"
      WHERE ${agedSql(at, days)} AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."ticketId" = t."id" AND e."type" = 'ticket.reminded'
        AND e."at" > CASE t."status" WHEN 'waiting_on_reporter' THEN t."movedAt" ELSE t."updatedAt" END)
      ORDER BY t."id" LIMIT ${atOnce}`);
    let reminded = 0;
    for (const ticket of rows) reminded += await remind(tx, ticket, at);
    return done({ reminded });
  });
}

async function remind(tx: Tx, ticket: AgedTicket, at: Date): Promise<number> {
  const aging = agingOf(ticket, at, agingDays());
  if (!aging) return 0;
  await recordOn(tx, portal, ticket, {
    type: "ticket.reminded",
    data: { kind: aging.kind, days: aging.days },
    sourceKey: `reminder:${ticket.id}:${aging.kind}:${aging.since.getTime()}`,
  });
  return 1;
}
