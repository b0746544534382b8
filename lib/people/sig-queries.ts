import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { visibleSql } from "../proposals/visibility";
import { mayAddWorkload } from "../region/workload-policy";
import {
  type WorkloadRow,
  type WorkloadShown,
  workloadsJson,
  workloadsShown,
} from "../region/workload-queries";
import type { Actor } from "../workflow/actor";
import { type HistorySentence, sentenceOf } from "../workflow/history";
import { namedSql } from "./person-facts";
import { mayDescribeSig, maySetSponsor } from "./sig-policy";

interface Named {
  handle: string;
  name: string;
}

export interface SigLine extends Named {
  chairs: Named[];
  members: number;
  sponsor: Named | null;
  /** Not closed, as far as this actor sees them. */
  openProposals: number;
  workloads: number;
}

const most = 200;

/** Who holds a role of a SIG now, in a row of "RoleGrant" under the alias g. */
const holdsNow = () => Prisma.sql`(g."since" <= ${now()} AND (g."until" IS NULL OR g."until" > ${now()}))`;

const sponsorSql = Prisma.sql`(SELECT ${namedSql(Prisma.sql`w`)} FROM "Person" w WHERE w."id" = b."sponsorId")`;

const inRole = (role: "sig_chair" | "sig_member") => Prisma.sql`(
  SELECT coalesce(json_agg(${namedSql(Prisma.sql`v`)} ORDER BY v."name"), '[]') FROM (
    SELECT DISTINCT w."handle", w."name" FROM "RoleGrant" g JOIN "Person" w ON w."id" = g."personId"
    WHERE g."bodyId" = b."id" AND g."role"::text = ${role} AND ${holdsNow()} ORDER BY w."name" LIMIT ${most}) v)`;

const memberCount = () => Prisma.sql`(SELECT count(DISTINCT g."personId")::int FROM "RoleGrant" g
  WHERE g."bodyId" = b."id" AND g."role" IN ('sig_chair', 'sig_member') AND ${holdsNow()})`;

/** Every SIG by name, with its people and what is under way: one query. */
export async function listSigLines(actor: Actor): Promise<SigLine[]> {
  return readRows<SigLine>(Prisma.sql`
    SELECT b."handle", b."name", ${inRole("sig_chair")} AS "chairs", ${memberCount()} AS "members",
      ${sponsorSql} AS "sponsor",
      (SELECT count(*)::int FROM "Proposal" p WHERE p."sigId" = b."id" AND p."status" NOT IN ('draft', 'closed')
        AND ${visibleSql(actor)}) AS "openProposals",
      (SELECT count(*)::int FROM "Workload" z WHERE z."sigId" = b."id" AND z."status" = 'running') AS "workloads"
    FROM "Body" b WHERE b."kind" = 'sig' ORDER BY b."name" LIMIT ${most}`);
}

export interface OfProposal {
  number: number;
  text: string;
  proposal: { number: number; title: string };
}

export interface SigShown extends Named {
  id: number;
  purpose: string;
  purposeHtml: string;
  version: number;
  sponsor: Named | null;
  chairs: Named[];
  members: Named[];
  /** All of them, chairs too. */
  memberCount: number;
  workloads: WorkloadShown[];
  /** Questions that it owes an answer to: the oldest, and how many there are. */
  questions: OfProposal[];
  questionCount: number;
  /** Asks that it owns in proposals that are not closed: the newest, and how many there are. */
  asks: OfProposal[];
  askCount: number;
  regions: { key: string; name: string }[];
  history: ({ id: string; at: string } & HistorySentence)[];
  mayDescribe: boolean;
  maySponsor: boolean;
  mayAddWorkload: boolean;
}

interface EventRow {
  id: string;
  at: string;
  type: string;
  by: string | null;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
}

type SigRow = Omit<SigShown, "workloads" | "history" | "mayDescribe" | "maySponsor" | "mayAddWorkload"> & {
  workloads: WorkloadRow[];
  events: EventRow[];
};

const mostShown = 10;

