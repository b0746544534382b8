import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { ProposalStatus } from "../proposals/machine";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, personIdOf } from "../workflow/actor";
import { portalKey } from "./comment-policy";
import { mayEditComment } from "./policy";
import { type ShownReaction, shownReactions } from "./reactions";
import { commentVisibleSql } from "./visibility";

export interface OwnComment {
  id: number;
  markdown: string;
  proposal: number | null;
  ticket: number | null;
}

/** One's own comment, to change it; null where it is somebody else's, or on what one may not see. */
export async function findOwnComment(actor: Actor, id: number): Promise<OwnComment | null> {
  const [row] = await readRows<OwnComment>(Prisma.sql`
    SELECT c."id", c."markdown", CASE WHEN t."id" IS NULL THEN p."number" END AS "proposal", t."number" AS "ticket"
    FROM "Comment" c LEFT JOIN "Ticket" t ON t."id" = c."ticketId"
      LEFT JOIN "Proposal" p ON p."id" = coalesce(c."proposalId", t."proposalId")
    WHERE c."id" = ${id} AND c."authorId" = ${personIdOf(actor) ?? 0}
      AND coalesce(c."sourceKey" NOT LIKE ${`${portalKey}%`}, true) AND (p."id" IS NULL OR ${visibleSql(actor)})
      AND ${commentVisibleSql(actor)}`);
  return row ?? null;
}

interface Named {
  handle: string;
  name: string;
}

/** What a comment said at a time. */
export interface CommentVersion {
  markdown: string;
  at: string;
  by: Named | null;
}

export interface ShownComment {
  id: number;
  html: string;
  author: Named;
  at: string;
  editedAt: string | null;
  revision: number | null;
  /** The proposal's present one. */
  currentRevision: number;
  boardOnly: boolean;
  /** The follow-up that it promises, where somebody marked it so. */
  promise: { number: number; markedBy: string; markedById: number; at: string } | null;
  /** The status of the proposal that it stands on; null on a ticket. */
  proposalStatus: ProposalStatus | null;
  authorId: number;
  /** The oldest first, the present text last; the latest 30. */
  versions: CommentVersion[];
  reactions: ShownReaction[];
  mayEdit: boolean;
}

type Row = Omit<ShownComment, "reactions" | "versions" | "mayEdit"> & {
  byPortal: boolean;
  markdown: string;
  given: { kind: string; handle: string }[];
  imported: unknown;
  edits: { old: string; at: string; by: Named | null }[];
};

/** A comment of a proposal with all that it said before; null where there is none, or not for this actor. */
export async function findComment(
  actor: Actor,
  place: { proposal: number; comment: number },
): Promise<ShownComment | null> {
  return findOn(actor, place.comment, {
    revision: Prisma.sql`p."revision"`,
    status: Prisma.sql`p."status"`,
    from: Prisma.sql`"Proposal" p ON p."id" = c."proposalId"`,
    events: Prisma.sql`e."proposalId" = p."id"`,
    where: Prisma.sql`p."number" = ${place.proposal} AND ${visibleSql(actor)}`,
  });
}

/** The same of a ticket. */
export async function findTicketComment(
  actor: Actor,
  place: { ticket: number; comment: number },
): Promise<ShownComment | null> {
  return findOn(actor, place.comment, {
    revision: Prisma.sql`0`,
    status: Prisma.sql`NULL`,
    from: Prisma.sql`"Ticket" t ON t."id" = c."ticketId"`,
    events: Prisma.sql`e."ticketId" = t."id"`,
    where: Prisma.sql`t."number" = ${place.ticket} AND ${ticketVisibleSql(actor)}`,
  });
}

async function findOn(
  actor: Actor,
  id: number,
  on: Record<"revision" | "status" | "from" | "events" | "where", Prisma.Sql>,
): Promise<ShownComment | null> {
  const [row] = await readRows<{ comment: Row }>(Prisma.sql`
    SELECT json_build_object('id', c."id", 'html', c."html", 'markdown', c."markdown", 'at', c."createdAt", 'editedAt', c."editedAt",
      'authorId', c."authorId", 'proposalStatus', ${on.status},
      'promise', (SELECT json_build_object('number', u."number", 'markedBy', uw."name", 'markedById', u."markedById", 'at', u."createdAt")
        FROM "FollowUp" u JOIN "Person" uw ON uw."id" = u."markedById" WHERE u."commentId" = c."id" AND u."unmarkedAt" IS NULL),
      'author', json_build_object('handle', a."handle", 'name', a."name"),
      'revision', c."revision", 'currentRevision', ${on.revision}, 'boardOnly', c."visibility" = 'executive', 'byPortal', coalesce(c."sourceKey" LIKE ${`${portalKey}%`}, false), 'imported', c."reactions",
      'given', (SELECT coalesce(json_agg(json_build_object('kind', r."kind", 'handle', rw."handle") ORDER BY r."createdAt"), '[]')
        FROM "Reaction" r JOIN "Person" rw ON rw."id" = r."personId" WHERE r."commentId" = c."id"),
      'edits', (SELECT coalesce(json_agg(x.edit ORDER BY x."id"), '[]') FROM (
        SELECT e."id", json_build_object('old', e."data"->>'old', 'at', e."at", 'by',
          CASE WHEN w."id" IS NULL THEN NULL ELSE json_build_object('handle', w."handle", 'name', w."name") END) AS edit
        FROM "Event" e LEFT JOIN "Person" w ON w."id" = e."actorId"
        WHERE ${on.events} AND e."type" = 'comment.edited' AND e."subjectId" = c."id" AND e."data" ? 'old'
        ORDER BY e."id" DESC LIMIT 29) x)) AS "comment"
    FROM "Comment" c JOIN ${on.from} JOIN "Person" a ON a."id" = c."authorId"
    WHERE c."id" = ${id} AND ${on.where} AND ${commentVisibleSql(actor)}`);
  return row ? shownComment(actor, row.comment) : null;
}

function shownComment(actor: Actor, row: Row): ShownComment {
  const { byPortal, markdown, given, imported, edits, ...comment } = row;
  const texts = [...edits.map(({ old }) => old), markdown];
  const versions = texts.map((text, place): CommentVersion => {
    const made = edits[place - 1];
    return made
      ? { markdown: text, at: made.at, by: made.by }
      : { markdown: text, at: comment.at, by: comment.author };
  });
  return {
    ...comment,
    versions,
    reactions: shownReactions(given, imported, actor.kind === "person" ? actor.handle : null),
    mayEdit: mayEditComment(actor, { authorId: comment.authorId, byPortal }),
  };
}
