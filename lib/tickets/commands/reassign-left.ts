import { now } from "../../clock";
import { Prisma } from "../../db/client";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { recordOn } from "../ticket-event";

const portal: Actor = { kind: "system", name: "the portal" };

/** Every hour: tickets of people who have left go to the body that sees to them, whoever let them go. */
export async function reassignLeft(): Promise<Result<{ tickets: number }>> {
  return transact(async (tx) => done({ tickets: await reassignTicketsOfLeft(tx, portal) }));
}

interface Left {
  id: number;
  version: number;
  proposalId: number | null;
  executive: boolean;
  personName: string;
  bodyId: number;
  bodyName: string;
}

/**
 * The body that sees to a ticket `t` of proposal `f` when its owner has left: who works on its destination. A SIG's
 * ticket goes to the SIG behind its proposal, else to the one in which the owner `o` held a role last.
 */
const bodySql = Prisma.sql`CASE
  WHEN t."destination" IN ('infra', 'initiative') THEN (SELECT b."id" FROM "Body" b WHERE b."kind" = 'infra' ORDER BY b."id" LIMIT 1)
  WHEN t."destination" = 'sig' THEN coalesce(f."sigId", (SELECT g."bodyId" FROM "RoleGrant" g JOIN "Body" b ON b."id" = g."bodyId"
    WHERE g."personId" = o."id" AND b."kind" = 'sig' ORDER BY g."until" DESC NULLS FIRST, g."id" DESC LIMIT 1),
    (SELECT b."id" FROM "Body" b WHERE b."kind" = 'board' ORDER BY b."id" LIMIT 1))
  ELSE (SELECT b."id" FROM "Body" b WHERE b."kind" = 'board' ORDER BY b."id" LIMIT 1) END`;

/**
 * Gives the open tickets of people who have left to the body that sees to them, with an event each (DOMAIN 9, 22): of
 * people whose account has ended, all; of those whose role in that body has ended, those that the body sees to, also where
 * they go on to administer the portal by a role in it. For one person in the command that lets them go, or for everybody
 * who was missed. Done twice, it changes nothing more.
 */
export async function reassignTicketsOfLeft(tx: Tx, actor: Actor, personId?: number): Promise<number> {
  const left = await tx.$queryRaw<Left[]>(Prisma.sql`
    SELECT r.*, b."name" AS "bodyName" FROM (
      SELECT t."id", t."version", t."proposalId", coalesce(f."visibility" = 'executive', false) AS "executive",
        o."id" AS "personId", o."name" AS "personName", o."disabledAt" IS NOT NULL AS "isGone", ${bodySql} AS "bodyId"
      FROM "Ticket" t JOIN "Person" o ON o."id" = t."ownerPersonId" LEFT JOIN "Proposal" f ON f."id" = t."proposalId"
      WHERE t."status" NOT IN ('done', 'declined', 'duplicate') AND ${personId === undefined ? Prisma.sql`true` : Prisma.sql`o."id" = ${personId}`}
        AND (o."disabledAt" IS NOT NULL OR EXISTS (SELECT 1 FROM "RoleGrant" e WHERE e."personId" = o."id" AND e."until" <= ${now()}))
    ) r JOIN "Body" b ON b."id" = r."bodyId"
    WHERE r."isGone" OR (EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = r."personId" AND g."bodyId" = r."bodyId" AND g."until" <= ${now()})
      AND NOT EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = r."personId" AND g."bodyId" = r."bodyId"
        AND g."role" <> 'admin' AND (g."until" IS NULL OR g."until" > ${now()})))
    ORDER BY r."id" LIMIT 1000`);
  let count = 0;
  for (const ticket of left) count += await giveToBody(tx, actor, ticket);
  return count;
}

async function giveToBody(tx: Tx, actor: Actor, ticket: Left): Promise<number> {
  const { count } = await tx.ticket.updateMany({
    where: { id: ticket.id, version: ticket.version },
    data: { ownerPersonId: null, ownerBodyId: ticket.bodyId, updatedAt: now(), version: { increment: 1 } },
  });
  if (count === 0) return 0; // somebody gave it away at the same moment
  await recordOn(tx, actor, ticket, {
    type: "ticket.reassigned",
    data: { of: ticket.personName, body: ticket.bodyName },
  });
  return count;
}
