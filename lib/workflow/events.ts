import { now } from "../clock";
import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { enqueue } from "../outbox/enqueue";
import { type Actor, personIdOf } from "./actor";

/** Where the history of an event is shown. */
export interface EventScope {
  proposalId?: number | null;
  ticketId?: number | null;
  meetingId?: number | null;
  regionId?: number | null;
}

export interface NewEvent extends EventScope {
  /** noun.past, such as `proposal.published`. */
  type: string;
  subject: string;
  subjectId: number;
  executive?: boolean;
  /** Facts: ids, from, to, reason. Sentences are made when shown. */
  data?: Prisma.InputJsonObject;
  onBehalfOf?: string;
  at?: Date;
  sourceKey?: string;
}

/** Writes what happened, and leaves word for the outbox, in the caller's transaction (promise 4). */
export async function record(tx: Tx, actor: Actor, event: NewEvent): Promise<bigint> {
  const { executive, data, at, onBehalfOf, ...facts } = event;
  const written = await tx.event.create({
    data: {
      ...facts,
      at: at ?? now(),
      actorId: personIdOf(actor),
      onBehalfOf: onBehalfOf ?? (actor.kind === "system" ? actor.name : null),
      visibility: executive ? "executive" : "public",
      data: data ?? {},
    },
    select: { id: true },
  });
  await enqueue(tx, "tell", { eventId: String(written.id) });
  return written.id;
}
