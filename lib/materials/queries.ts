import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { itemVisibleSql } from "../meetings/visibility";
import { visibleSql } from "../proposals/visibility";
import { type Actor, isDirector, isOfficer, personIdOf } from "../workflow/actor";
import type { Mark, Reader } from "./preread";
import type { MaterialKind } from "./schema";
import { isAttachmentId, readFromFolder } from "./storage";

/** A material as pages show it. A removed one keeps its line; its address is gone from it. */
export interface MaterialShown {
  number: number;
  kind: MaterialKind;
  title: string;
  url: string | null;
  file: { id: string; name: string; mediaType: string; size: number } | null;
  revision: number;
  changedAt: string | null;
  changedNote: string;
  /** When it was last said to have changed, also where it was pinned again since. */
  lastChangeAt: string | null;
  removedAt: string | null;
  removedReason: string;
  version: number;
  createdAt: string;
  addedById: number;
  addedBy: { handle: string; name: string };
  marks: Mark[];
}

/** Who is to read a proposal, and who has read its text. */
export interface Preread {
  directors: Reader[];
  marks: Mark[];
}

const markJson = Prisma.sql`coalesce(json_agg(json_build_object('personId', mw."id", 'name', mw."name",
  'revision', mk."revision", 'markedAt', mk."markedAt") ORDER BY mk."markedAt", mk."id"), '[]')`;

/** The materials of the row "Proposal" p, also the removed ones, by number: for any query that has such a row. */
export const materialsJson = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'number', mt."number", 'kind', mt."kind", 'title', mt."title", 'revision', mt."revision",
    'url', CASE WHEN mt."removedAt" IS NULL THEN mt."url" END,
    'file', CASE WHEN mf."id" IS NOT NULL AND mt."removedAt" IS NULL THEN json_build_object('id', mf."id",
      'name', mf."name", 'mediaType', mf."mediaType", 'size', mf."size") END,
    'changedAt', mt."changedAt", 'changedNote', mt."changedNote",
    'lastChangeAt', (SELECT max(me."at") FROM "Event" me
      WHERE me."subject" = 'material' AND me."subjectId" = mt."id" AND me."type" = 'material.changed'),
    'removedAt', mt."removedAt", 'removedReason', mt."removedReason", 'version', mt."version",
    'createdAt', mt."createdAt", 'addedById', mt."addedById",
    'addedBy', json_build_object('handle', ma."handle", 'name', ma."name"),
    'marks', (SELECT ${markJson} FROM "PrereadMark" mk JOIN "Person" mw ON mw."id" = mk."personId"
      WHERE mk."materialId" = mt."id")) ORDER BY mt."number"), '[]')
  FROM "Material" mt JOIN "Person" ma ON ma."id" = mt."addedById" LEFT JOIN "Attachment" mf ON mf."id" = mt."attachmentId"
  WHERE mt."proposalId" = p."id")`;

/** What there is to look at of the row "Proposal" p, by number, without those that were removed: for a list of many. */
export const agendaMaterialsJson = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'number', mt."number", 'kind', mt."kind", 'title', mt."title", 'revision', mt."revision", 'url', mt."url",
    'changedAt', mt."changedAt", 'file', CASE WHEN mf."id" IS NOT NULL THEN json_build_object('id', mf."id",
      'name', mf."name", 'mediaType', mf."mediaType", 'size', mf."size") END) ORDER BY mt."number"), '[]')
  FROM "Material" mt LEFT JOIN "Attachment" mf ON mf."id" = mt."attachmentId"
  WHERE mt."proposalId" = p."id" AND mt."removedAt" IS NULL)`;

/** Who is to read the row "Proposal" p, and who has. */
export const prereadJson = Prisma.sql`json_build_object(
  'directors', (SELECT coalesce(json_agg(json_build_object('id', dw."id", 'name', dw."name") ORDER BY dw."name", dw."id"), '[]')
    FROM "Person" dw WHERE dw."id" IN (SELECT dg."personId" FROM "RoleGrant" dg
      WHERE dg."until" IS NULL AND dg."role" IN ('director', 'chair', 'liaison'))),
  'marks', (SELECT ${markJson} FROM "PrereadMark" mk JOIN "Person" mw ON mw."id" = mk."personId"
    WHERE mk."proposalId" = p."id" AND mk."materialId" IS NULL))`;

