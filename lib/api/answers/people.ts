import { z } from "zod";
import { owedKinds } from "../../people/owed-text";
import { roles } from "../../workflow/actor";
import { workloadShown } from "./region-work";
import { instant, named } from "./shared";

export const ownSession = z.object({
  key: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  method: z.string(),
  agent: z.string(),
  isThis: z.boolean(),
});

export const accountShown = z.object({
  handle: z.string(),
  name: z.string(),
  pronouns: z.string(),
  timeZone: z.string(),
  email: z.string().nullable(),
  version: z.number(),
  providers: z.array(
    z.object({ issuer: z.string(), lastUsedAt: instant, groupsAt: instant, askAt: instant.nullable() }),
  ),
  roles: z.array(
    z.object({ role: z.string(), body: z.string(), since: instant, group: z.string().nullable() }),
  ),
  sessions: z.array(ownSession),
});

export const personLine = z.object({
  handle: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  kind: z.enum(["demo", "person"]),
  disabledAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  groupsAt: instant.nullable(),
  askAt: instant.nullable(),
  roles: z.array(
    z.object({
      role: z.string(),
      body: z.string(),
      bodyHandle: z.string(),
      since: instant,
      group: z.string().nullable(),
      termEnds: z.string().nullable(),
    }),
  ),
});

export const personShown = z.object({
  handle: z.string(),
  name: z.string(),
  pronouns: z.string(),
  roles: z.array(z.object({ role: z.string(), body: z.string(), bodyHandle: z.string() })),
});

export const profileShown = z.object({
  id: z.number(),
  handle: z.string(),
  name: z.string(),
  pronouns: z.string(),
  timeZone: z.string(),
  isPlaceholder: z.boolean(),
  hasLeft: z.boolean(),
  claimedBy: named.nullable(),
  roles: z.array(
    z.object({
      role: z.string(),
      body: z.string(),
      bodyHandle: z.string(),
      sig: z.string().nullable(),
      since: instant,
      until: instant.nullable(),
      termEnds: z.string().nullable(),
    }),
  ),
});

const bodyKind = z.enum(["board", "sig", "infra", "operators"]);
export const bodyLine = z.object({ ...named.shape, kind: bodyKind });

const seat = z.object({
  person: z.object({ ...named.shape, pronouns: z.string() }),
  role: z.enum(roles),
  since: instant,
  until: instant.nullable(),
  termEnds: z.string().nullable(),
});
export const compositionShown = z.object({
  ...bodyLine.shape,
  on: z.string(),
  isToday: z.boolean(),
  members: z.array(seat),
  quorum: z.object({ seated: z.number(), needed: z.number() }).nullable(),
  past: z.array(seat),
});

export const owedShown = z.object({ kind: z.enum(owedKinds), sentence: z.string(), href: z.string() });

export const sigLine = z.object({
  chairs: z.array(named),
  members: z.number(),
  sponsor: named.nullable(),
  openProposals: z.number(),
  workloads: z.number(),
  handle: z.string(),
  name: z.string(),
});

export const ofProposal = z.object({
  number: z.number(),
  text: z.string(),
  proposal: z.object({ number: z.number(), title: z.string() }),
});

export const sigShown = z.object({
  id: z.number(),
  purpose: z.string(),
  purposeHtml: z.string(),
  version: z.number(),
  sponsor: named.nullable(),
  chairs: z.array(named),
  members: z.array(named),
  memberCount: z.number(),
  workloads: z.array(workloadShown),
  questions: z.array(ofProposal),
  questionCount: z.number(),
  asks: z.array(ofProposal),
  askCount: z.number(),
  regions: z.array(z.object({ key: z.string(), name: z.string() })),
  history: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      who: z.string(),
      sentence: z.string(),
      why: z.string().optional(),
    }),
  ),
  mayDescribe: z.boolean(),
  maySponsor: z.boolean(),
  mayAddWorkload: z.boolean(),
  handle: z.string(),
  name: z.string(),
});
