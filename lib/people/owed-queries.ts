import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Tx } from "../db/transaction";
import { ballotVisibleSql } from "../decisions/ballot-facts";
import { decisionVisibleSql } from "../decisions/visibility";
import { actionsSql, unsettledSql } from "../meetings/action-list-facts";
import { itemVisibleSql } from "../meetings/visibility";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, thePublic } from "../workflow/actor";
import { mayReadOwed } from "./owed-policy";
import { type Owed, type OwedRow, owedKinds, owedOf } from "./owed-text";
import { findProfile } from "./profile-queries";

const mostOfKind = 50;

/** What this person owes, as far as the actor may see it; null for who may not ask. One query. */
export async function listOwed(actor: Actor, personId: number): Promise<Owed[] | null> {
  const grants = await db.roleGrant.findMany({
    where: { personId },
    distinct: ["bodyId"],
    select: { bodyId: true },
  });
  if (!mayReadOwed(actor, { id: personId, bodyIds: grants.map(({ bodyId }) => bodyId) })) return null;
  const rows = await readRows<OwedRow>(owedSql(actor, personId));
  const inOrder = owedKinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
  return inOrder.map(owedOf);
}

/** The same by the handle; null also where nobody is called that. */
export async function listOwedOf(actor: Actor, handle: string): Promise<Owed[] | null> {
  const person = await findProfile(actor, handle);
  return person && listOwed(actor, person.id);
}

