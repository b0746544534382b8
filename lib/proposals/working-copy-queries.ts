import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { type Actor, personIdOf } from "../workflow/actor";
import type { FormValues } from "./form-values";
import { visibleSql } from "./visibility";
import { readBase } from "./working-copy-schema";

/** An unfinished text, as lists show it. */
export interface CopyShown {
  id: string;
  copyVersion: number;
  /** Its title, or how it begins; empty where there is nothing to begin with. */
  title: string;
  savedAt: Date;
  baseVersion: number | null;
}

export interface WorkingCopy extends CopyShown {
  number: number | null;
  values: FormValues;
  /** What the form was filled from. */
  base: FormValues | undefined;
}

const mostShown = 10;

/** One's own unfinished texts for a proposal, or for new ones, the latest first. */
export async function listWorkingCopies(actor: Actor, proposalId: number | null): Promise<CopyShown[]> {
  const personId = personIdOf(actor);
  if (personId === null) return [];
  return readRows<CopyShown>(Prisma.sql`
    SELECT w."id", w."version" AS "copyVersion", w."savedAt", w."baseVersion",
      left(coalesce(nullif(w."values"->>'title', ''), w."values"->>'summary', ''), 200) AS "title"
    FROM "WorkingCopy" w WHERE w."personId" = ${personId} AND w."proposalId" IS NOT DISTINCT FROM ${proposalId}::int
    ORDER BY w."savedAt" DESC, w."id" LIMIT ${mostShown}`);
}

/** One of one's own unfinished texts; null where it is not there, or its proposal is not for this actor any more. */
export async function findWorkingCopy(actor: Actor, id: string): Promise<WorkingCopy | null> {
  const personId = personIdOf(actor);
  if (personId === null) return null;
  const [row] = await readRows<Omit<WorkingCopy, "base" | "title">>(Prisma.sql`
    SELECT w."id", w."version" AS "copyVersion", w."savedAt", w."baseVersion", w."values", p."number"
    FROM "WorkingCopy" w LEFT JOIN "Proposal" p ON p."id" = w."proposalId"
    WHERE w."id" = ${id} AND w."personId" = ${personId} AND (p."id" IS NULL OR ${visibleSql(actor)})`);
  if (!row) return null;
  const { base, ...values } = row.values;
  return { ...row, values, title: values.title ?? "", base: readBase(base) };
}
