import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { namedSql } from "../people/person-facts";
import type { OwnerChoice } from "../people/queries";
import { type Actor, personIdOf } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { endorsementFacts } from "./endorsement-facts";
import { endorsementMachine } from "./endorsement-machine";
import {
  type EndorsementPart,
  type EndorsementStatus,
  mayAskForSupport,
  mayBe,
  type Supported,
  whyNoSupport,
} from "./endorsement-policy";
import { visibleSql } from "./visibility";

interface Named {
  handle: string;
  name: string;
}

/** Somebody who stands behind a proposal, or is asked to: as its page shows them at the side. */
export interface EndorsementSide {
  part: EndorsementPart;
  status: "asked" | "confirmed";
  person: Named;
  /** The revision that was confirmed. */
  revision: number | null;
}

/** Who stands behind the proposal of the row `p`, or is asked to; sponsors first, the first 20. */
export const endorsementsJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('part', n."part", 'status', n."status", 'revision', n."revision",
      'person', json_build_object('handle', n."handle", 'name', n."name")) ORDER BY n."part", n."id"), '[]')
  FROM (SELECT e."id", e."part", e."status", e."revision", w."handle", w."name"
    FROM "Endorsement" e JOIN "Person" w ON w."id" = e."personId"
    WHERE e."proposalId" = p."id" AND e."status" IN ('asked', 'confirmed')
    ORDER BY e."part", e."status" DESC, e."id" LIMIT 20) n)`;

export interface EndorsementLine {
  id: number;
  version: number;
  part: EndorsementPart;
  status: EndorsementStatus;
  person: Named;
  askedBy: Named;
  /** They came by themself. */
  offered: boolean;
  note: string;
  revision: number | null;
  at: string;
  decidedAt: string | null;
  moves: AllowedMove[];
}

export interface Support {
  lines: EndorsementLine[];
  /** Why nobody can be asked or confirm now. */
  closed?: string;
  mayAsk: boolean;
  /** The parts that this actor may offer to play. */
  mayOffer: EndorsementPart[];
  /** Who can be asked, for those who may ask. */
  eligible: OwnerChoice[];
}

type LineRow = Omit<EndorsementLine, "moves" | "offered"> & { personId: number; askedById: number };

interface SupportRow {
  supported: Supported;
  lines: LineRow[];
  eligible: OwnerChoice[];
}

const parts: readonly EndorsementPart[] = ["sponsor", "endorser"];

/** Who stands behind a proposal, who was asked, and what this actor may do: one query; null where they cannot see it. */
export async function findSupport(actor: Actor, proposalId: number): Promise<Support | null> {
  const [row] = await readRows<SupportRow>(Prisma.sql`
    SELECT json_build_object('status', p."status", 'visibility', p."visibility", 'authorId', p."authorId",
        'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = p."id"),
        'imported', p."sourceKey" IS NOT NULL, 'sigId', p."sigId") AS "supported",
      ${linesJson} AS "lines", ${eligibleJson} AS "eligible"
    FROM "Proposal" p WHERE p."id" = ${proposalId} AND ${visibleSql(actor)}`);
  return row ? supportOf(actor, row) : null;
}

/** The latest 100: what was declined or withdrawn stays on the record. */
const linesJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', e."id", 'version', e."version", 'part', e."part", 'status', e."status",
      'note', e."note", 'revision', e."revision", 'at', e."createdAt", 'decidedAt', e."decidedAt",
      'personId', e."personId", 'askedById', e."askedById",
      'person', ${namedSql(Prisma.sql`w`)}, 'askedBy', ${namedSql(Prisma.sql`a`)}) ORDER BY e."id"), '[]')
  FROM (SELECT * FROM "Endorsement" l WHERE l."proposalId" = p."id" ORDER BY l."id" DESC LIMIT 100) e
    JOIN "Person" w ON w."id" = e."personId" JOIN "Person" a ON a."id" = e."askedById")`;

/** Directors and chairs of SIGs (the first 100 by name) who do not write it; of an executive one only who reads it. */
const eligibleJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('value', '@' || w."handle", 'label', w."name" || ', ' || w."roles")
    ORDER BY w."name"), '[]')
  FROM (SELECT o."handle", o."name", string_agg(DISTINCT CASE WHEN g."role" = 'sig_chair' THEN 'chair of ' || b."name"
      ELSE 'director' END, ', ') AS "roles"
    FROM "RoleGrant" g JOIN "Person" o ON o."id" = g."personId" JOIN "Body" b ON b."id" = g."bodyId"
    WHERE g."until" IS NULL AND o."disabledAt" IS NULL AND NOT o."isPlaceholder" AND o."id" <> p."authorId"
      AND (g."role" IN ('director', 'chair', 'liaison') OR (g."role" = 'sig_chair' AND p."visibility" = 'public'))
      AND NOT EXISTS (SELECT 1 FROM "CoAuthor" k WHERE k."proposalId" = p."id" AND k."personId" = o."id")
    GROUP BY o."id" ORDER BY o."name" LIMIT 100) w)`;

function supportOf(actor: Actor, { supported, lines, eligible }: SupportRow): Support {
  const closed = whyNoSupport(supported);
  const mayAsk = closed === undefined && mayAskForSupport(actor, supported);
  const live = lines.filter(({ status }) => status === "asked" || status === "confirmed");
  const plays = (part: EndorsementPart) =>
    live.some((line) => line.part === part && line.personId === personIdOf(actor));
  const offers = closed === undefined && actor.kind === "person" ? parts : [];
  return {
    lines: lines.map((line) => lineOf(actor, line, supported)),
    ...(closed && { closed }),
    mayAsk,
    mayOffer: offers.filter(
      (part) => actor.kind === "person" && !plays(part) && mayBe(part, actor, supported).ok,
    ),
    eligible: mayAsk ? eligible : [],
  };
}

function lineOf(actor: Actor, row: LineRow, proposal: Supported): EndorsementLine {
  const { personId, askedById, ...line } = row;
  const facts = endorsementFacts(actor, {
    status: line.status,
    part: line.part,
    personId,
    askedById,
    proposal,
  });
  return {
    ...line,
    offered: personId === askedById,
    moves: allowedMoves(endorsementMachine, actor, facts),
  };
}

/** Requests to stand behind a proposal that wait for this actor, in the columns of home's one query. */
export function endorsementsWaitingSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'endorsement', p."number", p."title", NULL, e."createdAt", e."part"::text
    FROM "Endorsement" e JOIN "Proposal" p ON p."id" = e."proposalId"
    WHERE e."personId" = ${personIdOf(actor) ?? -1} AND e."status" = 'asked'
      AND p."status" IN ('discussion', 'scheduled', 'under_review') AND ${visibleSql(actor)}
    ORDER BY e."createdAt" LIMIT 20`;
}
