import { now } from "../clock";
import { listUnknownAttachments } from "./queries";
import { attachmentsFolder, listOldInFolder, removeFromFolder, removeHalf } from "./storage";

const dayMs = 86_400_000;

/** Removes what a crash or a refusal left in the folder of attachments: half files, and whole ones without a row. */
export async function tidyFolder(folder = attachmentsFolder()): Promise<number> {
  // A day old: what is being written right now has no row yet either.
  const { ids, halves } = await listOldInFolder(new Date(now().getTime() - dayMs), folder);
  const unknown = await listUnknownAttachments(ids);
  for (const id of unknown) await removeFromFolder(id, folder);
  for (const name of halves) await removeHalf(name, folder);
  return unknown.length + halves.length;
}
