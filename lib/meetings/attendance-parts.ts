import type { Tx } from "../db/transaction";
import { listSeatedDirectors } from "../people/queries";

export interface DayOfMeeting {
  id: number;
  openedAt: Date;
}

/** Each person's part in a meeting as roles stood when it was called to order; whoever is not in it is a guest. */
export async function partsOnTheDay(
  tx: Tx,
  { openedAt }: DayOfMeeting,
): Promise<Map<number, "director" | "officer">> {
  const officers = await tx.roleGrant.findMany({
    where: {
      role: { in: ["secretary", "community_architect"] },
      since: { lte: openedAt },
      OR: [{ until: null }, { until: { gt: openedAt } }],
    },
    select: { personId: true },
  });
  const directors = await listSeatedDirectors(tx, openedAt);
  const parts = new Map<number, "director" | "officer">();
  for (const { personId } of officers) parts.set(personId, "officer");
  for (const { id } of directors) parts.set(id, "director");
  return parts;
}
