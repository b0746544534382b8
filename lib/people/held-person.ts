import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { done, notFound, type Result, refuse } from "../result";
import { reassignTicketsOfLeft } from "../tickets/commands/reassign-left";
import type { Actor, Role } from "../workflow/actor";
import { record } from "../workflow/events";
import { countOwedInPublic } from "./owed-queries";

/** A person as a command holds them: locked, so that what changes about them comes one thing after another. */
export interface HeldPerson {
  id: number;
  handle: string;
  name: string;
  disabledAt: Date | null;
}

export async function holdPerson(tx: Tx, handle: string): Promise<HeldPerson | null> {
  const person = await tx.person.findFirst({
    where: { handle: { equals: handle, mode: "insensitive" }, isPlaceholder: false },
    select: { id: true, handle: true, name: true, disabledAt: true },
  });
  if (!person) return null;
  await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${person.id} FOR UPDATE`;
  return person;
}

interface Body {
  id: number;
  handle: string;
  name: string;
}

export async function bodyOf(tx: Tx, handle: string): Promise<Result<Body>> {
  const body = await tx.body.findUnique({
    where: { handle },
    select: { id: true, handle: true, name: true },
  });
  if (body) return done(body);
  const message = `There is no body called ${handle}; give one such as board or infra.`;
  return refuse("invalid", message, [{ path: "body", message }]);
}

/** Whose role in which body a command is about. */
export async function holdPersonIn(
  tx: Tx,
  named: { person: string; body: string },
): Promise<Result<{ person: HeldPerson; body: Body }>> {
  const person = await holdPerson(tx, named.person);
  if (!person) return notFound("person");
  const body = await bodyOf(tx, named.body);
  return body.ok ? done({ person, body: body.value }) : body;
}

/** A role that somebody begins or ends to hold. */
export interface Holding {
  person: Pick<HeldPerson, "id" | "handle" | "name">;
  role: Role;
  body: Body;
  /** The group of the account system that says so. */
  group?: string;
  /** The last day of the term. */
  termEnds?: string;
  reason?: string;
}

/** Gives a role that the person does not hold; the unique index refuses a second time. */
export async function beginRole(tx: Tx, actor: Actor, holding: Holding): Promise<void> {
  const { person, role, body, group, termEnds } = holding;
  const given = { group: group ?? null, termEnds: termEnds ?? null, since: now() };
  await tx.roleGrant.create({ data: { personId: person.id, bodyId: body.id, role, ...given } });
  await say(tx, actor, "person.role_given", holding);
}

/**
 * Ends a role, and gives the open tickets of it to the body (DOMAIN 9, 22); the event says how much more they owe. False
 * where they do not hold it.
 */
export async function finishRole(tx: Tx, actor: Actor, holding: Holding): Promise<boolean> {
  const { person, role, body } = holding;
  const { count } = await tx.roleGrant.updateMany({
    where: { personId: person.id, bodyId: body.id, role, until: null },
    data: { until: now() },
  });
  if (count === 0) return false;
  const tickets = await reassignTicketsOfLeft(tx, actor, person.id);
  const left = { tickets, owes: await countOwedInPublic(tx, person.id) };
  await say(tx, actor, "person.role_ended", holding, left);
  return true;
}

export async function say(
  tx: Tx,
  actor: Actor,
  type: string,
  holding: Holding,
  more: Record<string, number | string> = {},
): Promise<void> {
  const { person, role, body, group, termEnds, reason } = holding;
  await record(tx, actor, {
    type,
    subject: "person",
    subjectId: person.id,
    data: {
      ...{ personId: person.id, person: person.name, handle: person.handle },
      ...{ role, body: body.name, bodyHandle: body.handle, bodyId: body.id, ...more },
      ...(group && { group }),
      ...(termEnds && { termEnds }),
      ...(reason && { reason }),
    },
  });
}
