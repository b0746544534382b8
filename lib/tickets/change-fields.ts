import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { OwnerIds } from "../people/queries";
import { done, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import { changedBefore } from "./changed-before";
import type { HeldTicket } from "./facts";
import type { Priority, Size } from "./policy";

/** What changes of a ticket beside its status; what is absent stays. */
export interface FieldChanges {
  title?: string | undefined;
  owner?: OwnerIds | undefined;
  dueOn?: string | null | undefined;
  priority?: Priority | undefined;
  size?: Size | null | undefined;
  labels?: readonly string[] | undefined;
}

/** Writes the changes and says in the event which they were; where nothing differs, nothing is written. */
export async function changeFields(
  tx: Tx,
  actor: Actor,
  ticket: HeldTicket,
  { version, ...changes }: FieldChanges & { version: number },
): Promise<Result<{ number: number; changed: string[] }>> {
  const { number } = ticket;
  const before = await tx.ticket.findUniqueOrThrow({ where: { id: ticket.id }, select: fieldSelect });
  const { owner, ...rest } = changes;
  const wanted = { ...rest, ...owner };
  const after = {
    ...before,
    ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
  };
  const changed = whatChanged(before, after);
  if (version !== before.version) return changedBefore;
  if (changed.length === 0) return done({ number, changed });
  const { version: _, ...columns } = after;
  const { count } = await tx.ticket.updateMany({
    where: { id: ticket.id, version },
    data: { ...columns, updatedAt: now(), version: { increment: 1 } },
  });
  if (count === 0) return changedBefore;
  await record(tx, actor, {
    type: "ticket.updated",
    subject: "ticket",
    subjectId: ticket.id,
    ticketId: ticket.id,
    proposalId: ticket.proposalId,
    executive: ticket.executive,
    data: { changed, ...factsOf(before, after) },
  });
  return done({ number, changed });
}

const fieldSelect = {
  title: true,
  dueOn: true,
  ownerPersonId: true,
  ownerBodyId: true,
  priority: true,
  size: true,
  labels: true,
  version: true,
} as const;

interface Fields {
  title: string;
  dueOn: string | null;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  priority: Priority;
  size: Size | null;
  labels: string[];
}

function whatChanged(before: Fields, after: Fields): string[] {
  const isSameOwner =
    before.ownerPersonId === after.ownerPersonId && before.ownerBodyId === after.ownerBodyId;
  return [
    ...(before.title === after.title ? [] : ["the title"]),
    ...(isSameOwner ? [] : ["the owner"]),
    ...(before.dueOn === after.dueOn ? [] : ["the date"]),
    ...(before.priority === after.priority ? [] : ["the priority"]),
    ...(before.size === after.size ? [] : ["the size"]),
    ...(before.labels.join() === after.labels.join() ? [] : ["the labels"]),
  ];
}

/** What it was and what it is, for each field that differs. */
function factsOf(before: Fields, after: Fields) {
  return {
    ...(before.title !== after.title && { from: before.title }),
    ...(before.dueOn !== after.dueOn && { dueFrom: before.dueOn, dueTo: after.dueOn }),
    ...(before.priority !== after.priority && { priorityFrom: before.priority, priorityTo: after.priority }),
    ...(before.size !== after.size && { sizeFrom: before.size, sizeTo: after.size }),
    ...(before.labels.join() !== after.labels.join() && {
      labelsAdded: after.labels.filter((label) => !before.labels.includes(label)),
      labelsRemoved: before.labels.filter((label) => !after.labels.includes(label)),
    }),
  };
}
