import { type Result, refuse } from "../result";
import { db } from "./client";
import type { Prisma } from "./generated/client";
import { refusalOfDatabase } from "./refusals";
import { submission } from "./submission";

export type Tx = Prisma.TransactionClient;

/** Carries a refusal out of a transaction, so that what was written before it is rolled back. */
class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super("rolled back");
  }
}

/**
 * One command, one transaction: all of it is saved, or, on a refusal or a bug, nothing (promises 4 and 5).
 * What the database itself refuses comes back as a refusal too, where the rule is known.
 * Inside `onlyOnce` the submission's key is saved with it, so that a form sent twice has one effect.
 */
export async function transact<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db.$transaction(
      async (tx) => {
        const result = (await isRepeated(tx)) ? refuse("repeated", "This was sent before.") : await work(tx);
        if (!result.ok) throw new RolledBack(result);
        await keepOutcome(tx, result.value);
        return result;
      },
      { maxWait: 5_000, timeout: 15_000 },
    );
  } catch (failure) {
    if (failure instanceof RolledBack) return failure.result;
    const refusal = refusalOfDatabase(failure);
    if (refusal) return { ok: false, refusal };
    throw failure;
  }
}

/** Waits for a twin that is under way, by the key's unique index; true where the twin was saved. */
async function isRepeated(tx: Tx): Promise<boolean> {
  const current = submission.getStore();
  if (!current) return false;
  const inserted = await tx.$executeRaw`
    INSERT INTO "Submission" ("key", "personId", "outcome", "fingerprint")
    VALUES (${current.key}, ${current.personId}, 'null', ${current.fingerprint ?? null})
    ON CONFLICT DO NOTHING`;
  return inserted === 0;
}

async function keepOutcome(tx: Tx, outcome: unknown): Promise<void> {
  const current = submission.getStore();
  if (!current) return;
  await tx.$executeRaw`UPDATE "Submission" SET "outcome" = ${JSON.stringify(outcome ?? null)}::jsonb WHERE "key" = ${current.key}`;
}
