import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdPersonIn, say } from "../held-person";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { setTermInput } from "../people-schema";

/**
 * Says until when somebody is to hold a role, or that no end is planned. The role goes on after that day: a body decides
 * who follows, and until it has, nobody loses their vote by the calendar (docs/adr/050-a-term-is-a-plan.md).
 */
export async function setTerm(
  actor: Actor,
  input: z.output<typeof setTermInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor)) return refuseAdministration(actor, "set somebody’s term", onlyAdministrators);
  return transact(async (tx) => {
    const held = await holdPersonIn(tx, input);
    if (!held.ok) return held;
    const { person, body } = held.value;
    const { role, termEnds } = input;
    const where = { personId: person.id, bodyId: body.id, role, until: null };
    const { count } = await tx.roleGrant.updateMany({ where, data: { termEnds: termEnds || null } });
    if (count === 0) return refuse("conflict", `${person.name} does not hold this role.`);
    const holding = { person, role, body, ...(termEnds && { termEnds }) };
    await say(tx, actor, "person.term_set", holding);
    return done({ person: person.handle });
  });
}
