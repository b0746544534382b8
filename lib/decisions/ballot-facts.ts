import { type db, Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { linesVisibleSql } from "../meetings/visibility";
import { visibleSql } from "../proposals/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";
import type { BallotRow } from "./ballot-row";

const named = (id: Prisma.Sql) =>
  Prisma.sql`(SELECT json_build_object('personId', w."id", 'handle', w."handle", 'name', w."name") FROM "Person" w WHERE w."id" = ${id})`;

/** Sits on the board today: whoever left it keeps what they said, and says nothing more. */
const sits = Prisma.sql`(w."disabledAt" IS NULL AND EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = w."id"
  AND g."role" IN ('director', 'chair', 'liaison') AND g."until" IS NULL))`;

const executiveItem = Prisma.sql`(i."visibility" = 'executive' OR i."section" = 'executive')`;

/** A ballot with all that it is weighed on, for a row of "Ballot" under the alias b: `BallotRow`. */
export const ballotJson = Prisma.sql`json_build_object('id', b."id", 'version', b."version", 'text', b."text",
  'outcome', b."outcome", 'rule', b."rule", 'isCritical', b."isCritical", 'status', b."status", 'revision', b."revision",
  'rules', b."rules", 'openedAt', b."openedAt", 'deadlineAt', b."deadlineAt", 'continuedAt', b."continuedAt",
  'closedAt', b."closedAt", 'result', b."result", 'resultText', b."resultText", 'createdAt', b."createdAt",
  'mover', ${named(Prisma.sql`b."moverId"`)}, 'seconder', ${named(Prisma.sql`b."seconderId"`)},
  'proposal', (SELECT json_build_object('number', p."number", 'title', p."title", 'revision', p."revision", 'status', p."status")
    FROM "Proposal" p WHERE p."id" = b."proposalId"),
  'meeting', (SELECT json_build_object('date', m."date", 'status', m."status") FROM "Meeting" m WHERE m."id" = b."meetingId"),
  'item', (SELECT json_build_object('id', i."id", 'title', i."title",
    'hasDecision', EXISTS (SELECT 1 FROM "Decision" d WHERE d."itemId" = i."id")) FROM "AgendaItem" i WHERE i."id" = b."itemId"),
  'executive', (EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = b."proposalId" AND p."visibility" = 'executive')
    OR EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."id" = b."itemId" AND ${executiveItem})),
  'voters', (SELECT coalesce(json_agg(json_build_object('personId', w."id", 'handle', w."handle", 'name', w."name",
      'isLiaison', v."isLiaison", 'hasLeft', NOT ${sits}) ORDER BY w."name", w."id"), '[]')
    FROM "BallotVoter" v JOIN "Person" w ON w."id" = v."personId" WHERE v."ballotId" = b."id"),
  'positions', (SELECT coalesce(json_agg(json_build_object('personId', w."id", 'handle', w."handle", 'name', w."name",
      'number', s."number", 'value', s."value", 'reason', s."reason", 'binding', s."binding", 'revision', s."revision",
      'at', s."at", 'recordedBy', CASE WHEN s."recordedById" <> s."personId"
        THEN (SELECT r."name" FROM "Person" r WHERE r."id" = s."recordedById") END) ORDER BY s."id"), '[]')
    FROM "Position" s JOIN "Person" w ON w."id" = s."personId" WHERE s."ballotId" = b."id"),
  'present', CASE WHEN b."status" = 'open' AND b."meetingId" IS NOT NULL THEN
    (SELECT coalesce(json_agg(t."personId" ORDER BY t."personId"), '[]') FROM "Attendance" t
      WHERE t."meetingId" = b."meetingId" AND t."state" IN ('present', 'late') AND t."leftAt" IS NULL) ELSE '[]' END,
  'concerns', CASE WHEN b."status" = 'open' AND b."proposalId" IS NOT NULL THEN
    (SELECT coalesce(json_agg(json_build_object('number', n."number", 'opener', o."name") ORDER BY n."number"), '[]')
      FROM "Concern" n JOIN "Person" o ON o."id" = n."openerId"
      WHERE n."proposalId" = b."proposalId" AND n."status" IN ('open', 'addressed')) ELSE '[]' END,
  'decisionId', (SELECT d."id" FROM "Decision" d WHERE d."ballotId" = b."id"))`;

/** Ballots of the item of row i, in their order, as a list of `BallotRow`. */
export const ballotsOfItemJson = Prisma.sql`(SELECT coalesce(json_agg(${ballotJson} ORDER BY b."id"), '[]')
  FROM "Ballot" b WHERE b."itemId" = i."id")`;

/**
 * The gate through which ballots are read, for a row of "Ballot" under the alias b: like the lines of an item, a ballot
 * on an executive one is for those only who read the executive session, even where its proposal is public (DOMAIN 5).
 */
export function ballotVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const ofProposal = Prisma.sql`(b."proposalId" IS NULL
    OR EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = b."proposalId" AND ${visibleSql(actor)}))`;
  if (readsExecutive(actor)) return ofProposal;
  return Prisma.sql`(${ofProposal} AND (b."itemId" IS NULL OR EXISTS (SELECT 1 FROM "AgendaItem" i
    LEFT JOIN "Proposal" p ON p."id" = i."proposalId" WHERE i."id" = b."itemId" AND ${linesVisibleSql(actor)})))`;
}

/** The ballot as this actor may see it, or null. */
export async function readBallot(tx: Tx | typeof db, actor: Actor, id: number): Promise<BallotRow | null> {
  const [row] = await tx.$queryRaw<{ ballot: BallotRow }[]>(Prisma.sql`
    SELECT ${ballotJson} AS ballot FROM "Ballot" b WHERE b."id" = ${id} AND ${ballotVisibleSql(actor)}`);
  return row?.ballot ?? null;
}

/** Every ballot that is open, for the worker. */
export async function readOpenBallots(tx: Tx | typeof db): Promise<BallotRow[]> {
  const rows = await tx.$queryRaw<{ ballot: BallotRow }[]>(Prisma.sql`
    SELECT ${ballotJson} AS ballot FROM "Ballot" b WHERE b."status" = 'open' ORDER BY b."id"`);
  return rows.map(({ ballot }) => ballot);
}

/**
 * The ballot, its row held until the transaction ends: positions and the closing wait for each other. Where a meeting
 * is locked too, lock it first.
 */
export async function holdBallot(tx: Tx, actor: Actor, id: number): Promise<BallotRow | null> {
  await tx.$queryRaw`SELECT 1 AS held FROM "Ballot" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  return readBallot(tx, actor, id);
}
