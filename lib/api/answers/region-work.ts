import { z } from "zod";
import { regionRoleStatus } from "./choices";
import { allowedMove, capabilityState, regionPhase, workloadStatus } from "./shared";

export const contactShown = z.object({
  reach: z.string().nullable(),
  isStale: z.boolean(),
  id: z.number(),
  name: z.string(),
  confirmedAt: z.string(),
});

export const workloadShown = z.object({
  region: z.object({ key: z.string(), name: z.string() }),
  tenant: z.object({ name: z.string(), sig: z.string().nullable() }),
  steps: z.array(z.object({ key: z.string(), label: z.string(), isDone: z.boolean() })),
  contacts: z.array(contactShown),
  allowedMoves: z.array(allowedMove),
  mayEdit: z.boolean(),
  mayTick: z.boolean(),
  id: z.number(),
  version: z.number(),
  status: workloadStatus,
  note: z.string(),
  url: z.string().nullable(),
  name: z.string(),
  needs: z.string(),
  goesTo: z.string(),
});

export const stateChange = z.object({
  key: z.string(),
  name: z.string(),
  from: capabilityState.nullable(),
  to: capabilityState.nullable(),
});

export const sinceMonth = z.object({
  at: z.number(),
  isOpening: z.boolean(),
  percent: z.number(),
  changes: z.array(stateChange),
});

export const holderShown = z.object({
  mayHandOver: z.boolean(),
  mayGiveAccess: z.boolean(),
  mayTakeAccess: z.boolean(),
  id: z.number(),
  note: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  handle: z.string(),
  since: z.string(),
  until: z.string().nullable(),
  accessBy: z.string().nullable(),
  accessAt: z.string().nullable(),
});

export const regionRoleShown = z.object({
  duties: z.array(z.string()),
  holders: z.array(holderShown),
  former: z.array(holderShown),
  gap: z.string().optional(),
  allowedMoves: z.array(allowedMove),
  id: z.number(),
  version: z.number(),
  status: regionRoleStatus,
  key: z.string(),
  name: z.string(),
  purpose: z.string(),
  leastHolders: z.number(),
  needsAccess: z.boolean(),
});

export const regionRoles = z.object({
  region: z.object({ key: z.string(), name: z.string(), phase: regionPhase }),
  roles: z.array(regionRoleShown),
  mayKeep: z.boolean(),
  gaps: z.array(z.object({ name: z.string(), gap: z.string() })),
  sentence: z.string(),
});

export const burnUpPoint = z.object({
  day: z.string(),
  at: z.number(),
  percent: z.number(),
  accepted: z.number(),
  total: z.number(),
});

export const regionWorkloads = z.object({
  region: z.object({ key: z.string(), name: z.string(), phase: regionPhase }),
  workloads: z.array(workloadShown),
  stillThere: z.array(workloadShown),
  mayAddProject: z.boolean(),
});
