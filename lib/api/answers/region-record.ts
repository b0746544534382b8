import { z } from "zod";
import { severity, ticketDestination, timelineKind } from "./choices";
import { burnUpPoint } from "./region-work";
import {
  allowedMove,
  capabilityParts,
  evidenceState,
  evidenceStatus,
  incidentStatus,
  named,
  stateOfCapability,
  ticketStatus,
} from "./shared";

export const capabilityTicket = z.object({
  destination: ticketDestination,
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  id: z.number(),
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
});

export const evidenceInFull = z.object({
  stored: evidenceStatus,
  link: z.string().nullable(),
  note: z.string(),
  output: z.string(),
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
  reason: z.string(),
  createdAt: z.string(),
  judgedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string(),
  version: z.number(),
  submittedBy: named,
  judgedBy: named.nullable(),
  withdrawnBy: named.nullable(),
  isOwn: z.boolean(),
  allowedMoves: z.array(allowedMove),
  id: z.number(),
  criterion: z.string(),
  status: evidenceState,
  validUntil: z.string().nullable().optional(),
});

export const capabilityInFull = capabilityParts.extend({
  version: z.number(),
  share: z.number(),
  tickets: z.array(capabilityTicket),
  evidence: z.array(evidenceInFull),
});

export const capabilityPage = z.object({
  region: z.object({
    id: z.number(),
    key: z.string(),
    name: z.string(),
    mayLink: z.boolean(),
    mayShape: z.boolean(),
  }),
  capability: capabilityInFull,
  others: z.array(stateOfCapability.extend({ dependsOn: z.array(z.string()) })),
});

export const hostShown = z.object({
  bmc: z.string().nullable(),
  id: z.number(),
  version: z.number(),
  ticket: z.object({ number: z.number(), title: z.string() }).nullable(),
  name: z.string(),
  site: z.string(),
  cpuCores: z.number(),
  ramGb: z.number(),
  disks: z.string(),
  nics: z.string(),
  retiredAt: z.string().nullable(),
  importedAt: z.string(),
});

export const regionHosts = z.object({
  region: z.object({ key: z.string(), name: z.string() }),
  hosts: z.array(hostShown),
  former: z.array(hostShown),
  totals: z.object({ hosts: z.number(), sites: z.number(), cpuCores: z.number(), ramGb: z.number() }),
  withoutRequest: z.number(),
  mayKeep: z.boolean(),
});

export const incidentLine = z.object({
  number: z.number(),
  title: z.string(),
  severity: severity,
  status: incidentStatus,
  startedAt: z.string(),
  declaredAt: z.string(),
  resolvedAt: z.string().nullable(),
  affected: z.array(z.object({ key: z.string(), name: z.string() })),
});

export const incidentList = z.object({
  region: z.object({ key: z.string(), name: z.string() }),
  incidents: z.array(incidentLine),
  capabilities: z.array(z.object({ key: z.string(), name: z.string() })),
  mayDeclare: z.boolean(),
});

export const incidentShown = z.object({
  summary: z.string(),
  postMortemUrl: z.string().nullable(),
  version: z.number(),
  declaredBy: named,
  lead: named.nullable(),
  comms: named.nullable(),
  region: z.object({ key: z.string(), name: z.string() }),
  capabilities: z.array(z.object({ key: z.string(), name: z.string() })),
  timeline: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      who: z.string(),
      sentence: z.string(),
      why: z.string().optional(),
    }),
  ),
  allowedMoves: z.array(allowedMove),
  mayKeep: z.boolean(),
  number: z.number(),
  title: z.string(),
  severity: severity,
  status: incidentStatus,
  startedAt: z.string(),
  declaredAt: z.string(),
  resolvedAt: z.string().nullable(),
  affected: z.array(z.object({ key: z.string(), name: z.string() })),
});

export const timelineEntryShown = z.object({
  id: z.string(),
  at: z.string(),
  kind: timelineKind,
  who: z.string(),
  sentence: z.string(),
  why: z.string().optional(),
  href: z.string().optional(),
});

export const regionTimeline = z.object({
  region: z.object({ key: z.string(), name: z.string() }),
  points: z.array(burnUpPoint),
  marks: z.array(timelineEntryShown),
  entries: z.array(timelineEntryShown),
  older: z.string().optional(),
});
