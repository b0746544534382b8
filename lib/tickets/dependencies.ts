import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { pathBetween } from "./dependency-path";
import { recordOn } from "./ticket-event";
import { ticketsVisibleTo } from "./visibility";

/** Dependencies are added one after the other: each sees all that were there before it. The trigger waits at the same lock. */
export async function lockDependencies(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('TicketDependency'))`;
}

/**
 * The circle that a new dependency would close, in words, from the ticket that would wait back to it; null where it
 * closes none. Tickets that this actor may not see are on the way without a name.
 */
export async function circleOf(
  tx: Tx,
  actor: Actor,
  { blockerId, blockedId }: { blockerId: number; blockedId: number },
): Promise<string | null> {
  const edges = await tx.$queryRaw<{ blocker: number; blocked: number }[]>`
    WITH RECURSIVE after("id") AS (
      SELECT ${blockedId}::int
      UNION
      SELECT d."blockedId" FROM after a JOIN "TicketDependency" d ON d."blockerId" = a."id")
    SELECT d."blockerId" AS "blocker", d."blockedId" AS "blocked"
    FROM "TicketDependency" d JOIN after a ON d."blockerId" = a."id"`;
  const path = pathBetween(edges, blockedId, blockerId);
  if (!path) return null;
  const rows = await tx.ticket.findMany({
    where: { id: { in: path }, AND: ticketsVisibleTo(actor) },
    select: { id: true, number: true },
  });
  const numbers = new Map(rows.map(({ id, number }) => [id, `T-${number}`]));
  return [...path, blockedId].map((id) => numbers.get(id) ?? "a ticket that you may not see").join(" → ");
}

const finished = ["done", "declined", "duplicate"] as const;

/**
 * Tells the tickets that waited for this one alone that nothing blocks them any more. Each is held first: of the last two
 * blockers, finished at once, the second sees the first.
 */
export async function tellUnblocked(
  tx: Tx,
  actor: Actor,
  by: { id: number; number: number; executive: boolean },
  only?: number,
): Promise<void> {
  const waiting = only
    ? [{ blockedId: only }]
    : await tx.ticketDependency.findMany({
        where: { blockerId: by.id },
        orderBy: { blockedId: "asc" },
        select: { blockedId: true },
      });
  for (const { blockedId } of waiting) {
    await tx.$queryRaw`SELECT 1 AS held FROM "Ticket" WHERE "id" = ${blockedId} FOR NO KEY UPDATE`;
    const open = { blocker: { status: { notIn: [...finished] } } };
    const ticket = await tx.ticket.findFirst({
      where: { id: blockedId, status: { notIn: [...finished] }, blockedBy: { none: open } },
      select: { id: true, proposalId: true, proposal: { select: { visibility: true } } },
    });
    if (!ticket) continue;
    await tx.ticket.update({ where: { id: blockedId }, data: { updatedAt: now() }, select: { id: true } });
    const { proposal, ...on } = ticket;
    await recordOn(
      tx,
      actor,
      { ...on, executive: proposal?.visibility === "executive" },
      { type: "ticket.unblocked", data: by.executive ? {} : { by: by.number } },
    );
  }
}
