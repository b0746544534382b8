import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env";
import { codeOf } from "../error-code";

// Files in a folder, where the operator wants them outside the database. A name in there is an id that the portal made,
// never anything that somebody typed.

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function newAttachmentId(): string {
  return randomUUID();
}

export function isAttachmentId(text: string): boolean {
  return idPattern.test(text);
}

export function attachmentsFolder(): string {
  const { ATTACHMENTS_FOLDER, DATA_DIR } = env();
  return ATTACHMENTS_FOLDER ?? join(/*turbopackIgnore: true*/ DATA_DIR, "attachments");
}

/** Whole or not there: written aside, flushed to the disk, then given its name. */
export async function writeToFolder(
  id: string,
  bytes: Uint8Array,
  folder = attachmentsFolder(),
): Promise<void> {
  const place = placeOf(id, folder);
  await mkdir(/*turbopackIgnore: true*/ folder, { recursive: true, mode: 0o700 });
  const aside = `${place}.part`;
  const file = await open(/*turbopackIgnore: true*/ aside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(/*turbopackIgnore: true*/ aside, /*turbopackIgnore: true*/ place);
  const itself = await open(/*turbopackIgnore: true*/ folder, "r");
  await itself.sync().finally(() => itself.close());
}

/** The bytes from `start`, `length` of them. Throws where the file is not there: its row says that it is. */
export async function readFromFolder(
  id: string,
  { start, length }: { start: number; length: number },
  folder = attachmentsFolder(),
): Promise<Uint8Array> {
  const file = await open(/*turbopackIgnore: true*/ placeOf(id, folder), "r");
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    if (bytesRead !== length) throw new Error(`attachment ${id} is shorter than its row says`);
    return bytes;
  } finally {
    await file.close();
  }
}

export async function isInFolder(id: string, folder = attachmentsFolder()): Promise<boolean> {
  return Boolean(await stat(/*turbopackIgnore: true*/ placeOf(id, folder)).catch(unlessGone));
}

export async function removeFromFolder(id: string, folder = attachmentsFolder()): Promise<void> {
  await unlink(/*turbopackIgnore: true*/ placeOf(id, folder)).catch(unlessGone);
}

/** Ids of whole files, and names of half ones, that were last written before that instant. */
export async function listOldInFolder(
  before: Date,
  folder = attachmentsFolder(),
): Promise<{ ids: string[]; halves: string[] }> {
  const names = await readdir(/*turbopackIgnore: true*/ folder).catch((failure) => unlessGone(failure) ?? []);
  const old: string[] = [];
  for (const name of names) {
    const found = await stat(/*turbopackIgnore: true*/ join(folder, name)).catch(unlessGone);
    if (found && found.mtime < before) old.push(name);
  }
  const isHalf = (name: string) => name.endsWith(".part") && isAttachmentId(name.slice(0, -5));
  return { ids: old.filter(isAttachmentId), halves: old.filter(isHalf) };
}

export async function removeHalf(name: string, folder = attachmentsFolder()): Promise<void> {
  if (!isAttachmentId(name.slice(0, -5))) throw new Error(`${name} is no half-written attachment`);
  await unlink(/*turbopackIgnore: true*/ join(folder, name)).catch(unlessGone);
}

/** Throws for anything but an id of ours: no path can be made of a request. */
function placeOf(id: string, folder: string): string {
  if (!isAttachmentId(id)) throw new Error("not the id of an attachment");
  return join(/*turbopackIgnore: true*/ folder, id);
}

function unlessGone(failure: unknown): undefined {
  if (codeOf(failure) === "ENOENT") return undefined;
  throw failure;
}
