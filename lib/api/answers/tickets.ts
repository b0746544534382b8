import { z } from "zod";
import {
  askSize,
  debtor,
  outcome,
  routedKind,
  sourceKind,
  ticketDestination,
  ticketPriority,
  ticketSize,
} from "./choices";
import { stance } from "./discussion";
import { allowedMove, instant, owner, ticketStatus } from "./shared";

export const boardCard = z.object({
  updatedAt: z.string(),
  movedAt: z.string(),
  allowedMoves: z.array(allowedMove),
  number: z.number(),
  id: z.number(),
  version: z.number(),
  status: ticketStatus,
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  title: z.string(),
  size: ticketSize.nullable(),
  owner: owner.nullable(),
  destination: ticketDestination,
  requestType: z.string().nullable(),
  dueOn: z.string().nullable(),
  priority: ticketPriority,
  labels: z.array(z.string()),
  quarter: z.string().nullable(),
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
  openBlockers: z.number(),
});

export const boardColumn = z.object({ status: ticketStatus, count: z.number(), cards: z.array(boardCard) });

export const ticketLine = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
  destination: ticketDestination,
  requestType: z.string().nullable(),
  dueOn: z.string().nullable(),
  priority: ticketPriority,
  size: ticketSize.nullable(),
  labels: z.array(z.string()),
  quarter: z.string().nullable(),
  owner: owner.nullable(),
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  openBlockers: z.number(),
  version: z.number(),
  updatedAt: instant,
  movedAt: instant,
});

export const namedTicket = z.object({ number: z.number(), title: z.string(), status: ticketStatus });

export const checklistLine = z.object({
  id: z.number(),
  text: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.object({ handle: z.string(), name: z.string() }).nullable(),
});

export const ticketShown = z.object({
  markdown: z.string(),
  details: z.record(z.string(), z.unknown()).nullable(),
  boardGated: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  movedAt: z.string(),
  doneAt: z.string().nullable(),
  requester: z.object({ handle: z.string(), name: z.string() }),
  sources: z.array(
    z.object({
      kind: sourceKind,
      id: z.number(),
      number: z.number(),
      text: z.string(),
    }),
  ),
  decision: z
    .object({
      meeting: z.object({ minutesStatus: z.string() }).nullable(),
      meetingId: z.number().nullable(),
      sourceUrl: z.string().nullable(),
      ballotId: z.number().nullable(),
      outcome: outcome,
      date: z.string().nullable(),
    })
    .nullable(),
  proposalStatus: z.string().nullable(),
  executive: z.boolean(),
  capabilities: z.array(z.object({ key: z.string(), name: z.string(), region: z.string() })),
  questions: z.object({ all: z.number(), open: z.number() }),
  stance: stance.nullable(),
  allowedMoves: z.array(allowedMove),
  number: z.number(),
  id: z.number(),
  version: z.number(),
  status: ticketStatus,
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  title: z.string(),
  size: ticketSize.nullable(),
  owner: owner.nullable(),
  destination: ticketDestination,
  requestType: z.string().nullable(),
  dueOn: z.string().nullable(),
  priority: ticketPriority,
  labels: z.array(z.string()),
  quarter: z.string().nullable(),
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
  blockedBy: z.array(namedTicket),
  blocks: z.array(namedTicket),
  hiddenBlockers: z.number(),
  duplicateOf: namedTicket.nullable(),
  duplicates: z.array(namedTicket),
  initiative: namedTicket.nullable(),
  parts: z.array(namedTicket),
  bundle: z.object({ id: z.number(), title: z.string(), tickets: z.array(namedTicket) }).nullable(),
  slips: z.number(),
  checklist: z.array(checklistLine),
});

export const routingPage = z.object({
  usual: z.boolean(),
  history: z.array(
    z.object({
      id: z.string(),
      at: instant,
      who: z.string(),
      sentence: z.string(),
      why: z.string().optional(),
    }),
  ),
});

export const keptRule = z.object({
  version: z.number(),
  key: z.string(),
  kind: routedKind.nullable(),
  owedBy: debtor.nullable(),
  words: z.array(z.string()),
  size: askSize.nullable(),
  sig: z.string().nullable(),
  destination: ticketDestination,
  requestType: z.string().nullable(),
  reason: z.string(),
  enabled: z.boolean(),
});

export const savedView = z.object({ id: z.number(), name: z.string(), query: z.string() });

export const aging = z.object({ kind: z.enum(["news", "reporter"]), days: z.number(), since: instant });

export const waitingTicket = ticketLine.extend({ wants: z.string(), aging: aging.nullable() });
