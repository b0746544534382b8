import type { Tx } from "../db/transaction";
import type { AskRow, Content, Section } from "./content";

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
        select: {
          number: true,
          kind: true,
          text: true,
          acceptanceTest: true,
          ownerPersonId: true,
          ownerBodyId: true,
        },
      },
    },
  });
  return {
    ...row,
    sections: row.sections as unknown as Section[], // written only by content.ts and by the import, in this shape
    asks: row.asks as AskRow[], // the check ask_one_owner says that at most one of the two is set
  };
}
