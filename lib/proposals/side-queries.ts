import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { type Debt, debtsJson } from "../discussion/debt-queries";
import type { Stance } from "../discussion/watching";
import { watchJson } from "../discussion/watching-queries";
import { type MaterialShown, materialsJson, type Preread, prereadJson } from "../materials/queries";
import type { Actor } from "../workflow/actor";
import { type EndorsementSide, endorsementsJson } from "./endorsement-queries";
import type { ProposalHead } from "./queries";
import { type RelationSide, relationsJson } from "./relation-queries";

/** What stands beside a proposal's text. Each part is one expression of its own room, over the row `p`. */
export interface ProposalSide {
  id: number;
  materials: MaterialShown[];
  preread: Preread;
  endorsements: EndorsementSide[];
  relations: RelationSide[];
  debts: Debt[];
  /** Null for who has not signed in. */
  watch: Stance | null;
}

/** One query for all that stands at the side of a proposal which the caller has found by `findProposalHead`. */
export async function findProposalSide(actor: Actor, head: Pick<ProposalHead, "id">): Promise<ProposalSide> {
  const [row] = await readRows<ProposalSide>(Prisma.sql`
    SELECT p."id"
      , ${materialsJson} AS "materials", ${prereadJson} AS "preread"
      , ${endorsementsJson} AS "endorsements", ${relationsJson(actor)} AS "relations"
      , ${debtsJson} AS "debts", ${watchJson(actor)} AS "watch"
    FROM "Proposal" p WHERE p."id" = ${head.id}`);
  if (!row) throw new Error(`proposal ${head.id} went away while its page was read`);
  return row;
}
