import { db, Prisma } from "../db/client";
import { visibleSql } from "../proposals/visibility";
import type { Actor } from "../workflow/actor";

export interface SplitReceipt {
  by: string;
  at: string;
}

/** Who confirmed the split of a proposal, and when; null until somebody has, or where this actor may not see it. */
export async function findReceipt(actor: Actor, number: number): Promise<SplitReceipt | null> {
  const [row] = await db.$queryRaw<SplitReceipt[]>(Prisma.sql`
    SELECT coalesce(w."name", v."onBehalfOf", 'The portal') AS "by", to_json(v."at") #>> '{}' AS "at"
    FROM "Proposal" p JOIN "Event" v ON v."subject" = 'proposal' AND v."subjectId" = p."id" AND v."type" = 'proposal.split_confirmed'
      LEFT JOIN "Person" w ON w."id" = v."actorId"
    WHERE p."number" = ${number} AND ${visibleSql(actor)} ORDER BY v."id" DESC LIMIT 1`);
  return row ?? null;
}