/** How much of what somebody owes everybody can see: what a notice may tell whoever reads it. */
export async function countOwedInPublic(tx: Tx, personId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS "count" FROM (${owedSql(thePublic, personId)}) o WHERE o."kind" <> 'seat'`,
  );
  return row?.count ?? 0;
}

const wanted = Prisma.sql`('discussion', 'scheduled', 'under_review')`;
const hash = Prisma.sql`'#' || p."number"`;

function owedSql(actor: Actor, own: number): Prisma.Sql {
  const parts = [
    ticketsSql(actor, own),
    actionSql(actor, own),
    questionsSql(actor, own),
    asksSql(actor, own),
    conditionsSql(actor, own),
    Prisma.sql`SELECT 'concern', n."number", n."text", ${hash} FROM "Concern" n JOIN "Proposal" p ON p."id" = n."proposalId"
      WHERE n."resolverPersonId" = ${own} AND n."status" = 'open' AND p."status" IN ${wanted} AND ${visibleSql(actor)}`,
    Prisma.sql`SELECT 'endorsement', p."number", p."title", e."part"::text FROM "Endorsement" e JOIN "Proposal" p ON p."id" = e."proposalId"
      WHERE e."personId" = ${own} AND e."status" = 'asked' AND p."status" IN ${wanted} AND ${visibleSql(actor)}`,
    Prisma.sql`SELECT 'item', i."id", i."title", m."date" FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId"
      LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
      WHERE i."presenterId" = ${own} AND i."status" IN ('planned', 'open') AND m."status" NOT IN ('adjourned', 'cancelled')
        AND ${itemVisibleSql(actor)}`,
    ballotsSql(actor, own),
    Prisma.sql`SELECT 'proposal', p."number", p."title", NULL FROM "Proposal" p
      WHERE p."authorId" = ${own} AND p."status" NOT IN ('draft', 'closed') AND ${visibleSql(actor)}`,
    Prisma.sql`SELECT 'region_role', NULL, r."name", g."key" FROM "RegionRoleHolder" h JOIN "RegionRole" r ON r."id" = h."roleId"
      JOIN "Region" g ON g."id" = r."regionId" WHERE h."personId" = ${own} AND h."until" IS NULL AND r."status" <> 'retired'`,
    Prisma.sql`SELECT 'incident', n."number", n."title", g."key" FROM "Incident" n JOIN "Region" g ON g."id" = n."regionId"
      WHERE ${own} IN (n."leadId", n."commsId") AND n."status" <> 'closed'`,
    Prisma.sql`SELECT 'sponsor', NULL, b."name", b."handle" FROM "Body" b WHERE b."sponsorId" = ${own}`,
  ];
  const limited = parts.map((part) => Prisma.sql`(${part} LIMIT ${mostOfKind})`);
  return Prisma.sql`SELECT * FROM (${Prisma.join(limited, " UNION ALL ")}) owed ("kind", "number", "title", "detail")`;
}

function ticketsSql(actor: Actor, own: number): Prisma.Sql {
  return Prisma.sql`SELECT 'ticket' AS "kind", t."number" AS "number", t."title" AS "title", NULL AS "detail" FROM "Ticket" t
    WHERE t."ownerPersonId" = ${own} AND t."status" NOT IN ('done', 'declined', 'duplicate') AND ${ticketVisibleSql(actor)}
    ORDER BY t."number"`;
}

/** By the person first, so that the list of all ACTIONs is not gone through. */
function actionSql(actor: Actor, own: number): Prisma.Sql {
  const theirs = Prisma.sql`l."id" IN (SELECT o."id" FROM "MinuteLine" o WHERE o."ownerPersonId" = ${own}
    UNION ALL SELECT o."id" FROM "CarriedAction" o WHERE o."ownerPersonId" = ${own}) AND who."personId" = ${own}`;
  return Prisma.sql`SELECT 'action', x."id", left(x."text", 160), x."date"
    FROM (${actionsSql(actor, Prisma.sql`${theirs} AND ${unsettledSql}`)}) x ORDER BY x."id"`;
}

function questionsSql(actor: Actor, own: number): Prisma.Sql {
  return Prisma.sql`SELECT 'question', q."number", left(q."text", 160), coalesce(${hash}, 'T-' || t."number")
    FROM "Question" q LEFT JOIN "Proposal" p ON p."id" = q."proposalId" AND p."status" <> 'closed' AND ${visibleSql(actor)}
      LEFT JOIN "Ticket" t ON t."id" = q."ticketId" AND ${ticketVisibleSql(actor)}
    WHERE q."askedOfPersonId" = ${own} AND q."status" IN ('open', 'unanswered') AND (p."id" IS NOT NULL OR t."id" IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id" AND z."disposition" <> 'answered')
    ORDER BY q."id"`;
}

function asksSql(actor: Actor, own: number): Prisma.Sql {
  return Prisma.sql`SELECT 'ask', a."number", left(a."text", 160), ${hash} FROM "Ask" a JOIN "Proposal" p ON p."id" = a."proposalId"
    WHERE a."ownerPersonId" = ${own} AND a."consent" <> 'declined' AND (p."status" IN ${wanted} OR p."status" = 'splitting')
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."askId" = a."id") AND ${visibleSql(actor)}
    ORDER BY a."id"`;
}

function conditionsSql(actor: Actor, own: number): Prisma.Sql {
  return Prisma.sql`SELECT 'condition', d."id", left(c."text", 160), ${hash} FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId"
      JOIN "Proposal" p ON p."id" = d."proposalId"
    WHERE c."ownerPersonId" = ${own} AND p."status" = 'splitting' AND ${decisionVisibleSql(actor)}
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."conditionId" = c."id")
    ORDER BY c."id"`;
}

/** A seat in an open vote without a position: awaited while they sit on the board, counted for the quorum after. */
function ballotsSql(actor: Actor, own: number): Prisma.Sql {
  return Prisma.sql`SELECT CASE WHEN EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = ${own}
        AND g."role" IN ('director', 'chair', 'liaison') AND g."until" IS NULL) THEN 'ballot' ELSE 'seat' END, b."id", left(b."text", 160), NULL
    FROM "BallotVoter" v JOIN "Ballot" b ON b."id" = v."ballotId"
    WHERE v."personId" = ${own} AND b."status" = 'open' AND ${ballotVisibleSql(actor)}
      AND coalesce((SELECT s."value" FROM "Position" s WHERE s."ballotId" = b."id" AND s."personId" = ${own}
        ORDER BY s."number" DESC LIMIT 1), 'withdrawn') = 'withdrawn'
    ORDER BY b."id"`;
}
