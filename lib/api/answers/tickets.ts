import { z } from "zod";
import { allowedMove, instant, owner, ticketStatus } from "./shared";

export const ticketLine = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
  destination: z.enum(["board", "external", "infra", "initiative", "sig"]),
  requestType: z.string().nullable(),
  dueOn: z.string().nullable(),
  owner: owner.nullable(),
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  version: z.number(),
  updatedAt: instant,
});

export const waitingTicket = z.object({
  wants: z.string(),
  id: z.number(),
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
  destination: z.enum(["board", "external", "infra", "initiative", "sig"]),
  requestType: z.string().nullable(),
  dueOn: z.string().nullable(),
  owner: owner.nullable(),
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  version: z.number(),
  updatedAt: instant,
});

export const ticketShown = z.object({
  markdown: z.string(),
  details: z.record(z.string(), z.unknown()).nullable(),
  boardGated: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  doneAt: z.string().nullable(),
  requester: z.object({ handle: z.string(), name: z.string() }),
  sources: z.array(
    z.object({
      kind: z.enum(["action_line", "ask", "condition", "follow_up", "question"]),
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
      outcome: z.enum(["approved", "declined", "deferred", "needs_info", "no_decision", "redirected"]),
      date: z.string().nullable(),
    })
    .nullable(),
  proposalStatus: z.string().nullable(),
  executive: z.boolean(),
  capabilities: z.array(z.object({ key: z.string(), name: z.string(), region: z.string() })),
  comments: z.array(
    z.object({
      id: z.number(),
      html: z.string(),
      createdAt: z.string(),
      editedAt: z.string().nullable(),
      author: z.object({ handle: z.string(), name: z.string() }),
    }),
  ),
  events: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      type: z.string(),
      who: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  allowedMoves: z.array(allowedMove),
  number: z.number(),
  id: z.number(),
  version: z.number(),
  status: ticketStatus,
  proposal: z.object({ number: z.number(), title: z.string() }).nullable(),
  title: z.string(),
  owner: owner.nullable(),
  destination: z.enum(["board", "external", "infra", "initiative", "sig"]),
  requestType: z.string().nullable(),
  dueOn: z.string().nullable(),
  externalUrl: z.string().nullable(),
  externalShort: z.string().nullable(),
});
