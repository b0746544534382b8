import type { Tx } from "../db/transaction";
import type { WorkloadFacts } from "./workload-machine";

/** A workload as a command holds it. */
export interface HeldWorkload {
  id: number;
  name: string;
  url: string | null;
  note: string;
  needs: string;
  goesTo: string;
  region: { id: number; key: string; name: string };
  /** Whose it is, as its page knows it; a project has no page. */
  tenant: { name: string; sig: string | null };
  facts: WorkloadFacts;
}

/** Locked: the steps, the contacts and the moves of one workload come one after another. */
export async function holdWorkload(tx: Tx, id: number): Promise<HeldWorkload | null> {
  await tx.$executeRaw`SELECT 1 FROM "Workload" WHERE "id" = ${id} FOR UPDATE`;
  const row = await tx.workload.findUnique({
    where: { id },
    include: {
      sig: { select: { handle: true, name: true } },
      region: { select: { id: true, key: true, name: true, phase: true, operatorsId: true } },
      steps: { select: { step: true } },
      _count: { select: { contacts: true } },
    },
  });
  if (!row) return null;
  const { status, sigId, addedById, sig, project, steps, _count, name, url, note, needs, goesTo } = row;
  const { operatorsId, phase, ...region } = row.region;
  const tenant = { name: sig?.name ?? project ?? "", sig: sig?.handle ?? null };
  const stepsDone = steps.map(({ step }) => step);
  const facts = { status, sigId, addedById, operatorsId, phase, stepsDone, contacts: _count.contacts };
  return { id, name, url, note, needs, goesTo, region, tenant, facts };
}

/** Facts that every event of a workload carries. */
export function workloadData({ name, tenant }: Pick<HeldWorkload, "name" | "tenant">) {
  return { name, sig: tenant.name, ...(tenant.sig && { sigHandle: tenant.sig }) };
}

/** Where a form that was carried out leads: the SIG's page, or the region's list. */
export interface WorkloadDone {
  workloadId: number;
  sig: string | null;
  region: string;
}

export function workloadDone({ id, tenant, region }: HeldWorkload): WorkloadDone {
  return { workloadId: id, sig: tenant.sig, region: region.key };
}
