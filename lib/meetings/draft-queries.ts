import { db, Prisma } from "../db/client";
import { writtenBySql } from "../proposals/visibility";
import { type Actor, isOfficer, personIdOf } from "../workflow/actor";
import { itemVisibleSql } from "./visibility";

/** An ACTION under a proposal's item that its requester may turn into a ticket. */
export interface ActionDraft {
  lineId: number;
  text: string;
  owner: string | null;
  proposal: number;
  title: string;
  /** In the split now: it is placed there. */
  splitting: boolean;
  tickets: { number: number; status: string }[];
}

/** What a requester takes away from a meeting: the ACTIONs under their proposals, each with its ticket; the officers see all. */
export async function listActionDrafts(actor: Actor, date: string): Promise<ActionDraft[]> {
  const own = personIdOf(actor);
  if (own === null) return [];
  const theirs = isOfficer(actor) ? Prisma.sql`true` : writtenBySql(own);
  return db.$queryRaw<ActionDraft[]>(Prisma.sql`
    SELECT l."id" AS "lineId", l."text", coalesce(op."name", ob."name") AS "owner", p."number" AS "proposal", p."title",
      p."status" = 'splitting' AS "splitting",
      (SELECT coalesce(json_agg(json_build_object('number', t."number", 'status', t."status") ORDER BY t."number"), '[]')
        FROM "Ticket" t WHERE t."id" = l."ticketId"
          OR EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."minuteLineId" = l."id" AND z."ticketId" = t."id")) AS "tickets"
    FROM "Meeting" m JOIN "MinuteLine" l ON l."meetingId" = m."id" AND l."kind" = 'action' AND l."struckAt" IS NULL
      JOIN "AgendaItem" i ON i."id" = l."itemId" JOIN "Proposal" p ON p."id" = i."proposalId"
      LEFT JOIN "Person" op ON op."id" = l."ownerPersonId" LEFT JOIN "Body" ob ON ob."id" = l."ownerBodyId"
    WHERE m."date" = ${date} AND m."status" = 'adjourned' AND ${itemVisibleSql(actor)} AND ${theirs}
    ORDER BY p."number", l."id" LIMIT 200`);
}
