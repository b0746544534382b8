import type { Tx } from "../db/transaction";
import type { EvidenceFacts } from "./evidence-policy";

/** A piece of evidence as a command holds it. */
export interface HeldEvidence {
  id: number;
  criterion: string;
  capability: { key: string; name: string };
  region: { id: number; key: string };
  facts: EvidenceFacts;
}

export async function holdEvidence(tx: Tx, id: number): Promise<HeldEvidence | null> {
  const row = await tx.evidence.findUnique({ where: { id }, select });
  if (!row) return null;
  const { criterion, capability, status, submittedById } = row;
  const { region, ...named } = capability;
  const { operatorsId, ...place } = region;
  return { id, criterion, capability: named, region: place, facts: { status, submittedById, operatorsId } };
}

const select = {
  status: true,
  submittedById: true,
  criterion: true,
  capability: {
    select: { key: true, name: true, region: { select: { id: true, key: true, operatorsId: true } } },
  },
} as const;
