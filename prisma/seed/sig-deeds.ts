import type { z } from "zod";
import { db } from "@/lib/db/client";
import { describeSig } from "@/lib/people/commands/describe-sig";
import { setSponsor } from "@/lib/people/commands/set-sponsor";
import { describeSigInput, setSponsorInput } from "@/lib/people/sig-schema";
import { addWorkload } from "@/lib/region/commands/add-workload";
import { addWorkloadInput } from "@/lib/region/workload-schema";
import { region } from "./region-deeds";
import { must } from "./scene";
import type { Player } from "./stage";

export async function describe(by: Player, sig: string, purpose: string): Promise<void> {
  const input = { sig, version: await sigVersion(sig), purpose };
  must(await describeSig(by, describeSigInput.parse(input)));
}

export async function nameSponsor(by: Player, sig: string, { handle }: Player): Promise<void> {
  const input = { sig, version: await sigVersion(sig), sponsor: handle };
  must(await setSponsor(by, setSponsorInput.parse(input)));
}

/** Says what a SIG means to run on the region; its id. */
export async function plan(
  by: Player,
  sig: string,
  what: Pick<z.input<typeof addWorkloadInput>, "name" | "url" | "note" | "needs">,
): Promise<number> {
  return must(await addWorkload(by, addWorkloadInput.parse({ sig, region, ...what }))).workloadId;
}

async function sigVersion(handle: string): Promise<number> {
  return (await db.body.findUniqueOrThrow({ where: { handle }, select: { version: true } })).version;
}
