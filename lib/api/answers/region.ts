import { z } from "zod";
import { onboarding } from "./choices";
import { incidentLine } from "./region-record";
import { sinceMonth, workloadShown } from "./region-work";
import {
  allowedMove,
  capabilityParts,
  evidenceState,
  regionPhase,
  stateOfCapability,
  ticketStatus,
} from "./shared";

export const ticketOfCapability = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
});

export const evidenceOfCapability = z.object({
  id: z.number(),
  criterion: z.string(),
  status: evidenceState,
  validUntil: z.string().nullable().optional(),
});

export const capabilityOnList = capabilityParts.extend({
  toJudge: z.number(),
  tickets: z.array(ticketOfCapability),
  evidence: z.array(evidenceOfCapability),
});

export const readinessReason = stateOfCapability.omit({ blockedBy: true }).extend({ lacks: z.number() });

export const candidate = z.object({
  capability: z.object({ key: z.string(), name: z.string() }),
  ticket: z.object({ id: z.number(), number: z.number() }).optional(),
  gain: z.number(),
  waiting: z.number(),
  because: z.string(),
});

export const regionReadiness = z.object({
  percent: z.number(),
  sentence: z.string(),
  reasons: z.array(readinessReason),
  unblocksMost: candidate.optional(),
  next: z.array(candidate),
});

export const regionShown = z.object({
  id: z.number(),
  key: z.string(),
  name: z.string(),
  parentCloud: z.string(),
  operatingSystem: z.string(),
  osVersion: z.string(),
  phase: regionPhase,
  onboarding: onboarding,
  onboardingUrl: z.string().nullable(),
  operatorsWithAccess: z.number(),
  version: z.number(),
  createdAt: z.string(),
  operators: z.object({ id: z.number(), handle: z.string(), name: z.string() }),
  others: z.array(z.object({ key: z.string(), name: z.string() })),
  phases: z.array(z.object({ phase: z.string(), at: z.string(), by: z.string().nullable() })),
  history: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      who: z.string(),
      sentence: z.string(),
      why: z.string().optional(),
    }),
  ),
  workloads: z.array(workloadShown),
  incidents: z.array(incidentLine),
  capabilities: z.array(capabilityOnList),
  sinceMonth: sinceMonth,
  allowedMoves: z.array(allowedMove),
  onboardingMoves: z.array(allowedMove),
  mayLink: z.boolean(),
  mayShape: z.boolean(),
  mayDeclare: z.boolean(),
  mayOpenAnother: z.boolean(),
  states: z.array(stateOfCapability),
  readiness: regionReadiness,
  requiredNotProvisioned: z.array(z.string()),
  requiredNotAccepted: z.array(z.string()),
  required: z.number(),
});

export const regionSummary = z.object({
  key: z.string(),
  name: z.string(),
  phase: regionPhase,
  percent: z.number(),
  sentence: z.string(),
});
