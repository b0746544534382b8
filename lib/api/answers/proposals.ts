import { z } from "zod";
import { closedAs } from "./choices";
import { askShown } from "./proposal-parts";
import { allowedMove, instant, named, proposalStatus } from "./shared";

export const proposalLine = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  summary: z.string(),
  status: proposalStatus,
  closedAs: closedAs.nullable(),
  visibility: z.enum(["executive", "public"]),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  author: z.string(),
  sig: z.string().nullable(),
  asks: z.number(),
  openQuestions: z.number(),
  meeting: z.string().nullable(),
});

export const readinessItem = z.object({
  key: z.enum([
    "asks",
    "board",
    "concerns",
    "information",
    "materials",
    "owners",
    "questions",
    "sponsor",
    "summary",
    "tests",
  ]),
  ok: z.boolean(),
  text: z.string(),
  need: z.string().optional(),
  href: z.string(),
  waitsFor: z.string().optional(),
});

export const coming = z.object({ date: z.string(), startsAt: z.string() });

export const readiness = z.object({
  ready: z.boolean(),
  sentence: z.string(),
  items: z.array(readinessItem),
  meetingWords: z.string(),
  meeting: coming.nullable(),
});

export const proposalHead = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  summary: z.string(),
  status: proposalStatus,
  closedAs: closedAs.nullable(),
  visibility: z.enum(["executive", "public"]),
  version: z.number(),
  revision: z.number(),
  carryCount: z.number(),
  imported: z.boolean(),
  sourceUrl: z.string().nullable(),
  author: named,
  coAuthors: z.array(z.object({ handle: z.string(), name: z.string(), id: z.number() })),
  sig: named.nullable(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  journey: z.array(z.object({ status: proposalStatus, at: z.string(), by: z.string().nullable() })),
  meeting: z.object({ date: z.string(), startsAt: z.string() }).nullable(),
  openSlot: z.enum(["countered", "offered", "requested"]).nullable(),
  counts: z.object({
    comments: z.number(),
    questions: z.number(),
    openQuestions: z.number(),
    concerns: z.number(),
    openConcerns: z.number(),
    materials: z.number(),
    tickets: z.number(),
    openTickets: z.number(),
    candidates: z.number(),
  }),
  readiness: readiness.nullable(),
  allowedMoves: z.array(allowedMove),
});

export const proposalText = z.object({
  sections: z.array(z.object({ key: z.string(), markdown: z.string() })),
  asks: z.array(askShown),
});
