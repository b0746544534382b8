import type { Fact, Say } from "./history";

const incident = (fact: Fact) => `incident ${fact("number")}, “${fact("title")}”`;

/** What a region is made of, whether one can come in, and what goes wrong in it. */
export const regionSentences: Readonly<Record<string, Say>> = {
  "region.created": () => "opened the region",
  "capability.ticket_linked": (fact) => `put ticket T-${fact("number")} under ${fact("capability")}`,
  "capability.ticket_unlinked": (fact) => `took ticket T-${fact("number")} from ${fact("capability")}`,
  "region.approved": () => "recorded that the region is approved",
  "region.building_started": () => "started building the region",
  "region.provisioned": () => "declared the region provisioned",
  "region.opened": () => "declared the region in production",
  "region.sunset_started": () => "started the region's sunset",
  "region.retired": () => "retired the region",
  "evidence.submitted": () => "submitted evidence that a capability works",
  "evidence.accepted": () => "accepted the evidence",
  "evidence.refused": () => "refused the evidence",
  "region.described": () => "changed what is said of the region",
  "evidence.withdrawn": () => "withdrew the evidence",
  "capability.added": (fact) => `added the capability ${fact("capability")}`,
  "capability.changed": (fact) => `changed ${fact("changed")} of ${fact("capability")}`,
  "capability.removed": (fact) => `removed the capability ${fact("capability")}`,
  "onboarding.opened": () => "opened the onboarding: tenants can come in",
  "onboarding.closed": () => "closed the onboarding",
  "incident.declared": (fact) =>
    `declared ${fact("severity")} ${incident(fact)}: it affects ${fact("affected") || "nothing yet"}`,
  "incident.update_written": (fact) => `wrote an update on ${incident(fact)}`,
  "incident.changed": (fact) => `changed what is said of ${incident(fact)}`,
  "incident.monitored": (fact) => `said that a fix is in for ${incident(fact)}`,
  "incident.resolved": (fact) => `resolved ${incident(fact)}`,
  "incident.reopened": (fact) => `said that ${incident(fact)} is back`,
  "incident.closed": (fact) => `closed ${incident(fact)}`,
};
