import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type Claimed, giveToPerson } from "../give-to-person";
import { type HeldPlaceholder, holdClaim, holdPlaceholder, isKnownToAll } from "../held-claim";
import { factsOf, makeMove } from "../move-claim";
import { mayConfirmClaims } from "../policy";
import type { claimInput } from "../schema";

/** Says for somebody that a placeholder is them, and confirms it in the same move; a claim of theirs that waits is used. */
export async function claimPlaceholder(
  actor: Actor,
  input: z.output<typeof claimInput>,
): Promise<Result<Claimed>> {
  const allowed = mayConfirmClaims(actor);
  if (!allowed.ok) return allowed;
  return transact(async (tx) => {
    const placeholder = await holdPlaceholder(tx, actor, input.placeholder);
    if (!placeholder.ok) return placeholder;
    const person = await tx.person.findUnique({
      where: { handle: input.person },
      select: { id: true, handle: true, name: true, disabledAt: true, isPlaceholder: true },
    });
    if (!person || person.disabledAt) return notFound("person");
    if (person.isPlaceholder) {
      return refuse(
        "refused",
        `${input.person} is a placeholder too: only somebody who has come can claim one.`,
      );
    }
    if (placeholder.value.disabledAt) {
      return refuse(
        "conflict",
        `The placeholder ${input.placeholder} was claimed before. Nothing was changed.`,
      );
    }
    const { id, version } = await claimFor(tx, actor, { placeholder: placeholder.value, person });
    const claim = await holdClaim(tx, actor, id);
    if (!claim.ok) return claim;
    return makeMove(tx, actor, { claim: claim.value, version, move: "confirm" }, (_tx, held) =>
      giveToPerson(tx, actor, held),
    );
  });
}

interface Both {
  placeholder: HeldPlaceholder;
  person: { id: number; handle: string; name: string };
}

async function claimFor(tx: Tx, actor: Actor, both: Both): Promise<{ id: number; version: number }> {
  const { placeholder, person } = both;
  const select = { id: true, version: true } as const;
  const pair = { placeholderId: placeholder.id, personId: person.id };
  const waiting = await tx.placeholderClaim.findFirst({ where: { ...pair, status: "asked" }, select });
  if (waiting) return waiting;
  const hidden = !(await isKnownToAll(tx, placeholder.id));
  const made = await tx.placeholderClaim.create({ data: { ...pair, hidden, askedAt: now() }, select });
  await record(tx, actor, {
    type: "claim.asked",
    subject: "claim",
    subjectId: made.id,
    executive: hidden,
    data: { ...factsOf(both), isForThem: true },
  });
  return made;
}
