import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { namedSql } from "../people/person-facts";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { listUnder, type Under } from "./attribution-queries";
import { type ClaimStatus, claimMachine } from "./claim-machine";
import { knownTo } from "./held-claim";
import { mayConfirmClaims } from "./policy";

interface Named {
  handle: string;
  name: string;
}

export interface ClaimShown {
  id: number;
  version: number;
  status: ClaimStatus;
  placeholder: Named & {
    /** Names in outside trackers. */
    usernames: string[];
  };
  person: Named;
  reason: string;
  answer: string;
  askedAt: Date;
  decidedAt: Date | null;
  decidedBy: Named | null;
  moves: AllowedMove[];
}

/** A claim that waits, with what would move. */
export type WaitingClaim = ClaimShown & Under;

interface Row extends Omit<ClaimShown, "moves"> {
  personId: number;
  placeholderId: number;
  isTaken: boolean;
  isGone: boolean;
}

/** Claims `k` that this actor may know of, narrowed by `where`, latest first or oldest first. */
function claimsSql(actor: Actor, where: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  const seen = readsExecutive(actor)
    ? Prisma.sql`true`
    : Prisma.sql`(NOT k."hidden" OR k."personId" = ${personIdOf(actor) ?? -1})`;
  return Prisma.sql`SELECT k."id", k."version", k."status"::text AS "status", k."reason", k."answer", k."askedAt", k."decidedAt",
      k."personId", k."placeholderId", h."disabledAt" IS NOT NULL AS "isTaken", w."disabledAt" IS NOT NULL AS "isGone",
      jsonb_build_object('handle', h."handle", 'name', h."name", 'usernames', ARRAY(
        SELECT e."username" || ' (' || e."tracker" || ')' FROM "ExternalIdentity" e WHERE e."personId" = h."id" ORDER BY 1)) AS "placeholder",
      ${namedSql(Prisma.sql`w`)} AS "person", CASE WHEN d."id" IS NOT NULL THEN ${namedSql(Prisma.sql`d`)} END AS "decidedBy"
    FROM "PlaceholderClaim" k JOIN "Person" h ON h."id" = k."placeholderId" JOIN "Person" w ON w."id" = k."personId"
      LEFT JOIN "Person" d ON d."id" = k."decidedById"
    WHERE ${where} AND ${seen} ORDER BY ${order} LIMIT ${mostOfList}`;
}

const mostOfList = 50;
const waits = Prisma.sql`k."status" = 'asked'`;
const latest = Prisma.sql`k."id" DESC`;

/** Claims for those who weigh them: those that wait, oldest first, and the latest that were decided. Null for others. */
export async function listClaims(
  actor: Actor,
): Promise<{ waiting: WaitingClaim[]; decided: ClaimShown[] } | null> {
  if (!mayConfirmClaims(actor).ok) return null;
  const [waiting, decided] = await Promise.all([
    readRows<Row>(claimsSql(actor, waits, Prisma.sql`k."id"`)),
    readRows<Row>(
      claimsSql(actor, Prisma.sql`NOT ${waits}`, Prisma.sql`k."decidedAt" DESC NULLS LAST, ${latest}`),
    ),
  ]);
  const under = await listUnder(
    actor,
    waiting.map(({ placeholderId }) => placeholderId),
  );
  return {
    waiting: waiting.map((row) => ({ ...shown(actor, row), ...under.of(row.placeholderId) })),
    decided: decided.map((row) => shown(actor, row)),
  };
}

/** Your own claims, the latest first. */
export async function listOwnClaims(actor: Actor): Promise<ClaimShown[]> {
  return ownClaims(actor, Prisma.sql`true`);
}

/** What you said last of a placeholder being you. */
export async function findOwnClaim(actor: Actor, placeholderId: number): Promise<ClaimShown | null> {
  const [last] = await ownClaims(actor, Prisma.sql`k."placeholderId" = ${placeholderId}`);
  return last ?? null;
}

async function ownClaims(actor: Actor, where: Prisma.Sql): Promise<ClaimShown[]> {
  const personId = personIdOf(actor);
  if (personId === null) return [];
  const own = Prisma.sql`k."personId" = ${personId} AND ${where}`;
  return (await readRows<Row>(claimsSql(actor, own, latest))).map((row) => shown(actor, row));
}

/** Placeholders that may be this person: of the same outside name, or called the same; those that they can see. */
export async function listLikelyPlaceholders(actor: Actor): Promise<Named[]> {
  if (actor.kind !== "person") return [];
  const insensitive = "insensitive" as const;
  return db.person.findMany({
    where: {
      ...{ isPlaceholder: true, disabledAt: null },
      claimedAs: { none: { personId: actor.personId } },
      AND: [
        {
          OR: [
            { identities: { some: { username: { equals: actor.handle, mode: insensitive } } } },
            { name: { equals: actor.name, mode: insensitive } },
          ],
        },
        knownTo(actor),
      ],
    },
    orderBy: { handle: "asc" },
    take: 5,
    select: { handle: true, name: true },
  });
}

function shown(actor: Actor, row: Row): ClaimShown {
  const { personId, placeholderId: _id, isTaken, isGone, ...claim } = row;
  const facts = { status: claim.status, personId, isTaken, isGone };
  return { ...claim, moves: allowedMoves(claimMachine, actor, facts) };
}
