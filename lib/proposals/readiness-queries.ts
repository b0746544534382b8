import { now } from "../clock";
import { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { env } from "../env";
import { isRoleGroup, roleGroups } from "../people/role-groups";
import { type Readiness, type ReadinessFacts, readinessOf } from "./readiness";
import { authors } from "./readiness-items";
import { writtenBySql } from "./visibility";

/** The facts as the database gives them: roles by the name that people address them with. */
export type ReadinessRow = Omit<ReadinessFacts, "questions"> & {
  questions: { number: number; of: string | null; role: string | null }[];
};

const mostMeetings = 12;

/**
 * What readiness is computed from, over a row of "Proposal" under the alias p; null once the board has decided. All of
 * it belongs to the proposal, which the caller has found through the gate, or is public.
 */
export function readinessJson(): Prisma.Sql {
  return Prisma.sql`(CASE WHEN p."status" IN ('draft', 'discussion', 'scheduled', 'under_review') THEN json_build_object(
    'summary', btrim(p."summary") <> '', 'revision', p."revision",
    'saysWhy', EXISTS (SELECT 1 FROM jsonb_array_elements(p."sections") zs
      WHERE zs->>'key' = 'why' AND btrim(zs->>'markdown') <> ''),
    'asks', (SELECT coalesce(json_agg(json_build_object('number', za."number", 'kind', za."kind",
        'owned', num_nonnulls(za."ownerPersonId", za."ownerBodyId", za."ownerRole") > 0,
        'tested', btrim(za."acceptanceTest") <> '') ORDER BY za."number"), '[]')
      FROM "Ask" za WHERE za."proposalId" = p."id"),
    'questions', (SELECT coalesce(json_agg(json_build_object('number', zq."number",
        'of', coalesce(zp."name", zb."name"), 'role', zq."askedOfRole") ORDER BY zq."number"), '[]')
      FROM "Question" zq LEFT JOIN "Person" zp ON zp."id" = zq."askedOfPersonId"
        LEFT JOIN "Body" zb ON zb."id" = zq."askedOfBodyId"
      WHERE zq."proposalId" = p."id" AND zq."status" IN ('open', 'unanswered')
        AND NOT EXISTS (SELECT 1 FROM "SplitEntry" ze WHERE ze."questionId" = zq."id" AND ze."disposition" <> 'answered')),
    'concerns', (SELECT coalesce(json_agg(json_build_object('number', zc."number",
        'waitsFor', CASE WHEN zc."status" = 'addressed' THEN zo."name" ELSE coalesce(zr."name", zb."name") END)
        ORDER BY zc."number"), '[]')
      FROM "Concern" zc JOIN "Person" zo ON zo."id" = zc."openerId"
        LEFT JOIN "Person" zr ON zr."id" = zc."resolverPersonId" LEFT JOIN "Body" zb ON zb."id" = zc."resolverBodyId"
      WHERE zc."proposalId" = p."id" AND zc."status" IN ('open', 'addressed')),
    'sponsor', json_build_object('confirmed', ${sponsorSql("confirmed")}, 'asked', ${sponsorSql("asked")}),
    'materials', (SELECT coalesce(json_agg(json_build_object('number', zm."number",
        'outdated', zm."revision" < p."revision" OR zm."changedAt" IS NOT NULL) ORDER BY zm."number"), '[]')
      FROM "Material" zm WHERE zm."proposalId" = p."id" AND zm."removedAt" IS NULL),
    'informationAt', CASE WHEN p."status" <> 'draft' THEN greatest(coalesce(p."publishedAt", p."createdAt"),
      (SELECT max(zv."createdAt") FROM "ProposalRevision" zv WHERE zv."proposalId" = p."id"),
      (SELECT max(greatest(zm."createdAt", zm."changedAt", (SELECT max(zw."at") FROM "Event" zw
          WHERE zw."subject" = 'material' AND zw."subjectId" = zm."id" AND zw."type" = 'material.changed')))
        FROM "Material" zm WHERE zm."proposalId" = p."id" AND zm."removedAt" IS NULL)) END,
    'meeting', (SELECT json_build_object('date', zt."date", 'startsAt', zt."startsAt")
      FROM "AgendaItem" zi JOIN "Meeting" zt ON zt."id" = zi."meetingId"
      WHERE zi."proposalId" = p."id" AND zi."status" IN ('planned', 'open') LIMIT 1),
    'coming', (SELECT coalesce(json_agg(json_build_object('date', zt."date", 'startsAt', zt."startsAt")
        ORDER BY zt."startsAt"), '[]')
      FROM (SELECT "date", "startsAt" FROM "Meeting" WHERE "status" IN ('planned', 'published')
        AND "startsAt" > ${now()} ORDER BY "startsAt" LIMIT ${mostMeetings}) zt)) END)`;
}

function sponsorSql(status: "confirmed" | "asked"): Prisma.Sql {
  return Prisma.sql`(SELECT zp."name" FROM "Endorsement" zn JOIN "Person" zp ON zp."id" = zn."personId"
    WHERE zn."proposalId" = p."id" AND zn."part" = 'sponsor' AND zn."status"::text = ${status}
    ORDER BY zn."id" LIMIT 1)`;
}

/** Readiness from a row's facts; null where they are absent, because the board has decided. */
export function readinessFrom(
  row: ReadinessRow | null,
  { number, mayWrite }: { number: number; mayWrite: boolean },
): Readiness | null {
  if (!row) return null;
  const setting = { number, mayWrite, now: now(), noticeHours: env().INFORMATION_HOURS };
  return readinessOf({ ...row, questions: row.questions.map(ofWhom) }, setting);
}

function ofWhom({ number, of, role }: ReadinessRow["questions"][number]) {
  const group = role !== null && isRoleGroup(role) ? roleGroups[role].name : role;
  return { number, of: of ?? group ?? "somebody" };
}

/**
 * What somebody's own proposals need of them while time for them is asked for or agreed, as rows for their home;
 * `detail` holds the facts, for `ownNeedsOf`.
 */
export function unreadySql(personId: number): Prisma.Sql {
  return Prisma.sql`SELECT 'unready', p."number", p."title", NULL, p."updatedAt", ${readinessJson()}::text
    FROM "Proposal" p WHERE p."status" IN ('discussion', 'scheduled')
      AND ${writtenBySql(personId)}
      AND (p."status" = 'scheduled' OR EXISTS (SELECT 1 FROM "SlotRequest" zx
        WHERE zx."proposalId" = p."id" AND zx."status" IN ('requested', 'offered', 'countered')))
    ORDER BY p."updatedAt" LIMIT 10`;
}

/** What its authors themselves can mend, with where to begin; null where they wait for others, or it is ready. */
export function ownNeedsOf({ number, detail }: { number: number; detail: string }): {
  sentence: string;
  href: string;
} | null {
  // As the database wrote it in `unreadySql`.
  const facts = JSON.parse(detail) as ReadinessRow | null;
  const readiness = readinessFrom(facts, { number, mayWrite: true });
  const own = readiness?.items.filter(({ ok, waitsFor }) => !ok && waitsFor === authors) ?? [];
  const [first] = own;
  if (!readiness || !first) return null;
  const needs = own.flatMap(({ need }) => need ?? []).join(", ");
  return {
    sentence: `is not ready for the board: it needs ${needs}. ${readiness.meetingWords}`,
    href: first.href,
  };
}

/** The readiness of a proposal that a command holds, as it would be on the agenda of a meeting. */
export async function holdReadiness(
  tx: Tx,
  proposal: { id: number; number: number },
  meeting: { date: string; startsAt: Date },
): Promise<Readiness | null> {
  const [row] = await tx.$queryRaw<{ facts: ReadinessRow | null }[]>(
    Prisma.sql`SELECT ${readinessJson()} AS "facts" FROM "Proposal" p WHERE p."id" = ${proposal.id}`,
  );
  if (!row?.facts) return null;
  const facts = { ...row.facts, meeting: { date: meeting.date, startsAt: meeting.startsAt.toISOString() } };
  return readinessFrom(facts, { number: proposal.number, mayWrite: false });
}
