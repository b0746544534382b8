import type { z } from "zod";
import type { Tx } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdToKeep, type Person, signInFirst } from "../facts";
import { checkFile } from "../file-check";
import type { attachFileInput } from "../schema";
import { type NewFile, withFile, writeAttachment } from "../store-file";
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
  return withFile(checked.value, (tx, file) => write(tx, actor, input, file));
}

async function write(
  tx: Tx,
  actor: Person,
  input: AttachFile,
  file: NewFile,
): Promise<Result<{ proposal: number; material: number }>> {
  const held = await holdToKeep(tx, actor, input.proposal);
  if (!held.ok) return held;
  const room = await roomFor(tx, held.value.id, { size: file.bytes.length });
  if (!room.ok) return room;
  await writeAttachment(tx, file, { proposalId: held.value.id, uploaderId: actor.personId });
  const { kind, title } = input;
  const material = await writeMaterial(tx, actor, held.value, { kind, title, attachmentId: file.id });
  return done({ proposal: held.value.number, material });
}
