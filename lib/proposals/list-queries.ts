import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { type Actor, personIdOf } from "../workflow/actor";
import type { ProposalStatus } from "./machine";
import type { closedLabels } from "./ui-text";
import { visibleSql } from "./visibility";

export interface ProposalLine {
  id: number;
  number: number;
  title: string;
  summary: string;
  status: ProposalStatus;
  closedAs: keyof typeof closedLabels | null;
  visibility: "public" | "executive";
  updatedAt: Date;
  author: string;
  sig: string | null;
  asks: number;
  openQuestions: number;
  meeting: string | null;
}

export interface ProposalFilter {
  status?: ProposalStatus;
  q?: string;
  mine?: boolean;
  authorId?: number;
}

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
}

const pageSize = 25;

/** Newest first by change, 25 a page, by keyset: the last page costs what the first does. */
export async function listProposals(
  actor: Actor,
  filter: ProposalFilter,
  cursor?: string,
): Promise<Page<ProposalLine>> {
  const own = personIdOf(actor);
  const after = readCursor(cursor);
  const conditions = [
    visibleSql(actor),
    ...(filter.status ? [Prisma.sql`p."status" = ${filter.status}::"ProposalStatus"`] : []),
    ...(filter.q ? [Prisma.sql`p."search" @@ websearch_to_tsquery('english', ${filter.q})`] : []),
    ...(filter.mine && own !== null ? [Prisma.sql`p."authorId" = ${own}`] : []),
    ...(filter.authorId ? [Prisma.sql`p."authorId" = ${filter.authorId}`] : []),
    ...(after ? [Prisma.sql`(p."updatedAt", p."id") < (${after.at}, ${after.id})`] : []),
  ];
  const items = await readRows<ProposalLine>(Prisma.sql`
    SELECT p."id", p."number", p."title", left(p."summary", 240) AS "summary", p."status", p."closedAs", p."visibility", p."updatedAt",
      a."name" AS "author", s."name" AS "sig",
      (SELECT count(*)::int FROM "Ask" k WHERE k."proposalId" = p."id") AS "asks",
      (SELECT count(*)::int FROM "Question" q WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered') AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id")) AS "openQuestions",
      (SELECT m."date" FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId"
        WHERE i."proposalId" = p."id" AND i."status" IN ('planned', 'open') LIMIT 1) AS "meeting"
    FROM "Proposal" p JOIN "Person" a ON a."id" = p."authorId" LEFT JOIN "Body" s ON s."id" = p."sigId"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY p."updatedAt" DESC, p."id" DESC LIMIT ${pageSize + 1}`);
  const shown = items.slice(0, pageSize);
  const last = shown.at(-1);
  return items.length > pageSize && last ? { items: shown, nextCursor: writeCursor(last) } : { items: shown };
}

function writeCursor(line: { updatedAt: Date; id: number }): string {
  return Buffer.from(`${line.updatedAt.toISOString()} ${line.id}`).toString("base64url");
}

/** A cursor that makes no sense is the first page, not an error: somebody cut the address short. */
function readCursor(cursor: string | undefined): { at: Date; id: number } | undefined {
  const [, at, id] = /^(\S+) (\d{1,10})$/.exec(Buffer.from(cursor ?? "", "base64url").toString()) ?? [];
  const instant = new Date(at ?? "");
  return id && !Number.isNaN(instant.getTime()) ? { at: instant, id: Number(id) } : undefined;
}
