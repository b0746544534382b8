import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { profileInput } from "../people-schema";

/** Says how somebody wants to be called, and in which zone their clock stands. */
export async function describeOneself(
  actor: Actor,
  input: z.output<typeof profileInput>,
): Promise<Result<{ person: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to change your profile.");
  return transact(async (tx) => {
    const { version, ...columns } = input;
    const { count } = await tx.person.updateMany({
      where: { id: actor.personId, version },
      data: { ...columns, version: { increment: 1 } },
    });
    if (count === 0) {
      return refuse("conflict", "Your profile was changed elsewhere meanwhile. Look again, then decide.");
    }
    await record(tx, actor, {
      type: "person.described",
      subject: "person",
      subjectId: actor.personId,
      data: { personId: actor.personId, person: columns.name },
    });
    return done({ person: actor.handle });
  });
}
