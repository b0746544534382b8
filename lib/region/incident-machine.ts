import { type By, defineMachine } from "../workflow/machine";
import { type IncidentFacts, type IncidentStatus, mayKeepIncident, needsPostMortem } from "./incident-policy";
import { incidentMoveLabels, incidentStatusLabels } from "./incident-ui-text";

const byKeepers: By<IncidentFacts> = {
  who: "the region’s operators, the infra team and who leads it or speaks for it",
  may: mayKeepIncident,
};

/** From the alarm to what was learned. What it affects is regressed until it is resolved (DOMAIN 8). */
export const incidentMachine = defineMachine<IncidentStatus, IncidentFacts, keyof typeof incidentMoveLabels>({
  subject: "incident",
  initial: "open",
  statuses: incidentStatusLabels,
  moves: {
    monitor: {
      label: incidentMoveLabels.monitor,
      from: ["open"],
      to: "monitoring",
      by: byKeepers,
      records: "incident.monitored",
    },
    resolve: {
      label: incidentMoveLabels.resolve,
      from: ["open", "monitoring"],
      to: "resolved",
      by: byKeepers,
      records: "incident.resolved",
      needs: "What ended it.",
    },
    reopen: {
      label: incidentMoveLabels.reopen,
      from: ["monitoring", "resolved"],
      to: "open",
      by: byKeepers,
      records: "incident.reopened",
      needs: "What is seen again.",
    },
    close: {
      label: incidentMoveLabels.close,
      from: ["resolved"],
      to: "closed",
      by: byKeepers,
      unless: [postMortemMissing],
      records: "incident.closed",
      needs: "For a critical or major incident, a link to the post-mortem.",
    },
  },
});

function postMortemMissing({ severity, postMortemUrl }: IncidentFacts): string | undefined {
  if (!needsPostMortem(severity) || postMortemUrl) return undefined;
  return "A critical or major incident is closed with a link to its post-mortem; add it first.";
}
