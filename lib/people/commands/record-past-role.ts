import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { isoDate } from "../../calendar-date";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdPersonIn, say } from "../held-person";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { pastRoleInput } from "../people-schema";

/**
 * Writes down a role that somebody held before the portal knew of it, so that a body's past can be told. What was
 * counted then stays: ballots and meetings keep the seats that they froze.
 */
export async function recordPastRole(
  actor: Actor,
  input: z.output<typeof pastRoleInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor))
    return refuseAdministration(actor, "write down a role of the past", onlyAdministrators);
  if (input.until > isoDate(now())) return badUntil("It has to be over: give a day that has passed.");
  return transact(async (tx) => {
    const held = await holdPersonIn(tx, input);
    if (!held.ok) return held;
    const { person, body } = held.value;
    const { role, since, until } = input;
    const span = { since: startOf(since), until: startOf(until) };
    const grant = { personId: person.id, bodyId: body.id, role };
    if (await overlaps(tx, grant, span))
      return badUntil(`${person.name} held this role in that time already; look at their page.`);
    await tx.roleGrant.create({ data: { ...grant, ...span } });
    await say(tx, actor, "person.past_role_recorded", { person, role, body }, { since, until });
    return done({ person: person.handle });
  });
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The lock on the person lets one of two through. */
async function overlaps(
  tx: Tx,
  grant: { personId: number; bodyId: number; role: z.output<typeof pastRoleInput>["role"] },
  { since, until }: { since: Date; until: Date },
): Promise<boolean> {
  const where = { ...grant, since: { lt: until }, OR: [{ until: null }, { until: { gt: since } }] };
  return (await tx.roleGrant.count({ where })) > 0;
}

function badUntil(message: string) {
  return refuse("invalid", message, [{ path: "until", message }]);
}
