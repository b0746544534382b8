import { now } from "../clock";
import { type Tx, transact } from "../db/transaction";
import { visibleTo } from "../proposals/visibility";
import { done, notFound, type Result, refuse } from "../result";
import { ticketsVisibleTo } from "../tickets/visibility";
import type { Actor } from "../workflow/actor";
import type { DiscussedNumber } from "./facts";
import type { WatchLevel } from "./watching";

/**
 * Keeps how much somebody wants to hear of a proposal or a ticket that they may see; null forgets it. It is nobody else's
 * business: no event is recorded, since events are read by all, and a history is no place for who would rather not listen.
 */
export async function setWatch(
  actor: Actor,
  on: DiscussedNumber,
  level: WatchLevel | null,
): Promise<Result<DiscussedNumber>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to choose what you are told.");
  const { personId } = actor;
  return transact(async (tx) => {
    if (on.proposal === undefined) return watchTicket(tx, actor, on.ticket ?? 0, level);
    const row = await tx.proposal.findFirst({
      where: { number: on.proposal, AND: visibleTo(actor) },
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
    return done({ proposal: on.proposal });
  });
}

async function watchTicket(
  tx: Tx,
  actor: Extract<Actor, { kind: "person" }>,
  number: number,
  level: WatchLevel | null,
): Promise<Result<DiscussedNumber>> {
  const row = await tx.ticket.findFirst({
    where: { number, AND: ticketsVisibleTo(actor) },
    select: { id: true },
  });
  if (!row) return notFound("ticket");
  const key = { personId: actor.personId, ticketId: row.id };
  if (level === null) {
    await tx.ticketWatch.deleteMany({ where: key });
  } else {
    await tx.ticketWatch.upsert({
      where: { personId_ticketId: key },
      create: { ...key, level, createdAt: now() },
      update: { level },
    });
  }
  return done({ ticket: number });
}
