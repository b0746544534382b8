import { type Actor, holds, isPerson } from "../workflow/actor";
import type { Facts } from "../workflow/machine";
import type { incidentStatusLabels, severityLabels } from "./incident-ui-text";
import { isOperatorOf } from "./policy";

export type IncidentStatus = keyof typeof incidentStatusLabels;
export type IncidentSeverity = keyof typeof severityLabels;

/** What a move of an incident is weighed on. */
export interface IncidentFacts extends Facts<IncidentStatus> {
  operatorsId: number;
  severity: IncidentSeverity;
  leadId: number | null;
  commsId: number | null;
  postMortemUrl: string | null;
}

/** An incident is declared by who sees it first of those who run the region or what it stands on (DOMAIN 6). */
export function mayDeclareIncident(actor: Actor, region: { operatorsId: number }): boolean {
  return isOperatorOf(actor, region) || holds(actor, "infra");
}

/** Kept by the same, and by those who took a part in it. */
export function mayKeepIncident(
  actor: Actor,
  incident: Pick<IncidentFacts, "operatorsId" | "leadId" | "commsId">,
): boolean {
  if (isPerson(actor, incident.leadId) || isPerson(actor, incident.commsId)) return true;
  return mayDeclareIncident(actor, incident);
}

/** Whether it still affects its capabilities: until it is resolved, also while a fix is being watched. */
export function isOngoing(status: IncidentStatus): boolean {
  return status === "open" || status === "monitoring";
}

/** What was felt by many is written up before it is closed, so that it does not come back unlearned. */
export function needsPostMortem(severity: IncidentSeverity): boolean {
  return severity !== "minor";
}
