import { z } from "zod";
import { askKind, askSize, closedAs, endorsementPart, relationKind } from "./choices";
import { debt, stance } from "./discussion";
import { materialShown, preread } from "./materials";
import {
  allowedMove,
  consentState,
  endorsementStatus,
  instant,
  named,
  ownerChoice,
  party,
  proposalStatus,
} from "./shared";

export const askShown = z.object({
  id: z.number(),
  number: z.number(),
  version: z.number(),
  kind: askKind,
  text: z.string(),
  rationale: z.string(),
  acceptanceTest: z.string(),
  size: askSize.nullable(),
  owner: party.nullable(),
  boardDecides: z.boolean(),
  consent: z.object({
    state: consentState,
    by: z.object({ handle: z.string(), name: z.string() }).nullable(),
    at: z.string().nullable(),
    reason: z.string().nullable(),
    changedSince: z.number().nullable(),
  }),
  placed: z.boolean(),
});

export const endorsementLine = z.object({
  id: z.number(),
  version: z.number(),
  part: endorsementPart,
  status: endorsementStatus,
  person: named,
  askedBy: named,
  offered: z.boolean(),
  note: z.string(),
  revision: z.number().nullable(),
  at: z.string(),
  decidedAt: z.string().nullable(),
  allowedMoves: z.array(allowedMove),
});

export const supportShown = z.object({
  lines: z.array(endorsementLine),
  closed: z.string().optional(),
  mayAsk: z.boolean(),
  mayOffer: z.array(endorsementPart),
  eligible: z.array(ownerChoice),
});

export const relationLine = z.object({
  id: z.number(),
  addedBy: z.string(),
  at: z.string(),
  mayRemove: z.boolean(),
  kind: relationKind,
  end: z.enum(["from", "to"]),
  number: z.number(),
  title: z.string(),
  status: proposalStatus,
  closedAs: closedAs.nullable(),
});

export const revisionLine = z.object({
  number: z.number(),
  by: z.object({ handle: z.string(), name: z.string() }),
  at: instant,
  reason: z.string(),
  changed: z.string(),
});

export const revisionShown = z.object({
  by: z.object({ handle: z.string(), name: z.string() }),
  at: z.string(),
  reason: z.string(),
  number: z.number(),
  title: z.string(),
  summary: z.string(),
  sections: z.array(z.object({ key: z.string(), markdown: z.string() })),
  asks: z.array(
    z.object({
      number: z.number(),
      kind: askKind,
      text: z.string(),
      rationale: z.string(),
      acceptanceTest: z.string(),
      size: askSize.nullable(),
      owner: z.object({ kind: z.enum(["body", "person"]), handle: z.string(), name: z.string() }).nullable(),
      ownerRole: z.string().nullable(),
    }),
  ),
});

export const revisionsFound = z.object({
  revisions: z.array(revisionShown),
  all: z.array(z.object({ number: z.number(), at: z.string() })),
});

export const endorsementSide = z.object({
  part: endorsementPart,
  status: z.enum(["asked", "confirmed"]),
  person: named,
  revision: z.number().nullable(),
});

export const relationSide = z.object({
  kind: relationKind,
  end: z.enum(["from", "to"]),
  number: z.number(),
  title: z.string(),
  status: proposalStatus,
  closedAs: closedAs.nullable(),
});

export const proposalSide = z.object({
  id: z.number(),
  materials: z.array(materialShown),
  preread: preread,
  endorsements: z.array(endorsementSide),
  relations: z.array(relationSide),
  debts: z.array(debt),
  watch: stance.nullable(),
});

export const similarProposal = z.object({
  number: z.number(),
  title: z.string(),
  status: proposalStatus,
  closedAs: closedAs.nullable(),
  updatedAt: instant,
});

export const copyShown = z.object({
  id: z.string(),
  copyVersion: z.number(),
  title: z.string(),
  savedAt: instant,
  baseVersion: z.number().nullable(),
});

export const formValues = z.record(z.string(), z.string());

export const workingCopy = z.object({
  number: z.number().nullable(),
  values: formValues,
  base: formValues.optional(),
  id: z.string(),
  copyVersion: z.number(),
  title: z.string(),
  savedAt: instant,
  baseVersion: z.number().nullable(),
});

const diffPart = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });

export const revisionDiff = z.object({
  from: z.number(),
  to: z.number(),
  changes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      state: z.enum(["added", "removed", "changed"]),
      fields: z.array(z.object({ label: z.string().optional(), parts: z.array(diffPart) })),
    }),
  ),
  unchanged: z.string().nullable(),
});

export const savedCopy = z.object({ copy: z.string(), copyVersion: z.number(), savedAt: z.string() });
