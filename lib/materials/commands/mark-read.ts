import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import {
  findMaterial,
  type HeldMaterial,
  holdForMaterials,
  type MaterialsOf,
  type Person,
  signInFirst,
} from "../facts";
import { mayMarkRead } from "../policy";
import type { markReadInput } from "../schema";

type MarkRead = z.output<typeof markReadInput>;

/** Says that one has read the text, or a material, as it is now; said again later, the mark moves to the present one. */
export function markRead(actor: Actor, input: MarkRead): Promise<Result<{ proposal: number }>> {
  return onPreread(actor, input, async (tx, reader, { proposal, material }) => {
    const revision = material ? material.revision : proposal.revision;
    const id = await writeMark(tx, reader.personId, {
      proposalId: proposal.id,
      materialId: material?.id,
      revision,
    });
    const facts = { revision, ...nameOf(material) };
    await recordMark(tx, reader, proposal, { type: "preread.marked", id, facts });
    return done({ proposal: proposal.number });
  });
}

/** Takes it back: marked by mistake. */
export function unmarkRead(actor: Actor, input: MarkRead): Promise<Result<{ proposal: number }>> {
  return onPreread(actor, input, async (tx, reader, { proposal, material }) => {
    const { personId } = reader;
    const where = { personId, proposalId: proposal.id, materialId: material?.id ?? null };
    const mark = await tx.prereadMark.findFirst({ where, select: { id: true } });
    if (mark) {
      await tx.prereadMark.delete({ where: { id: mark.id }, select: { id: true } });
      const facts = nameOf(material);
      await recordMark(tx, reader, proposal, { type: "preread.unmarked", id: mark.id, facts });
    }
    return done({ proposal: proposal.number });
  });
}

type Read = { proposal: MaterialsOf; material: HeldMaterial | null };

function onPreread(
  actor: Actor,
  input: MarkRead,
  work: (tx: Tx, reader: Person, read: Read) => Promise<Result<{ proposal: number }>>,
): Promise<Result<{ proposal: number }>> {
  if (actor.kind !== "person") return Promise.resolve(signInFirst);
  return transact(async (tx) => {
    // Holds the proposal: what is marked is the text that is there now, and two clicks at once are one after the other.
    const held = await holdForMaterials(tx, actor, input.proposal);
    if (!held.ok) return held;
    if (!mayMarkRead(actor)) {
      return refuse(
        "forbidden",
        "The pre-read is marked by the directors and officers, on whose reading a meeting counts.",
      );
    }
    if (held.value.status === "draft") return refuse("refused", "A draft is nobody's pre-read yet.");
    const material = input.material ? await findMaterial(tx, held.value.id, input.material) : null;
    if (input.material && (!material || material.removedAt)) return notFound("material");
    return work(tx, actor, { proposal: held.value, material });
  });
}

async function writeMark(
  tx: Tx,
  personId: number,
  mark: { proposalId: number; materialId?: number; revision: number },
): Promise<number> {
  const { proposalId, materialId = null, revision } = mark;
  const markedAt = now();
  const known = await tx.prereadMark.findFirst({
    where: { personId, proposalId, materialId },
    select: { id: true },
  });
  const { id } = known
    ? await tx.prereadMark.update({ where: known, data: { revision, markedAt }, select: { id: true } })
    : await tx.prereadMark.create({
        data: { personId, proposalId, materialId, revision, markedAt },
        select: { id: true },
      });
  return id;
}

function nameOf(material: HeldMaterial | null): Record<string, string | number> {
  return material ? { number: material.number, title: material.title } : {};
}

/** Who has read what is a fact of the person; it does not lift the proposal in the lists. */
async function recordMark(
  tx: Tx,
  reader: Person,
  proposal: MaterialsOf,
  { type, id, facts }: { type: string; id: number; facts: Record<string, string | number> },
): Promise<void> {
  await record(tx, reader, {
    type,
    subject: "preread",
    subjectId: id,
    proposalId: proposal.id,
    executive: proposal.executive,
    data: facts,
  });
}
