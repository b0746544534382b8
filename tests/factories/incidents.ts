import { db } from "@/lib/db/client";
import { changeIncident } from "@/lib/region/commands/change-incident";
import { declareIncident } from "@/lib/region/commands/declare-incident";
import { moveIncident } from "@/lib/region/commands/move-incident";
import { changeIncidentInput, declareIncidentInput, moveIncidentInput } from "@/lib/region/incident-schema";
import type { incidentMoveLabels } from "@/lib/region/incident-ui-text";
import type { Person } from "./people";
import { expectDone } from "./proposals";

interface Wish {
  severity?: "critical" | "major" | "minor";
  affected?: readonly string[];
  startedAt?: string;
  /** Who leads it, and who speaks for it. */
  lead?: string;
  comms?: string;
}

/** An incident that somebody declares, of DNS unless told; gives its number. */
export async function anIncident(by: Person, region: string, wish: Wish = {}): Promise<number> {
  const input = { region, title: "Names do not resolve", severity: "major", affected: ["dns"], ...wish };
  return expectDone(await declareIncident(by, declareIncidentInput.parse(input))).incident;
}

/** Makes a move as somebody who looks at the incident now. */
export async function movesIncident(
  by: Person,
  region: string,
  move: keyof typeof incidentMoveLabels,
  incident = 1,
) {
  const version = await versionOf(region, incident);
  return moveIncident(by, moveIncidentInput.parse({ region, incident, version, move, reason: "We saw it." }));
}

/** Says what is known of an incident as somebody who looks at it now. */
export async function changesIncident(by: Person, region: string, changes: object, incident = 1) {
  const version = await versionOf(region, incident);
  const said = { title: "Names do not resolve", severity: "major", affected: ["dns"], ...changes };
  return changeIncident(by, changeIncidentInput.parse({ region, incident, version, ...said }));
}

async function versionOf(region: string, number: number): Promise<number> {
  return (await db.incident.findFirstOrThrow({ where: { number, region: { key: region } } })).version;
}
