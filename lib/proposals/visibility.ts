import { Prisma } from "../db/client";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";

/**
 * The one gate through which proposals are read, in the two forms that queries take; `mayRead` in policy.ts says
 * the same of one proposal, and a test holds the three together (docs/adr/005-visibility-in-the-query.md).
 */
export function visibleTo(actor: Actor): Prisma.ProposalWhereInput {
  if (actor.kind === "system") return {};
  const published: Prisma.ProposalWhereInput = {
    status: { not: "draft" },
    ...(!readsExecutive(actor) && { visibility: "public" }),
  };
  const own = personIdOf(actor);
  if (own === null) return published;
  return { OR: [published, writtenBy(own)] };
}

/** The same as SQL, for a row of "Proposal" under the alias p. */
export function visibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const published = readsExecutive(actor)
    ? Prisma.sql`p."status" <> 'draft'`
    : Prisma.sql`(p."status" <> 'draft' AND p."visibility" = 'public')`;
  const own = personIdOf(actor);
  if (own === null) return published;
  return Prisma.sql`(${published} OR ${writtenBySql(own)})`;
}

/** That this person writes the proposal of row p: `writes` in policy.ts, as SQL. */
export function writtenBySql(personId: number): Prisma.Sql {
  // As an array, so that the database looks the co-author's proposals up once, not for each row of a list.
  return Prisma.sql`(p."authorId" = ${personId}
    OR p."id" = ANY(ARRAY(SELECT ka."proposalId" FROM "CoAuthor" ka WHERE ka."personId" = ${personId})))`;
}

/** The same as a condition of a query. */
export function writtenBy(personId: number): Prisma.ProposalWhereInput {
  return { OR: [{ authorId: personId }, { coAuthors: { some: { personId } } }] };
}
