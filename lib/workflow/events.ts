import { kindOfEvent } from "../audit/kinds";
import { byActor, noteEvent } from "../audit/note";
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
  const { executive, data, at: given, onBehalfOf, ...facts } = event;
  const at = given ?? now();
  const written = await tx.event.create({
    data: {
      ...facts,
      at,
      actorId: personIdOf(actor),
      onBehalfOf: onBehalfOf ?? (actor.kind === "system" ? actor.name : null),
      visibility: executive ? "executive" : "public",
      data: data ?? {},
    },
    select: { id: true },
  });
  const kind = kindOfEvent(event.type);
  if (kind) await noteEvent(tx, byActor(actor), { ...audited(event), kind, eventId: written.id, at });
  await enqueue(tx, "tell", { eventId: String(written.id) });
  return written.id;
}

function audited({ type, subject, subjectId }: NewEvent) {
  return { type, subject, subjectId, aboutId: subject === "person" ? subjectId : null };
}

/** Something that happened elsewhere, at its own time, by somebody who is only known from there. */
export interface PastEvent extends NewEvent {
  at: Date;
  /** What it is known by where it happened; reading it again finds it by this. */
  sourceKey: string;
  actorId: number | null;
}

const eventsAtOnce = 1000;

/** Writes the past in batches, in the order given; it goes into the history and is told to nobody. */
export async function recordPast(tx: Tx, actor: Actor, events: readonly PastEvent[]): Promise<void> {
  const recorder = actor.kind === "system" ? actor.name : null;
  const rows = events.map(({ executive, data, ...facts }) => ({
    ...facts,
    onBehalfOf: facts.onBehalfOf ?? (facts.actorId === null ? recorder : null),
    visibility: executive ? ("executive" as const) : ("public" as const),
    data: data ?? {},
  }));
  for (let start = 0; start < rows.length; start += eventsAtOnce) {
    await tx.event.createMany({ data: rows.slice(start, start + eventsAtOnce) });
  }
}
