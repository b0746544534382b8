import type { Tx } from "../db/transaction";
import { refuse } from "../result";

/** A SIG as a command holds it. */
export interface HeldSig {
  id: number;
  handle: string;
  name: string;
  purpose: string;
  sponsor: { id: number; handle: string; name: string } | null;
}

export async function holdSig(tx: Tx, handle: string): Promise<HeldSig | null> {
  return tx.body.findFirst({
    where: { handle, kind: "sig" },
    select: {
      id: true,
      handle: true,
      name: true,
      purpose: true,
      sponsor: { select: { id: true, handle: true, name: true } },
    },
  });
}

export const sigChangedMeanwhile = refuse(
  "conflict",
  "Somebody changed this SIG before you. Nothing was saved; look again, then decide.",
);
