import { createHash } from "node:crypto";
import { now } from "../clock";
import { type Tx, transact } from "../db/transaction";
import { env } from "../env";
import type { Result } from "../result";
import type { CheckedFile } from "./file-check";
import { newAttachmentId, removeFromFolder, writeToFolder } from "./storage";

/** A file that was checked, with the id that it will have. */
export interface NewFile extends CheckedFile {
  id: string;
}

/**
 * Carries out a command that keeps a checked file. Where files stand in a folder it is written there first, and its row
 * last: what a crash leaves is a file without a row, which nobody is shown and the night tidies away.
 */
export async function withFile<Out>(
  checked: CheckedFile,
  work: (tx: Tx, file: NewFile) => Promise<Result<Out>>,
): Promise<Result<Out>> {
  const file = { id: newAttachmentId(), ...checked };
  if (env().ATTACHMENTS === "database") return transact((tx) => work(tx, file));
  await writeToFolder(file.id, file.bytes);
  const result = await transact((tx) => work(tx, file));
  if (!result.ok) await removeFromFolder(file.id);
  return result;
}

/** Writes the row of a file, and its bytes where they stand in the database; it belongs to a proposal or to a region. */
export async function writeAttachment(
  tx: Tx,
  { id, name, mediaType, bytes }: NewFile,
  of: { uploaderId: number } & ({ proposalId: number } | { regionId: number }),
): Promise<void> {
  const place = env().ATTACHMENTS;
  await tx.attachment.create({
    data: {
      ...of,
      ...{ id, name, mediaType, place },
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      createdAt: now(),
    },
    select: { id: true },
  });
  if (place !== "database") return;
  // Prisma's own types want bytes over an ArrayBuffer of their own.
  const content = { attachmentId: id, bytes: new Uint8Array(bytes) };
  await tx.attachmentContent.create({ data: content, select: { attachmentId: true } });
}
