import { randomUUID } from "node:crypto";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { visibleTo } from "../visibility";
import type { SaveCopyInput } from "../working-copy-schema";

export interface SavedCopy {
  copy: string;
  copyVersion: number;
  savedAt: string;
}

const mostCopies = 50;

/**
 * Keeps what somebody is typing, for them alone. No event: it is nobody's fact yet, and what becomes of it is recorded
 * when the proposal is saved. A copy that another window has saved or thrown away meanwhile is refused.
 */
export async function saveWorkingCopy(actor: Actor, input: SaveCopyInput): Promise<Result<SavedCopy>> {
  const personId = personIdOf(actor);
  if (personId === null) return refuse("signed_out", "You are signed out.");
  return transact(async (tx) => {
    const proposal = await proposalOf(tx, actor, input.number);
    if (proposal === undefined) return notFound("proposal");
    const { copy, copyVersion, version } = input;
    if (copyVersion === 0) {
      const opened = await open(tx, { ...input, personId, proposalId: proposal });
      return opened.ok ? done({ copy, copyVersion: 1, savedAt: now().toISOString() }) : opened;
    }
    // The base comes once: later savings of the same form need not send it again.
    const rows = await tx.$executeRaw`
      UPDATE "WorkingCopy" SET "savedAt" = ${now()}, "version" = "version" + 1,
        "baseVersion" = coalesce(${version ?? null}, "baseVersion"),
        "values" = ${JSON.stringify(input.values)}::jsonb || jsonb_strip_nulls(jsonb_build_object(
          'base', coalesce(${input.base ?? null}, "values"->>'base')))
      WHERE "id" = ${copy} AND "personId" = ${personId} AND "version" = ${copyVersion}
        AND "proposalId" IS NOT DISTINCT FROM ${proposal}`;
    if (rows === 0) return elsewhere();
    return done({ copy, copyVersion: copyVersion + 1, savedAt: now().toISOString() });
  });
}

/** The same; where another window was quicker, this text goes on as a copy of its own, so that both are kept. */
export async function saveSomeWorkingCopy(actor: Actor, input: SaveCopyInput): Promise<Result<SavedCopy>> {
  const saved = await saveWorkingCopy(actor, input);
  if (saved.ok || saved.refusal.code !== "conflict") return saved;
  return saveWorkingCopy(actor, { ...input, copy: randomUUID(), copyVersion: 0 });
}

/** What became the proposal needs no copy any more. Called in the transaction that saves it. */
export async function dropWorkingCopy(tx: Tx, personId: number, copy: string): Promise<void> {
  if (copy) await tx.workingCopy.deleteMany({ where: { id: copy, personId } });
}

/** null: a proposal that is not there yet; undefined: one that this actor does not see. */
async function proposalOf(
  tx: Tx,
  actor: Actor,
  number: number | undefined,
): Promise<number | null | undefined> {
  if (number === undefined) return null;
  const where = { number, AND: visibleTo(actor) };
  return (await tx.proposal.findFirst({ where, select: { id: true } }))?.id;
}

interface NewCopy extends SaveCopyInput {
  personId: number;
  proposalId: number | null;
}

async function open(tx: Tx, { personId, proposalId, ...input }: NewCopy): Promise<Result<null>> {
  if ((await tx.workingCopy.count({ where: { personId } })) >= mostCopies) {
    return refuse("refused", `You have ${mostCopies} unfinished texts. Discard some of them first.`);
  }
  const { count } = await tx.workingCopy.createMany({
    data: {
      id: input.copy,
      personId,
      proposalId,
      baseVersion: input.version ?? null,
      values: { ...input.values, ...(input.base && { base: input.base }) },
      createdAt: now(),
      savedAt: now(),
    },
    skipDuplicates: true,
  });
  return count === 1 ? done(null) : elsewhere();
}

function elsewhere(): Result<never> {
  return refuse("conflict", "Another window has saved this text, or discarded it.");
}
