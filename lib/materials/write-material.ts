import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { env } from "../env";
import type { Result } from "../result";
import { record } from "../workflow/events";
import type { HeldMaterial, MaterialsOf, Person } from "./facts";
import { type Quota, withinQuota } from "./policy";
import type { MaterialKind } from "./schema";

interface NewMaterial {
  kind: MaterialKind;
  title: string;
  url?: string;
  attachmentId?: string;
}

/** Adds a material under the next number, pinned to the present text; its proposal's row is held. */
export async function writeMaterial(
  tx: Tx,
  actor: Person,
  proposal: MaterialsOf,
  material: NewMaterial,
): Promise<number> {
  const { _max } = await tx.material.aggregate({
    where: { proposalId: proposal.id },
    _max: { number: true },
  });
  const number = (_max.number ?? 0) + 1;
  const { id } = await tx.material.create({
    data: {
      ...material,
      proposalId: proposal.id,
      number,
      revision: proposal.revision,
      addedById: actor.personId,
      createdAt: now(),
    },
    select: { id: true },
  });
  const { kind, title } = material;
  await recordMaterial(tx, actor, proposal, "material.added", { id, number, title }, { kind });
  return number;
}

/** Writes what happened to a material, and lifts its proposal in the lists. */
export async function recordMaterial(
  tx: Tx,
  actor: Person,
  proposal: MaterialsOf,
  type: `material.${string}`,
  material: Pick<HeldMaterial, "id" | "number" | "title">,
  data: Record<string, string | number> = {},
): Promise<void> {
  const { number, title } = material;
  await record(tx, actor, {
    type,
    subject: "material",
    subjectId: material.id,
    proposalId: proposal.id,
    executive: proposal.executive,
    data: { number, title, ...data },
  });
  await tx.proposal.update({ where: { id: proposal.id }, data: { updatedAt: now() }, select: { id: true } });
}

/** Whether one more fits; asked while the proposal's row is held, so that two at once cannot both be the last. */
export async function roomFor(
  tx: Tx,
  proposalId: number,
  file: { size: number } | null,
): Promise<Result<null>> {
  const where = { proposalId };
  const materials = await tx.material.count({ where });
  const files = await tx.attachment.aggregate({ where, _count: true, _sum: { size: true } });
  const has: Quota = { materials, files: files._count, bytes: files._sum.size ?? 0 };
  const { ATTACHMENTS_PER_PROPOSAL, ATTACHMENTS_MB_PER_PROPOSAL } = env();
  return withinQuota(has, file, { files: ATTACHMENTS_PER_PROPOSAL, megabytes: ATTACHMENTS_MB_PER_PROPOSAL });
}