/** The materials of a proposal that this actor may see, and who has read what: one query. */
export async function listMaterials(
  actor: Actor,
  proposalId: number,
): Promise<{ materials: MaterialShown[]; preread: Preread }> {
  const [row] = await readRows<{ materials: MaterialShown[]; preread: Preread }>(Prisma.sql`
    SELECT ${materialsJson} AS "materials", ${prereadJson} AS "preread"
    FROM "Proposal" p WHERE p."id" = ${proposalId} AND ${visibleSql(actor)}`);
  return row ?? { materials: [], preread: { directors: [], marks: [] } };
}

const prereadDays = 14;

/** What a director is to read before a meeting of the next two weeks, and has not read as it is now: rows of the home. */
export function prereadsWaitingSql(actor: Actor): Prisma.Sql {
  const own = personIdOf(actor) ?? -1;
  const from = now();
  const to = new Date(from.getTime() + prereadDays * 86_400_000);
  return Prisma.sql`SELECT 'preread', p."number", p."title", m."date", m."startsAt", NULL
    FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId" JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE ${isDirector(actor)} AND i."status" = 'planned' AND m."status" IN ('planned', 'published')
      AND m."startsAt" BETWEEN ${from} AND ${to} AND ${visibleSql(actor)} AND ${itemVisibleSql(actor)}
      AND p."authorId" <> ${own} AND NOT EXISTS (SELECT 1 FROM "PrereadMark" k
        WHERE k."proposalId" = p."id" AND k."materialId" IS NULL AND k."personId" = ${own} AND k."revision" >= p."revision")
    ORDER BY m."startsAt", i."position" LIMIT 20`;
}

/** A file, as whoever may see its proposal gets it; evidence of a region is everybody's. */
export interface AttachmentFound {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  place: "database" | "folder";
}

/** Null where there is no such file, or not for this actor: what was removed is for who keeps the materials. */
export async function findAttachment(actor: Actor, id: string): Promise<AttachmentFound | null> {
  if (!isAttachmentId(id)) return null;
  const own = personIdOf(actor) ?? -1;
  const [row] = await readRows<AttachmentFound>(Prisma.sql`
    SELECT f."id", f."name", f."mediaType", f."size", f."sha256", f."place"
    FROM "Attachment" f LEFT JOIN "Proposal" p ON p."id" = f."proposalId"
    WHERE f."id" = ${id} AND (f."regionId" IS NOT NULL OR ${visibleSql(actor)} AND (${isOfficer(actor)} OR p."authorId" = ${own} OR f."uploaderId" = ${own}
      OR EXISTS (SELECT 1 FROM "CoAuthor" k WHERE k."proposalId" = p."id" AND k."personId" = ${own})
      OR EXISTS (SELECT 1 FROM "Material" m WHERE m."attachmentId" = f."id" AND m."removedAt" IS NULL)))`);
  return row ?? null;
}

/** The bytes of a file that `findAttachment` gave, or of a part of it. */
export async function readAttachment(
  { id, place }: Pick<AttachmentFound, "id" | "place">,
  part: { start: number; length: number },
): Promise<Uint8Array> {
  if (place === "folder") return readFromFolder(id, part);
  const [row] = await readRows<{ bytes: Buffer }>(Prisma.sql`
    SELECT substring(c."bytes" FROM ${part.start + 1} FOR ${part.length}) AS "bytes"
    FROM "AttachmentContent" c WHERE c."attachmentId" = ${id}`);
  if (!row) throw new Error(`attachment ${id} has no content in the database`);
  return row.bytes;
}

/** Those of the ids that no attachment has: files whose row was never written. */
export async function listUnknownAttachments(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await readRows<{ id: string }>(Prisma.sql`
    SELECT w."id" FROM unnest(${[...ids]}::text[]) AS w("id")
    WHERE NOT EXISTS (SELECT 1 FROM "Attachment" f WHERE f."id" = w."id")`);
  return rows.map(({ id }) => id);
}
