import type { Tx } from "../db/transaction";
import { visibleTo } from "../proposals/visibility";
import { notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { mayKeepMaterial, mayKeepMaterials } from "./policy";

export type Person = Extract<Actor, { kind: "person" }>;

export const signInFirst = refuse("signed_out", "Sign in first.");

const notYours = refuse(
  "forbidden",
  "A proposal's materials are kept by its authors and the board's officers.",
);

/** A proposal as its materials hold it. */
export interface MaterialsOf {
  id: number;
  number: number;
  status: string;
  authorId: number;
  coAuthorIds: number[];
  executive: boolean;
  /** The text that readers see; a draft's is the one that it will be published as. */
  revision: number;
}

/** The proposal of that number, if this actor may see it; its row is held until the transaction ends. */
export async function holdForMaterials(tx: Tx, actor: Actor, number: number): Promise<Result<MaterialsOf>> {
  const seen = await tx.proposal.findFirst({
    where: { number, AND: visibleTo(actor) },
    select: { id: true, coAuthors: { select: { personId: true } } },
  });
  if (!seen) return notFound("proposal");
  await tx.$queryRaw`SELECT 1 AS held FROM "Proposal" WHERE "id" = ${seen.id} FOR NO KEY UPDATE`;
  const row = await tx.proposal.findUniqueOrThrow({
    where: { id: seen.id },
    select: { id: true, number: true, status: true, authorId: true, visibility: true, revision: true },
  });
  const { visibility, revision, ...facts } = row;
  const coAuthorIds = seen.coAuthors.map(({ personId }) => personId);
  const executive = visibility === "executive";
  return { ok: true, value: { ...facts, coAuthorIds, executive, revision: Math.max(revision, 1) } };
}

/** The same, for who may add to its materials. */
export async function holdToKeep(tx: Tx, actor: Actor, number: number): Promise<Result<MaterialsOf>> {
  const held = await holdForMaterials(tx, actor, number);
  return held.ok && !mayKeepMaterials(actor, held.value) ? notYours : held;
}

export interface HeldMaterial {
  id: number;
  number: number;
  title: string;
  revision: number;
  addedById: number;
  version: number;
  changedAt: Date | null;
  removedAt: Date | null;
}

const materialSelect = {
  id: true,
  number: true,
  title: true,
  revision: true,
  addedById: true,
  version: true,
  changedAt: true,
  removedAt: true,
} as const;

export function findMaterial(tx: Tx, proposalId: number, number: number): Promise<HeldMaterial | null> {
  return tx.material.findUnique({
    where: { proposalId_number: { proposalId, number } },
    select: materialSelect,
  });
}

/** A material that this actor may change, at the version that they saw. */
export async function holdMaterial(
  tx: Tx,
  actor: Actor,
  input: { proposal: number; material: number; version: number },
): Promise<Result<{ proposal: MaterialsOf; material: HeldMaterial }>> {
  const held = await holdForMaterials(tx, actor, input.proposal);
  if (!held.ok) return held;
  const material = await findMaterial(tx, held.value.id, input.material);
  if (!material) return notFound("material");
  if (!mayKeepMaterial(actor, held.value, material)) return notYours;
  if (material.removedAt) return refuse("conflict", `Material ${material.number} was removed meanwhile.`);
  if (material.version !== input.version) {
    return refuse(
      "conflict",
      `Somebody changed material ${material.number} meanwhile. Look again, then decide.`,
    );
  }
  return { ok: true, value: { proposal: held.value, material } };
}
