import { createHash } from "node:crypto";
import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { env } from "../../env";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdToKeep, type MaterialsOf, type Person, signInFirst } from "../facts";
import { type CheckedFile, checkFile } from "../file-check";
import type { attachFileInput } from "../schema";
import { newAttachmentId, removeFromFolder, writeToFolder } from "../storage";
import { roomFor, writeMaterial } from "../write-material";

type AttachFile = z.output<typeof attachFileInput> & { file: { name: string; bytes: Uint8Array } };

/** Attaches a file, after a look at what it really is, as a material pinned to the revision that readers see now. */
export async function attachFile(
  actor: Actor,
  input: AttachFile,
): Promise<Result<{ proposal: number; material: number }>> {
  if (actor.kind !== "person") return signInFirst;
  const checked = await checkFile(input.file);
  if (!checked.ok) return checked;
  const id = newAttachmentId();
  if (env().ATTACHMENTS === "database")
    return transact((tx) => write(tx, actor, input, { id, ...checked.value }));
  // The row last: what a crash leaves is a file without a row, which nobody is shown and the night tidies away.
  await writeToFolder(id, checked.value.bytes);
  const result = await transact((tx) => write(tx, actor, input, { id, ...checked.value }));
  if (!result.ok) await removeFromFolder(id);
  return result;
}

async function write(
  tx: Tx,
  actor: Person,
  input: AttachFile,
  file: CheckedFile & { id: string },
): Promise<Result<{ proposal: number; material: number }>> {
  const held = await holdToKeep(tx, actor, input.proposal);
  if (!held.ok) return held;
  const room = await roomFor(tx, held.value.id, { size: file.bytes.length });
  if (!room.ok) return room;
  await writeAttachment(tx, actor, held.value, file);
  const { kind, title } = input;
  const material = await writeMaterial(tx, actor, held.value, { kind, title, attachmentId: file.id });
  return done({ proposal: held.value.number, material });
}

async function writeAttachment(
  tx: Tx,
  actor: Person,
  proposal: MaterialsOf,
  { id, name, mediaType, bytes }: CheckedFile & { id: string },
): Promise<void> {
  const place = env().ATTACHMENTS;
  await tx.attachment.create({
    data: {
      id,
      proposalId: proposal.id,
      uploaderId: actor.personId,
      name,
      mediaType,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      place,
      createdAt: now(),
    },
    select: { id: true },
  });
  if (place !== "database") return;
  // Prisma's own types want bytes over an ArrayBuffer of their own.
  const content = { attachmentId: id, bytes: new Uint8Array(bytes) };
  await tx.attachmentContent.create({ data: content, select: { attachmentId: true } });
}
