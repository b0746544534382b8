import type { Tx } from "../db/transaction";
import type { Content, Section } from "./content";

/** What an ask says and whom it names: what a revision keeps of it. */
export const storedAskColumns = {
  number: true,
  kind: true,
  text: true,
  rationale: true,
  acceptanceTest: true,
  size: true,
  ownerPersonId: true,
  ownerBodyId: true,
  ownerRole: true,
} as const;

/** What a proposal says now, as it stands in the database. */
export async function storedContent(tx: Tx, proposalId: number): Promise<Content> {
  const row = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: {
      title: true,
      summary: true,
      sections: true,
      sigId: true,
      visibility: true,
      asks: {
        orderBy: { number: "asc" },
        select: storedAskColumns,
      },
    },
  });
  return {
    ...row,
    sections: row.sections as unknown as Section[], // written only by content.ts and by the import, in this shape
  };
}
