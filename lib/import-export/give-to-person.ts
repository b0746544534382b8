import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { countVisible } from "./attribution-queries";
import type { HeldClaim } from "./held-claim";
import { holdsExecutive, moveAttributions } from "./move-attributions";
import { type ClaimWriting, makeMove } from "./move-claim";

export interface Claimed {
  placeholder: string;
  person: string;
  /** Of what moved, as much as who confirmed may see. */
  proposals: number;
  comments: number;
  questions: number;
  identities: string[];
}

/**
 * Gives the person what stands under a placeholder's name: its outside names, so that later imports name the person, and
 * all that can change hands. The placeholder ends, and stays: the record of the past keeps the name that was known then.
 * Whoever else says that it is them is told that it is not.
 */
export async function giveToPerson(
  tx: Tx,
  actor: Actor,
  claim: HeldClaim,
): Promise<{ writing: ClaimWriting; outcome: Claimed }> {
  const { placeholder, person } = claim;
  const identities = await tx.externalIdentity.updateManyAndReturn({
    where: { personId: placeholder.id },
    data: { personId: person.id },
    select: { tracker: true, username: true },
  });
  const upTo = await lastRows(tx);
  const moved = await moveAttributions(tx, { from: placeholder.id, to: person.id });
  const ended = { disabledAt: now(), version: { increment: 1 } };
  await tx.person.update({ where: { id: placeholder.id }, data: ended });
  await declineOthers(tx, actor, claim);
  const counts = await countVisible(tx, actor, moved);
  return {
    writing: {
      executive: await holdsExecutive(tx, moved),
      data: { identities, moved: { ...moved }, upTo },
    },
    outcome: {
      placeholder: placeholder.handle,
      person: person.handle,
      ...{ proposals: counts.proposals, comments: counts.comments, questions: counts.questions },
      identities: identities.map(({ tracker, username }) => `${username} (${tracker})`),
    },
  };
}

/** What there was when it was confirmed: what an import brings later under these names has higher ids. */
async function lastRows(tx: Tx): Promise<{ proposal: number; comment: number }> {
  const { _max: proposal } = await tx.proposal.aggregate({ _max: { id: true } });
  const { _max: comment } = await tx.comment.aggregate({ _max: { id: true } });
  return { proposal: proposal.id ?? 0, comment: comment.id ?? 0 };
}

async function declineOthers(tx: Tx, actor: Actor, claim: HeldClaim): Promise<void> {
  const others = await tx.placeholderClaim.findMany({
    where: { placeholderId: claim.placeholder.id, status: "asked", id: { not: claim.id } },
    select: {
      ...{ id: true, hidden: true, version: true },
      person: { select: { id: true, handle: true, name: true } },
    },
  });
  for (const { version, ...other } of others) {
    const facts = { status: "asked" as const, personId: other.person.id, isTaken: true, isGone: false };
    const held = { ...other, placeholder: claim.placeholder, facts };
    await makeMove(tx, actor, { claim: held, version, move: "decline" }, async () => ({
      writing: { reason: "It was confirmed that this name is somebody else's" },
      outcome: null,
    }));
  }
}
