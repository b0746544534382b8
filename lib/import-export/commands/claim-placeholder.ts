import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdsExecutive, moveAttributions } from "../move-attributions";
import { mayConfirmClaims } from "../policy";
import type { claimInput } from "../schema";

export interface Claimed {
  proposals: number;
  comments: number;
  questions: number;
  identities: string[];
}

/**
 * Confirms that a placeholder of an import is this person: its outside names and all that stands under them become
 * theirs in one move, and the event lists what moved. Later imports then name the person. The placeholder stays,
 * ended, because the record of the past keeps the name that was known then.
 */
export async function claimPlaceholder(
  actor: Actor,
  input: z.output<typeof claimInput>,
): Promise<Result<Claimed>> {
  const allowed = mayConfirmClaims(actor);
  if (!allowed.ok) return allowed;
  return transact(async (tx) => {
    const found = await findBoth(tx, input);
    if (!found.ok) return found;
    const { placeholder, person } = found.value;
    const identities = await tx.externalIdentity.updateManyAndReturn({
      where: { personId: placeholder.id },
      data: { personId: person.id },
      select: { tracker: true, username: true },
    });
    const moved = await moveAttributions(tx, { from: placeholder.id, to: person.id });
    const { count } = await tx.person.updateMany({
      where: { id: placeholder.id, version: placeholder.version, disabledAt: null },
      data: { disabledAt: now(), version: { increment: 1 } },
    });
    if (count === 0) return alreadyClaimed(input.placeholder);
    await record(tx, actor, {
      type: "person.claimed",
      subject: "person",
      subjectId: person.id,
      executive: await holdsExecutive(tx, moved),
      data: {
        placeholder: input.placeholder,
        placeholderId: placeholder.id,
        identities,
        moved: { ...moved },
      },
    });
    return done({
      proposals: moved.proposals.length,
      comments: moved.comments.length,
      questions: moved.asked.length + moved.owed.length,
      identities: identities.map(({ tracker, username }) => `${username} (${tracker})`),
    });
  });
}

async function findBoth(tx: Tx, input: z.output<typeof claimInput>) {
  const select = { id: true, isPlaceholder: true, disabledAt: true, version: true } as const;
  const placeholder = await tx.person.findUnique({ where: { handle: input.placeholder }, select });
  const person = await tx.person.findUnique({ where: { handle: input.person }, select });
  if (!placeholder?.isPlaceholder) return notFound("placeholder");
  if (placeholder.disabledAt) return alreadyClaimed(input.placeholder);
  if (!person || person.disabledAt) return notFound("person");
  if (person.isPlaceholder) {
    return refuse(
      "refused",
      `${input.person} is a placeholder too: only somebody who has come can claim one.`,
    );
  }
  return done({ placeholder, person });
}

function alreadyClaimed(handle: string) {
  return refuse("conflict", `The placeholder ${handle} was claimed before. Nothing was changed.`);
}
