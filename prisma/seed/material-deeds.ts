import type { z } from "zod";
import { db } from "@/lib/db/client";
import { addMaterial } from "@/lib/materials/commands/add-material";
import { attachFile } from "@/lib/materials/commands/attach-file";
import { markRead } from "@/lib/materials/commands/mark-read";
import { sayChanged } from "@/lib/materials/commands/say-changed";
import { addMaterialInput, attachFileInput, markReadInput, sayChangedInput } from "@/lib/materials/schema";
import { onePage } from "./one-page";
import { must } from "./scene";
import type { Player, Told } from "./stage";

type Kind = z.input<typeof addMaterialInput>["kind"];

export async function show(
  by: Player,
  { number: proposal }: Told,
  material: { kind: Kind; title: string; url: string },
): Promise<void> {
  must(await addMaterial(by, addMaterialInput.parse({ proposal, ...material })));
}

/** Attaches a PDF of one page, with these lines on it. */
export async function attach(
  by: Player,
  { number: proposal }: Told,
  { file, lines, ...material }: { kind: Kind; title: string; file: string; lines: readonly string[] },
): Promise<void> {
  const input = attachFileInput.parse({ proposal, ...material });
  must(await attachFile(by, { ...input, file: { name: file, bytes: onePage(lines) } }));
}

export async function sayItChanged(by: Player, told: Told, material: number, note: string): Promise<void> {
  const { version } = await db.material.findFirstOrThrow({
    where: { proposal: { number: told.number }, number: material },
    select: { version: true },
  });
  const input = { proposal: told.number, material, version, note };
  must(await sayChanged(by, sayChangedInput.parse(input)));
}

/** Has read the text, and the materials of these numbers. */
export async function haveRead(
  by: Player,
  { number: proposal }: Told,
  ...materials: readonly number[]
): Promise<void> {
  must(await markRead(by, markReadInput.parse({ proposal })));
  for (const material of materials) must(await markRead(by, markReadInput.parse({ proposal, material })));
}
