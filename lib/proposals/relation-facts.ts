import { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import type { HeldProposal } from "./facts";
import type { RelationKind } from "./relation-text";

/**
 * Relations are added one after another, in the whole portal: a circle or a second "relates to" can come from the other
 * proposal at the same moment, where no index sees it. They are rare, and it takes a few milliseconds.
 */
export async function lockRelations(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('proposal relations'))`;
}

interface Wanted {
  kind: RelationKind;
  fromId: number;
  toId: number;
}

/** Whether the two stand so to each other already; "relates to" counts from both ends. */
export async function isRelated(tx: Tx, { kind, fromId, toId }: Wanted): Promise<boolean> {
  const there = { kind, fromId, toId };
  const back = { kind, fromId: toId, toId: fromId };
  const where = kind === "relates_to" ? { OR: [there, back] } : there;
  return (await tx.proposalRelation.count({ where })) > 0;
}

/**
 * Whether a chain of the same kind leads back from the other proposal: then each would wait for, or stand in for, itself.
 * Proposals that the actor cannot see count as well; the refusal names none of them.
 */
export async function goesInCircle(tx: Tx, { kind, fromId, toId }: Wanted): Promise<boolean> {
  if (kind === "relates_to") return false;
  const rows = await tx.$queryRaw<{ found: boolean }[]>(Prisma.sql`
    WITH RECURSIVE chain("id") AS (
      SELECT ${toId}::int
      UNION
      SELECT r."toId" FROM chain JOIN "ProposalRelation" r ON r."fromId" = chain."id"
        WHERE r."kind" = ${kind}::"RelationKind"
    )
    SELECT EXISTS (SELECT 1 FROM chain WHERE "id" = ${fromId}) AS "found"`);
  return rows[0]?.found === true;
}

/** What the history may say of a relation: its number only where everybody may know of the other proposal. */
export function relationEvent(kind: RelationKind, from: HeldProposal, other: HeldProposal) {
  const isDraft = other.facts.status === "draft";
  const isOpen = other.visibility === "public" && !isDraft;
  return {
    executive: from.visibility === "executive" || other.visibility === "executive",
    data: {
      kind,
      ...(!isDraft && { otherAuthorId: other.facts.authorId }),
      ...(isOpen && { other: other.number }),
    },
  };
}
