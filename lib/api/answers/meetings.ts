import { z } from "zod";
import { askKind, callFor, materialKind, section, togetherSection } from "./choices";
import { seat } from "./session";
import { allowedMove, instant, itemStatus, meetingStatus, minutesStatus, outlinePart } from "./shared";

export const noticeClock = z.object({ dueAt: instant, words: z.string(), isLate: z.boolean() });

export const agendaMaterial = z.object({
  number: z.number(),
  revision: z.number(),
  title: z.string(),
  kind: materialKind,
  url: z.string().nullable(),
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
  changedAt: z.string().nullable(),
});

export const agendaItemShown = z.object({
  outline: z.object({
    next: outlinePart.optional(),
    what: outlinePart.optional(),
    asked: outlinePart.optional(),
    who: outlinePart.optional(),
  }),
  mayOutline: z.boolean(),
  mayHandOver: z.boolean(),
  mayPull: z.boolean(),
  withdraw: allowedMove.optional(),
  id: z.number(),
  version: z.number(),
  status: itemStatus,
  proposal: z
    .object({
      number: z.number(),
      imported: z.boolean(),
      openQuestions: z.number(),
      words: z.number().nullable(),
      isRead: z.boolean(),
      revision: z.number(),
      materials: z.array(agendaMaterial),
      asks: z.array(
        z.object({
          number: z.number(),
          kind: askKind,
          text: z.string(),
        }),
      ),
    })
    .nullable(),
  executive: z.boolean(),
  title: z.string(),
  section: section,
  isBreak: z.boolean(),
  note: z.string(),
  overrideReason: z.string().nullable(),
  carryCount: z.number(),
  pulled: z.object({ from: togetherSection, reason: z.string(), by: z.string().nullable() }).nullable(),
  late: z.enum(["added", "changed"]).nullable(),
  carriedTo: z.string().nullable(),
  presenter: z.object({ handle: z.string(), name: z.string() }).nullable(),
  ticket: z.object({ number: z.number() }).nullable().optional(),
  presentMinutes: z.number(),
  qaMinutes: z.number(),
});

export const agendaShown = z.object({
  startsAt: instant,
  publishedAt: instant.nullable(),
  notice: noticeClock,
  items: z.array(agendaItemShown),
  carried: z.array(agendaItemShown),
  takenMinutes: z.number(),
  allowedMoves: z.array(allowedMove),
  mayRun: z.boolean(),
  isAhead: z.boolean(),
  id: z.number(),
  version: z.number(),
  status: meetingStatus,
  date: z.string(),
  title: z.string(),
  place: z.string(),
  callLink: z.string(),
  callFor: callFor,
  seriesDate: z.string().nullable(),
  timeZone: z.string(),
  capacityMinutes: z.number(),
  minutesStatus: minutesStatus,
  series: z.object({ key: z.string(), name: z.string() }).nullable(),
  attendanceRecorded: z.boolean(),
  seats: z.array(seat),
  reply: z.enum(["attends", "regrets"]).nullable(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  cancelReason: z.string().nullable(),
});

export const actionDraft = z.object({
  lineId: z.number(),
  text: z.string(),
  owner: z.string().nullable(),
  proposal: z.number(),
  title: z.string(),
  splitting: z.boolean(),
  tickets: z.array(z.object({ number: z.number(), status: z.string() })),
});

export const edition = z.object({
  date: z.string(),
  title: z.string(),
  publishedAt: instant,
  markdown: z.string(),
  changes: z.array(
    z.object({
      who: z.string(),
      sentence: z.string(),
      why: z.string().optional(),
      id: z.string(),
      at: z.string(),
    }),
  ),
});

export const meetingLine = z.object({
  date: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: instant,
  timeZone: z.string(),
  status: meetingStatus,
  minutesStatus: minutesStatus,
  capacityMinutes: z.number(),
  takenMinutes: z.number(),
  items: z.number(),
  found: z.array(z.string()).optional(),
});

export const meetingPage = z.object({ items: z.array(meetingLine), nextCursor: z.string().optional() });

export const seriesShown = z.object({
  version: z.number(),
  rule: z.string(),
  place: z.string(),
  callLink: z.string(),
  callFor: callFor,
  timeZone: z.string(),
  key: z.string(),
  name: z.string(),
  startsAtTime: z.string(),
  minutes: z.number(),
  endsOn: z.string().nullable(),
  nextDate: z.string().nullable(),
});
