import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { ExternalIssue } from "../trackers/issue-address";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import type { Content } from "./content";

export type Person = Extract<Actor, { kind: "person" }>;

interface Place {
  proposal: { id: number; visibility: "public" | "executive" } | null;
  issue: ExternalIssue | null;
}

/** Writes a new draft ticket with its event. */
export async function addTicket(
  tx: Tx,
  actor: Person,
  { columns, capabilityIds, notes }: Content,
  { proposal, issue }: Place,
): Promise<{ id: number; number: number }> {
  const ticket = await tx.ticket.create({
    data: {
      ...columns,
      details: columns.details ?? undefined,
      proposalId: proposal?.id ?? null,
      requesterId: actor.personId,
      externalUrl: issue?.url ?? null,
      externalShort: issue?.short ?? null,
      capabilities: { create: capabilityIds.map((capabilityId) => ({ capabilityId })) },
      createdAt: now(),
      updatedAt: now(),
    },
    select: { id: true, number: true },
  });
  await record(tx, actor, {
    type: "ticket.created",
    subject: "ticket",
    subjectId: ticket.id,
    ticketId: ticket.id,
    proposalId: proposal?.id ?? null,
    executive: proposal?.visibility === "executive",
    data: {
      number: ticket.number,
      title: columns.title,
      destination: columns.destination,
      ...(notes.length > 0 && { notes }),
      ...(issue && { issue: issue.url }),
    },
  });
  return ticket;
}
