import { z } from "zod";
import { disposition, outcome, sourceKind, ticketDestination } from "./choices";
import { instant, owner, party, ticketStatus } from "./shared";

export const proposedRoute = z.object({
  destination: ticketDestination,
  requestType: z.string().optional(),
  rule: z.string(),
  place: z.number(),
  reason: z.string(),
});

export const placedEntry = z.object({
  id: z.number(),
  disposition: disposition,
  text: z.string(),
  by: z.string(),
  routeReason: z.string(),
  isOwedAgain: z.boolean(),
  ticket: z
    .object({
      number: z.number(),
      title: z.string(),
      destination: ticketDestination,
      status: ticketStatus,
    })
    .nullable(),
});

export const splitSource = z.object({
  key: z.string(),
  kind: sourceKind,
  id: z.number(),
  number: z.number(),
  name: z.string(),
  text: z.string(),
  acceptanceTest: z.string(),
  owner: party.nullable(),
  dueOn: z.string().nullable(),
  from: z.object({ label: z.string(), href: z.string() }),
  markedBy: z.string().nullable(),
  route: proposedRoute,
  entries: z.array(placedEntry),
});

export const balanceSource = z.object({
  kind: sourceKind,
  id: z.number(),
  number: z.number(),
  text: z.string(),
});

export const balance = z.object({
  placed: z.number(),
  total: z.number(),
  open: z.array(balanceSource),
  sentence: z.string(),
});

export const splitTicket = z.object({
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
  destination: ticketDestination,
  owner: owner.nullable(),
  dueOn: z.string().nullable(),
  requestType: z.string().nullable(),
  sources: z.array(z.string()),
  routed: z.string().nullable(),
  routedOtherwise: z.array(z.string()),
  usable: z.boolean(),
  preview: z.string(),
});

export const splitShown = z.object({
  proposalId: z.number(),
  sources: z.array(splitSource),
  balance: balance,
  tickets: z.array(splitTicket),
  decision: z
    .object({
      outcome: outcome,
      text: z.string(),
      date: z.string().nullable(),
      sourceUrl: z.string().nullable(),
    })
    .nullable(),
  confirmed: z.object({ by: z.string(), at: z.string() }).nullable(),
});

export const overdueSplit = z.object({
  number: z.number(),
  title: z.string(),
  status: z.enum(["closed", "delivering", "splitting"]),
  since: instant,
});
