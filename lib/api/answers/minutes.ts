import { z } from "zod";
import {
  attendanceState,
  ballotResult,
  ballotRule,
  commentState,
  decisionMethod,
  lineKind,
  outcome,
  position,
} from "./choices";
import { span } from "./session";
import {
  actionStatus,
  allowedMove,
  ballotStatus,
  instant,
  itemStatus,
  minutesStatus,
  named,
  owner,
} from "./shared";

export const personThere = z.object({
  part: z.enum(["director", "guest", "officer"]),
  roles: z.array(z.string()),
  spans: z.array(span).optional(),
  leftAt: instant.nullable().optional(),
  handle: z.string(),
  name: z.string(),
  state: attendanceState,
  arrivedAt: instant.nullable(),
});

export const lineRecord = z.object({
  id: z.number(),
  kind: lineKind,
  text: z.string(),
  by: z.string(),
  owner: owner.nullable(),
  dueOn: z.string().nullable(),
  questionNumber: z.number().nullable(),
  at: instant,
  amendedBy: z.string().optional(),
});

export const motionRecord = z.object({
  id: z.number(),
  text: z.string(),
  rule: ballotRule,
  status: ballotStatus,
  mover: named,
  seconder: named.nullable(),
  result: ballotResult.nullable(),
  resultText: z.string(),
  positions: z.array(
    z.object({
      handle: z.string(),
      name: z.string(),
      value: position,
      reason: z.string(),
      binding: z.boolean(),
    }),
  ),
});

export const decisionRecord = z.object({
  id: z.number(),
  outcome: outcome,
  method: decisionMethod,
  text: z.string(),
  conditions: z.array(z.object({ text: z.string(), owner: owner.nullable(), dueOn: z.string().nullable() })),
  reviewOn: z.string().nullable(),
  nextMeeting: z.string().nullable(),
  followUp: named.nullable(),
});

export const amendmentRecord = z.object({
  number: z.number(),
  executive: z.boolean(),
  itemId: z.number().nullable(),
  lineId: z.number().nullable(),
  text: z.string(),
  was: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const itemRecord = z.object({
  id: z.number(),
  title: z.string(),
  status: itemStatus,
  executive: z.boolean(),
  proposal: z.object({ number: z.number() }).nullable(),
  presenter: named.nullable(),
  lines: z.array(lineRecord),
  motions: z.array(motionRecord),
  decision: decisionRecord.nullable(),
  carriedTo: z.string().nullable(),
  note: z.string().nullable(),
  approves: z.string().nullable(),
  additions: z.array(amendmentRecord),
});

export const reportRecord = z.object({
  text: z.string(),
  from: z.string(),
  executive: z.boolean(),
  owner: owner.nullable(),
  status: actionStatus,
  note: z.string(),
});

export const minutesRecord = z.object({
  date: z.string(),
  title: z.string(),
  place: z.string(),
  openedAt: instant.nullable(),
  adjournedAt: instant.nullable(),
  seatedDirectors: z.number(),
  attendance: z.array(personThere),
  executiveSpans: z.array(span).optional(),
  items: z.array(itemRecord),
  preface: z.string().nullable(),
  amendments: z.array(amendmentRecord),
  reports: z.array(reportRecord),
  approvedIn: z.string().nullable(),
});

export const shownMinutes = z.object({
  markdown: z.string(),
  text: z.string(),
  record: minutesRecord,
  executive: z.boolean(),
  amendments: z.array(amendmentRecord),
});

export const minutesCommentRow = z.object({
  id: z.number(),
  version: z.number(),
  parentId: z.number().nullable(),
  itemId: z.number().nullable(),
  author: named,
  text: z.string(),
  at: z.string(),
  status: commentState,
  resolution: z.string(),
  resolvedBy: z.string().nullable(),
});

export const minutesThread = z.object({
  item: z.string().nullable(),
  replies: z.array(minutesCommentRow),
  allowedMoves: z.array(allowedMove),
  id: z.number(),
  version: z.number(),
  parentId: z.number().nullable(),
  itemId: z.number().nullable(),
  author: named,
  text: z.string(),
  at: z.string(),
  status: commentState,
  resolution: z.string(),
  resolvedBy: z.string().nullable(),
});

export const minutesReviewing = z.object({
  threads: z.array(minutesThread),
  open: z.number(),
  reviews: z.array(
    z.object({
      by: z.object({ handle: z.string(), name: z.string() }),
      at: z.string(),
      isFresh: z.boolean(),
    }),
  ),
  ownIsFresh: z.boolean(),
  mayComment: z.boolean(),
  items: z.array(z.object({ id: z.number(), title: z.string() })),
});

export const noteRow = z.object({
  itemId: z.number().nullable(),
  text: z.string(),
  version: z.number(),
  by: named,
  at: z.string(),
});

export const minutes = z.object({
  date: z.string(),
  title: z.string(),
  version: z.number(),
  status: minutesStatus,
  publishedAt: z.string().nullable(),
  dueAt: instant.nullable(),
  shown: shownMinutes.nullable(),
  warnings: z.array(z.string()),
  allowedMoves: z.array(allowedMove),
  approval: z.object({ at: z.string(), in: z.string() }).nullable(),
  reviewing: minutesReviewing.nullable(),
  notes: z.array(noteRow).nullable(),
  mayAmend: z.boolean(),
});