/** A SIG with all that its page says beside its proposals and tickets, in one query; null where there is none. */
export async function findSig(actor: Actor, handle: string): Promise<SigShown | null> {
  if (!/^[\w.-]{1,100}$/.test(handle)) return null;
  const questions = Prisma.sql`"Question" q JOIN "Proposal" p ON p."id" = q."proposalId"
    WHERE q."askedOfBodyId" = b."id" AND q."status" IN ('open', 'unanswered') AND p."status" <> 'closed'
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" zz WHERE zz."questionId" = q."id" AND zz."disposition" <> 'answered') AND ${visibleSql(actor)}`;
  const asks = Prisma.sql`"Ask" a JOIN "Proposal" p ON p."id" = a."proposalId"
    WHERE a."ownerBodyId" = b."id" AND p."status" NOT IN ('draft', 'closed') AND ${visibleSql(actor)}`;
  const [row] = await readRows<{ sig: SigRow }>(Prisma.sql`
    SELECT json_build_object('id', b."id", 'handle', b."handle", 'name', b."name", 'purpose', b."purpose",
      'purposeHtml', b."purposeHtml", 'version', b."version", 'sponsor', ${sponsorSql},
      'chairs', ${inRole("sig_chair")}, 'members', ${inRole("sig_member")}, 'memberCount', ${memberCount()},
      'workloads', ${workloadsJson(Prisma.sql`z."sigId" = b."id"`)},
      'questions', (SELECT coalesce(json_agg(x."line"), '[]') FROM (
        SELECT ${ofProposal(Prisma.sql`q`)} AS "line" FROM ${questions} ORDER BY q."createdAt", q."id" LIMIT ${mostShown}) x),
      'questionCount', (SELECT count(*) FROM ${questions}),
      'asks', (SELECT coalesce(json_agg(x."line"), '[]') FROM (
        SELECT ${ofProposal(Prisma.sql`a`)} AS "line" FROM ${asks}
        ORDER BY p."updatedAt" DESC, a."number" LIMIT ${mostShown}) x),
      'askCount', (SELECT count(*) FROM ${asks}),
      'regions', (SELECT coalesce(json_agg(json_build_object('key', r."key", 'name', r."name") ORDER BY r."id"), '[]')
        FROM "Region" r WHERE r."phase" NOT IN ('sunsetting', 'retired')),
      'events', ${eventsSql}) AS "sig"
    FROM "Body" b WHERE b."kind" = 'sig' AND b."handle" = ${handle}`);
  return row ? sigOf(actor, row.sig) : null;
}

function ofProposal(thing: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`json_build_object('number', ${thing}."number", 'text', ${thing}."text",
    'proposal', json_build_object('number', p."number", 'title', p."title"))`;
}

/** What happened to the SIG itself and to its workloads: none of it belongs to a proposal. */
const eventsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', v."id"::text, 'at', v."at",
    'type', v."type", 'by', w."name", 'onBehalfOf', v."onBehalfOf", 'data', v."data") ORDER BY v."id" DESC), '[]')
  FROM (SELECT * FROM "Event" e WHERE e."visibility" = 'public' AND ((e."subject" = 'body' AND e."subjectId" = b."id")
      OR (e."subject" = 'workload' AND e."subjectId" IN (SELECT z."id" FROM "Workload" z WHERE z."sigId" = b."id")))
    ORDER BY e."id" DESC LIMIT 20) v LEFT JOIN "Person" w ON w."id" = v."actorId")`;

function sigOf(actor: Actor, { workloads, events, ...sig }: SigRow): SigShown {
  return {
    ...sig,
    workloads: workloadsShown(actor, workloads),
    history: events.map(({ id, at, by, ...event }) => ({
      id,
      at,
      ...sentenceOf({ ...event, actorName: by }),
    })),
    mayDescribe: mayDescribeSig(actor, sig),
    maySponsor: maySetSponsor(actor),
    mayAddWorkload: mayAddWorkload(actor, { sigId: sig.id, operatorsId: 0 }),
  };
}
