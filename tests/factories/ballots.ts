import { db } from "@/lib/db/client";
import {
  ballotMoveInput,
  makeMotionInput,
  secondMotionInput,
  takePositionInput,
} from "@/lib/decisions/ballot-schema";
import { makeMotion } from "@/lib/decisions/commands/make-motion";
import { openBallot } from "@/lib/decisions/commands/open-ballot";
import { secondMotion } from "@/lib/decisions/commands/second-motion";
import { takePosition } from "@/lib/decisions/commands/take-position";
import { send } from "./discussion";
import type { Person, theBoard } from "./people";
import { expectDone } from "./proposals";

type Board = Awaited<ReturnType<typeof theBoard>>;

interface Wish {
  board: Board;
  proposal?: number;
  itemId?: number;
  rule?: string;
  text?: string;
  outcome?: string;
}

/** A motion of Ada's: `aBallot({ board, proposal }).moved()`, `.seconded()` by Bea, `.open()` by the secretary. */
export function aBallot({ board, ...wish }: Wish) {
  const moved = async () => {
    const motion = { text: "To approve it as written.", outcome: "approved", rule: "consensus", ...wish };
    return expectDone(await send(makeMotionInput, makeMotion, board.ada, motion)).ballot;
  };
  const seconded = async () => {
    const ballot = await moved();
    const values = { ballot, version: await ballotVersionOf(ballot) };
    expectDone(await send(secondMotionInput, secondMotion, board.bea, values));
    return ballot;
  };
  const open = async () => {
    const ballot = await seconded();
    const values = { ballot, version: await ballotVersionOf(ballot) };
    expectDone(await send(ballotMoveInput, openBallot, board.secretary, values));
    return ballot;
  };
  return { moved, seconded, open };
}

/** Says where somebody stands: `said(ada, ballot, "for")`; what they said before is seen. */
export async function takes(by: Person, ballot: number, value: string, given: Record<string, unknown> = {}) {
  const seen = await positionsOf(ballot, String(given.person ?? by.handle));
  return send(takePositionInput, takePosition, by, { ballot, value, seen, ...given });
}

export async function positionsOf(ballotId: number, handle: string): Promise<number> {
  return db.position.count({ where: { ballotId, person: { handle } } });
}

export async function ballotVersionOf(id: number): Promise<number> {
  return (await db.ballot.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

export function ballotRow(id: number) {
  return db.ballot.findUniqueOrThrow({ where: { id } });
}
