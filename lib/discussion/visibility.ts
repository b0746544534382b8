import { Prisma } from "../db/client";
import { type Actor, readsExecutive } from "../workflow/actor";

/**
 * The second gate of a comment, behind that of what it is about: one for the board is there only for who reads executive
 * items now, whoever wrote it. `mayReadComment` in comment-policy.ts says the same of one comment; a test holds the
 * forms together (docs/adr/005-visibility-in-the-query.md).
 */
export function commentsVisibleTo(actor: Actor): Prisma.CommentWhereInput {
  return readsExecutive(actor) ? {} : { visibility: "public" };
}

/** The same as SQL, for a row of "Comment" under the alias c, or another. */
export function commentVisibleSql(actor: Actor, alias: Prisma.Sql = Prisma.sql`c`): Prisma.Sql {
  return readsExecutive(actor) ? Prisma.sql`true` : Prisma.sql`${alias}."visibility" = 'public'`;
}
