import { now } from "../clock";
import type { Prisma } from "../db/generated/client";
import { type Tx, transact } from "../db/transaction";
import { done, type Result } from "../result";
import { type Actor, personIdOf } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { type ClaimMove, claimMachine } from "./claim-machine";
import { type HeldClaim, holdClaim } from "./held-claim";

/** What a move of a claim writes beside its status. */
export interface ClaimWriting {
  reason?: string;
  executive?: boolean;
  data?: Prisma.InputJsonObject;
}

interface Target {
  claim: number;
  /** The one that the person saw. */
  version: number;
}

/** Makes one move of a claim; `work` does what the move stands for, in the same transaction. */
export async function moveClaim<Out>(
  actor: Actor,
  target: Target,
  move: ClaimMove,
  work: (tx: Tx, claim: HeldClaim) => Promise<{ writing: ClaimWriting; outcome: Out }>,
): Promise<Result<Out>> {
  return transact(async (tx) => {
    const held = await holdClaim(tx, actor, target.claim);
    if (!held.ok) return held;
    return makeMove(tx, actor, { claim: held.value, version: target.version, move }, work);
  });
}

/** The same for a claim that is held already. */
export async function makeMove<Out>(
  tx: Tx,
  actor: Actor,
  { claim, version, move }: { claim: HeldClaim; version: number; move: ClaimMove },
  work: (tx: Tx, claim: HeldClaim) => Promise<{ writing: ClaimWriting; outcome: Out }>,
): Promise<Result<Out>> {
  const step = decide(claimMachine, move, actor, claim.facts);
  if (!step.ok) return step;
  const { writing, outcome } = await work(tx, claim);
  const { reason, data, executive = false } = writing;
  const written = await applyStep(
    tx,
    step.value,
    { id: claim.id, version },
    {
      set: { decidedAt: now(), decidedById: personIdOf(actor), answer: reason ?? "" },
      ...(reason && { reason }),
      executive: executive || claim.hidden,
      data: { ...factsOf(claim), ...data },
    },
  );
  return written.ok ? done(outcome) : written;
}

/** Who it is about, for the history and for notices. */
export function factsOf({ placeholder, person }: Pick<HeldClaim, "placeholder" | "person">) {
  return {
    placeholder: placeholder.handle,
    placeholderId: placeholder.id,
    personId: person.id,
    person: person.name,
    handle: person.handle,
  };
}
