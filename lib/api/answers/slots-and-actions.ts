import { z } from "zod";
import { section } from "./choices";
import { actionStatus, allowedMove, instant, itemStatus, meetingStatus, owner, slotStatus } from "./shared";

export const actionReportRow = z.object({
  status: actionStatus,
  note: z.string(),
  at: z.string(),
  by: z.object({ handle: z.string(), name: z.string() }),
});

export const shownAction = z.object({
  id: z.number(),
  version: z.number(),
  text: z.string(),
  date: z.string(),
  meeting: z.string(),
  item: z.string(),
  proposal: z.number().nullable(),
  executive: z.boolean(),
  owner: owner.nullable(),
  ownerLeft: z.boolean(),
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  status: actionStatus,
  settledAt: instant.nullable(),
  tickets: z.array(z.object({ number: z.number(), title: z.string(), status: z.string() })),
  reports: z.array(actionReportRow),
  carriedCount: z.number(),
  needsReport: z.boolean(),
  isOwn: z.boolean(),
  allowedMoves: z.array(allowedMove),
  mayReassign: z.boolean(),
});

export const actionList = z.object({ actions: z.array(shownAction), hasMore: z.boolean() });

export const slotShown = z.object({
  expiresAt: instant.nullable(),
  offer: z
    .object({
      note: z.string(),
      by: z.string().nullable(),
      as: z.enum(["chair", "secretary"]).nullable(),
      overrideReason: z.string().nullable(),
      meeting: z.object({
        date: z.string(),
        startsAt: z.string(),
        timeZone: z.string(),
        status: meetingStatus,
        capacityMinutes: z.number(),
        takenMinutes: z.number(),
        visibleMinutes: z.number(),
      }),
      presentMinutes: z.number(),
      qaMinutes: z.number(),
      when: z.string(),
      overMinutes: z.number(),
    })
    .nullable(),
  allowedMoves: z.array(allowedMove),
  version: z.number(),
  status: slotStatus,
  createdAt: z.string(),
  note: z.string(),
  presentMinutes: z.number(),
  qaMinutes: z.number(),
  constraints: z.string(),
  earliestOn: z.string().nullable(),
  latestOn: z.string().nullable(),
  requestedBy: z.string(),
  updatedAt: z.string(),
  reason: z.string().nullable(),
});

export const placeOnAgenda = z.object({
  itemId: z.number(),
  date: z.string(),
  startsAt: z.string(),
  timeZone: z.string(),
  section: z.string(),
  status: itemStatus,
  meetingStatus: meetingStatus,
  minutesStatus: z.string(),
  overrideReason: z.string().nullable(),
  presentMinutes: z.number(),
  qaMinutes: z.number(),
});

export const boardState = z.object({
  slot: slotShown.nullable(),
  places: z.array(placeOnAgenda),
  mayRequest: z.boolean(),
});

export const slotInQueue = z.object({
  constraints: z.string(),
  earliestOn: z.string().nullable(),
  latestOn: z.string().nullable(),
  offeredOn: z.string().nullable(),
  number: z.number(),
  title: z.string(),
  status: slotStatus,
  waitsFor: z.enum(["officers", "requester"]),
  note: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  waitingDays: z.number(),
  asks: z.number(),
  readiness: z.string(),
  presentMinutes: z.number(),
  qaMinutes: z.number(),
});

export const suggestion = z.object({
  source: z.string(),
  kind: z.enum(["action", "bounced", "minutes", "overdue", "returned", "slot"]),
  section: section,
  title: z.string(),
  proposal: z.number().nullable(),
  presenter: z.string().nullable(),
  date: z.string().nullable(),
});
