import { db } from "@/lib/db/client";
import { addCapabilityInput } from "@/lib/region/capability-schema";
import { addCapability } from "@/lib/region/commands/add-capability";
import { addIncidentUpdate } from "@/lib/region/commands/add-incident-update";
import { changeIncident } from "@/lib/region/commands/change-incident";
import { declareIncident } from "@/lib/region/commands/declare-incident";
import { moveIncident } from "@/lib/region/commands/move-incident";
import { withdrawEvidence } from "@/lib/region/commands/withdraw-evidence";
import { withdrawEvidenceInput } from "@/lib/region/evidence-schema";
import {
  addIncidentUpdateInput,
  changeIncidentInput,
  declareIncidentInput,
  moveIncidentInput,
} from "@/lib/region/incident-schema";
import type { incidentMoveLabels } from "@/lib/region/incident-ui-text";
import { region } from "./region-deeds";
import { must } from "./scene";
import type { Player } from "./stage";

interface Declared {
  title: string;
  severity: "critical" | "major" | "minor";
  affected: string[];
  summary: string;
  lead: Player;
  comms: Player;
}

export async function declare(by: Player, { lead, comms, ...what }: Declared): Promise<void> {
  const input = { region, ...what, lead: lead.handle, comms: comms.handle };
  must(await declareIncident(by, declareIncidentInput.parse(input)));
}

export async function tellMore(by: Player, incident: number, text: string): Promise<void> {
  must(await addIncidentUpdate(by, addIncidentUpdateInput.parse({ region, incident, text })));
}

/** Watched first, then resolved. */
export async function resolve(by: Player, incident: number, reason: string): Promise<void> {
  await move(by, incident, "monitor");
  await move(by, incident, "resolve", reason);
}

/** Says where it is written up, and closes it. */
export async function writeUp(by: Player, incident: number, postMortemUrl: string): Promise<void> {
  const row = await db.incident.findFirstOrThrow({
    where: { number: incident, region: { key: region } },
    include: { lead: true, comms: true, affected: { include: { capability: true } } },
  });
  const { title, severity, summary, version } = row;
  const said = { title, severity, summary, lead: row.lead?.handle, comms: row.comms?.handle, postMortemUrl };
  const affected = row.affected.map(({ capability }) => capability.key);
  must(await changeIncident(by, changeIncidentInput.parse({ region, incident, version, affected, ...said })));
  await move(by, incident, "close");
}

async function move(
  by: Player,
  incident: number,
  name: keyof typeof incidentMoveLabels,
  reason = "",
): Promise<void> {
  const { version } = await db.incident.findFirstOrThrow({
    where: { number: incident, region: { key: region } },
    select: { version: true },
  });
  must(await moveIncident(by, moveIncidentInput.parse({ region, incident, version, move: name, reason })));
}

export async function withdraw(by: Player, evidenceId: number, reason: string): Promise<void> {
  const { version } = await db.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { version: true },
  });
  must(await withdrawEvidence(by, withdrawEvidenceInput.parse({ evidenceId, version, reason })));
}

/** What this region needs beside the template. */
export async function reshape(by: Player): Promise<void> {
  const registry = {
    name: "Image registry",
    purpose: "Images that tenants push and pull, close to where they run.",
    weight: 1,
    required: false,
    criteria:
      "An image pushed in one rack is pulled in the other\nWhat nobody pulled for a year is cleaned away",
    dependsOn: ["storage", "sso"],
  };
  must(await addCapability(by, addCapabilityInput.parse({ region, ...registry })));
}
