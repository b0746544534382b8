import { now } from "../clock";
import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { type Actor, personIdOf } from "../workflow/actor";
import { type AuditKind, type EntryType, entryTypes } from "./kinds";
import { currentOrigin, hashOfOrigin } from "./origin";

/** Who did it: a person by id, a part of the system by name, or nobody who is known. */
export interface By {
  personId: number | null;
  part?: string | null;
}

export function byActor(actor: Actor): By {
  return { personId: personIdOf(actor), part: actor.kind === "system" ? actor.name : null };
}

interface About {
  subject: string;
  subjectId?: number;
  /** Whom it concerns; left out of the row where they did it themselves. */
  aboutId?: number | null;
}

export interface NewEntry extends About {
  type: EntryType;
  /** Facts, never what somebody typed into a form that was refused. */
  data?: Prisma.InputJsonObject;
}

/** Writes an entry of the audit, with where it was done from, in the caller's transaction. */
export async function note(tx: Tx, by: By, { type, data = {}, ...about }: NewEntry): Promise<void> {
  await write(tx, by, { ...about, type, kind: entryTypes[type], data });
}

/** The entry that points at an event. */
export async function noteEvent(
  tx: Tx,
  by: By,
  event: About & { type: string; kind: AuditKind; eventId: bigint; at: Date },
): Promise<void> {
  await write(tx, by, { ...event, data: {} });
}

interface Row extends About {
  type: string;
  kind: AuditKind;
  data: Prisma.InputJsonObject;
  eventId?: bigint;
  at?: Date;
}

async function write(tx: Tx, { personId, part = null }: By, row: Row): Promise<void> {
  const { aboutId, at = now(), ...rest } = row;
  const origin = currentOrigin();
  const isOther = aboutId != null && aboutId !== personId;
  const { id } = await tx.auditEntry.create({
    data: {
      ...rest,
      ...{ at, personId, byPart: part },
      ...(isOther && { aboutId }),
      ...(origin && { origin: hashOfOrigin(origin) }),
    },
    select: { id: true },
  });
  if (origin) await tx.auditOrigin.create({ data: { ...origin, entryId: id, at: now() } });
}
