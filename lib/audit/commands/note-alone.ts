import { db } from "../../db/client";
import { countAgainst } from "../../db/rate-limits";
import { log } from "../../log";
import { type Refusal, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type By, byActor, type NewEntry, note } from "../note";
import { currentNetwork } from "../origin";

/** What one person or one network can have written in a minute, and what all can: nothing here is ever deleted. */
const ofOne = { name: "audit-of-one", perMinute: 20 };
const ofAll = { name: "audit-of-all", perMinute: 200 };

/**
 * Notes what no command did: an attempt that was refused, a file that was taken along. Where somebody makes very many of
 * them, the rest stands in the log alone.
 */
export async function noteAlone(by: By, entry: NewEntry): Promise<void> {
  const who = by.personId === null ? `from-${currentNetwork()}` : `person-${by.personId}`;
  const isTooMuch = (await countAgainst(ofOne, who)) > 0 || (await countAgainst(ofAll, "all")) > 0;
  if (isTooMuch) {
    log.warn({ who, type: entry.type }, "too much of this in a minute: not every time is in the audit");
    return;
  }
  await db.$transaction((tx) => note(tx, by, entry));
}

/** A refusal for who is no administrator, and a note that they tried. Strangers are only asked to sign in. */
export async function refuseAdministration(
  actor: Actor,
  deed: string,
  message: string,
): Promise<{ ok: false; refusal: Refusal }> {
  if (actor.kind === "person") {
    await noteAlone(byActor(actor), { type: "admin.refused", subject: "deed", data: { deed } });
  }
  return refuse("forbidden", message);
}

export interface Export {
  /** What was taken along, in words: "the list of tickets". */
  what: string;
  format: string;
  /** By what it was narrowed; what was looked for stays with who looked. */
  filter?: readonly string[];
}

/** Notes that somebody took data along. What the public takes is public, and is not noted. */
export async function noteExport(actor: Actor, { what, format, filter = [] }: Export): Promise<void> {
  if (actor.kind === "public") return;
  const data = { what, format, ...(filter.length > 0 && { filter: [...filter] }) };
  await noteAlone(byActor(actor), { type: "export.made", subject: "export", data });
}
