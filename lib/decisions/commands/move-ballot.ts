import { now } from "../../clock";
import type { Prisma } from "../../db/generated/client";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdBallot } from "../ballot-facts";
import { type BallotMove, ballotMachine } from "../ballot-machine";
import { type BallotRow, moveFactsOf } from "../ballot-row";

export interface BallotPlace {
  ballot: number;
  /** Of the meeting before which it lies. */
  date: string | null;
  itemId: number | null;
}

export interface Change {
  set?: Record<string, unknown>;
  data?: Prisma.InputJsonObject;
  reason?: string;
  onBehalfOf?: string;
}

/** Moves a ballot that this actor may see: `change` says what else changes with it, or refuses. */
export async function moveBallot(
  actor: Actor,
  { ballot, version, move }: { ballot: number; version: number; move: BallotMove },
  change: (tx: Tx, row: BallotRow) => Promise<Result<Change>> = async () => done({}),
): Promise<Result<BallotPlace>> {
  return transact(async (tx) => {
    const row = await holdBallot(tx, actor, ballot);
    if (!row) return notFound("ballot");
    const step = decide(ballotMachine, move, actor, moveFactsOf(row, now()));
    if (!step.ok) return step;
    const changed = await change(tx, row);
    if (!changed.ok) return changed;
    const scope = await scopeOf(tx, row);
    const data = { ...changed.value.data, ballot: row.id };
    const moved = await applyStep(
      tx,
      step.value,
      { id: row.id, version },
      { ...changed.value, ...scope, data },
    );
    return moved.ok ? done(placeOf(row)) : moved;
  });
}

export function placeOf(row: BallotRow): BallotPlace {
  return { ballot: row.id, date: row.meeting?.date ?? null, itemId: row.item?.id ?? null };
}

/** Where the events of a ballot are shown, and to whom. */
export async function scopeOf(tx: Tx, row: Pick<BallotRow, "id" | "executive">) {
  const { proposalId, meetingId } = await tx.ballot.findUniqueOrThrow({
    where: { id: row.id },
    select: { proposalId: true, meetingId: true },
  });
  return { proposalId, meetingId, executive: row.executive };
}
