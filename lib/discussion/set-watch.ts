import { now } from "../clock";
import { transact } from "../db/transaction";
import { visibleTo } from "../proposals/visibility";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import type { WatchLevel } from "./watching";

/**
 * Keeps how much somebody wants to hear of a proposal that they may see; null forgets it. It is nobody else's business:
 * no event is recorded, since events are read by all, and a history is no place for who would rather not listen.
 */
export async function setWatch(
  actor: Actor,
  number: number,
  level: WatchLevel | null,
): Promise<Result<{ proposal: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to choose what you are told.");
  const { personId } = actor;
  return transact(async (tx) => {
    const row = await tx.proposal.findFirst({
      where: { number, AND: visibleTo(actor) },
      select: { id: true },
    });
    if (!row) return notFound("proposal");
    const proposalId = row.id;
    if (level === null) {
      await tx.watch.deleteMany({ where: { personId, proposalId } });
    } else {
      await tx.watch.upsert({
        where: { personId_proposalId: { personId, proposalId } },
        create: { personId, proposalId, level, createdAt: now() },
        update: { level },
      });
    }
    return done({ proposal: number });
  });
}
