import { isoDate } from "../../calendar-date";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { env } from "../../env";
import { done } from "../../result";
import type { Actor, Role } from "../../workflow/actor";
import { say } from "../held-person";

const portal: Actor = { kind: "system", name: "the portal" };
const dayMs = 86_400_000;

interface Ending {
  role: Role;
  termEnds: string;
  personId: number;
  person: string;
  personHandle: string;
  bodyId: number;
  body: string;
  bodyHandle: string;
}

/**
 * Every morning: reminds of the terms that end within TERM_REMINDER_DAYS, once for each end. Run twice, or on two servers
 * at once, it changes nothing more. Says of how many.
 */
export async function remindOfTerms(days = env().TERM_REMINDER_DAYS): Promise<number> {
  if (days === 0) return 0;
  const until = isoDate(new Date(now().getTime() + days * dayMs));
  const reminded = await transact(async (tx) => {
    const endings = await tx.$queryRaw<Ending[]>`
      UPDATE "RoleGrant" g SET "termReminded" = g."termEnds" FROM "Person" w, "Body" b
      WHERE w."id" = g."personId" AND b."id" = g."bodyId" AND g."until" IS NULL AND g."termEnds" <= ${until}
        AND g."termReminded" IS DISTINCT FROM g."termEnds"
      RETURNING g."role"::text AS "role", g."termEnds", w."id" AS "personId", w."name" AS "person", w."handle" AS "personHandle",
        b."id" AS "bodyId", b."name" AS "body", b."handle" AS "bodyHandle"`;
    for (const { role, termEnds, ...of } of endings) {
      const person = { id: of.personId, handle: of.personHandle, name: of.person };
      const body = { id: of.bodyId, handle: of.bodyHandle, name: of.body };
      await say(tx, portal, "person.term_ending", { person, role, body, termEnds });
    }
    return done(endings.length);
  });
  return reminded.ok ? reminded.value : 0;
}
