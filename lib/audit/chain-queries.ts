import { db, pool } from "../db/client";
import { mayAdminister } from "../people/people-policy";
import type { Actor } from "../workflow/actor";
import { countUnsealed } from "./chain/verify";

export interface ChainState {
  /** The newest seal. */
  seal: { id: number; at: Date; hash: string } | null;
  /** Events and entries that wait for their seal; counted up to `mostCounted`. */
  unsealed: number;
  /** When somebody last went through all of it, and what is wrong. */
  check: { at: Date; seals: number; rows: number; complaint: string | null } | null;
}

/** How the chain stands, for administrators; null for everybody else. */
export async function findChain(actor: Actor): Promise<ChainState | null> {
  if (!mayAdminister(actor)) return null;
  const [seal, check, unsealed] = await Promise.all([
    db.seal.findFirst({ orderBy: { id: "desc" }, select: { id: true, at: true, hash: true } }),
    db.chainCheck.findFirst({
      orderBy: { id: "desc" },
      select: { at: true, seals: true, rows: true, complaint: true },
    }),
    countUnsealed(pool),
  ]);
  return { seal, unsealed, check: check && { ...check, rows: Number(check.rows) } };
}
