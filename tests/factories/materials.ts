import { db } from "@/lib/db/client";
import { addMaterial } from "@/lib/materials/commands/add-material";
import { attachFile } from "@/lib/materials/commands/attach-file";
import { markRead } from "@/lib/materials/commands/mark-read";
import { addMaterialInput, attachFileInput, markReadInput } from "@/lib/materials/schema";
import { send } from "./discussion";
import { aPdf } from "./files";
import type { Person } from "./people";
import { expectDone } from "./proposals";

/** A link to slides; its number. */
export async function aLink(by: Person, proposal: number, title = "Slides"): Promise<number> {
  const values = { proposal, kind: "slides", title, url: "https://example.org/slides" };
  return expectDone(await send(addMaterialInput, addMaterial, by, values)).material;
}

/** A PDF that somebody attached; the number of its material, and the file's row. */
export async function aFile(by: Person, proposal: number, file = { name: "slides.pdf", bytes: aPdf() }) {
  const input = attachFileInput.parse({ proposal, kind: "slides", title: "Slides" });
  const { material } = expectDone(await attachFile(by, { ...input, file }));
  return { material, attachment: await attachmentOf(proposal, material) };
}

export async function attachmentOf(proposal: number, material: number) {
  const row = await db.material.findFirstOrThrow({
    where: { proposal: { number: proposal }, number: material },
    select: { attachment: true },
  });
  if (!row.attachment) throw new Error(`material ${material} of #${proposal} is a link`);
  return row.attachment;
}

/** Marks the text, or a material, as read. */
export async function hasRead(by: Person, proposal: number, material?: number): Promise<void> {
  expectDone(await send(markReadInput, markRead, by, { proposal, material }));
}

export function materialRow(proposal: number, number: number) {
  return db.material.findFirstOrThrow({ where: { proposal: { number: proposal }, number } });
}
