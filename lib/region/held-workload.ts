import type { Tx } from "../db/transaction";
import type { WorkloadFacts } from "./workload-machine";

/** A workload as a command holds it. */
export interface HeldWorkload {
  id: number;
  name: string;
  url: string | null;
  note: string;
  regionId: number;
  sig: { handle: string; name: string };
  facts: WorkloadFacts;
}

export async function holdWorkload(tx: Tx, id: number): Promise<HeldWorkload | null> {
  const row = await tx.workload.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      url: true,
      note: true,
      status: true,
      regionId: true,
      sigId: true,
      sig: { select: { handle: true, name: true } },
      region: { select: { operatorsId: true } },
    },
  });
  if (!row) return null;
  const { status, sigId, region, ...workload } = row;
  return { ...workload, facts: { status, sigId, operatorsId: region.operatorsId } };
}
