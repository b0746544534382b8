import { z } from "zod";
import {
  askKind,
  attendanceState,
  decisionMethod,
  lineKind,
  materialKind,
  outcome,
  section,
  togetherSection,
} from "./choices";
import { ballotRow } from "./decisions";
import { standingConcern } from "./discussion";
import { liveState } from "./live";
import {
  allowedMove,
  instant,
  itemStatus,
  meetingStatus,
  minutesStatus,
  named,
  outlinePart,
  owner,
  proposalStatus,
  ticketStatus,
} from "./shared";

export const seat = z.object({
  handle: z.string(),
  name: z.string(),
  answer: z.enum(["attends", "regrets"]).nullable(),
});

export const span = z.object({ from: instant, to: instant.nullable() });

export const materialRow = z.object({
  number: z.number(),
  kind: materialKind,
  title: z.string(),
  url: z.string().nullable(),
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
});

export const proposalRow = z.object({
  number: z.number(),
  title: z.string(),
  status: proposalStatus,
  visibility: z.enum(["executive", "public"]),
  coAuthors: z.array(z.object({})),
  imported: z.boolean(),
  asks: z.array(
    z.object({
      number: z.number(),
      kind: askKind,
      text: z.string(),
    }),
  ),
  questions: z.array(z.object({ number: z.number(), text: z.string(), of: z.string() })),
  concerns: z.array(standingConcern),
  materials: z.array(materialRow),
});

export const ticketRow = z.object({
  number: z.number(),
  title: z.string(),
  status: ticketStatus,
  events: z.array(
    z.object({
      id: z.number(),
      at: z.string(),
      type: z.string(),
      data: z.record(z.string(), z.unknown()),
      actorName: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
    }),
  ),
});

export const lineRow = z.object({
  id: z.number(),
  itemId: z.number(),
  kind: lineKind,
  text: z.string(),
  by: z.string(),
  owner: owner.nullable(),
  dueOn: z.string().nullable(),
  questionNumber: z.number().nullable(),
  questionOpen: z.boolean(),
  ticketNumber: z.number().nullable(),
  revision: z.number(),
  struck: z.boolean(),
  at: z.string(),
});

export const decisionRow = z.object({
  id: z.number(),
  outcome: outcome,
  method: decisionMethod,
  text: z.string(),
  reviewOn: z.string().nullable(),
  nextMeeting: z.string().nullable(),
  followUp: named.nullable(),
  conditions: z.array(z.object({ text: z.string(), owner: owner.nullable(), dueOn: z.string().nullable() })),
});

export const sessionItem = z.object({
  executive: z.boolean(),
  allowedMoves: z.array(allowedMove),
  mayWriteLines: z.boolean(),
  mayDecide: z.boolean(),
  mayPull: z.boolean(),
  earlierLines: z.number(),
  openHere: z.array(
    z.object({ lineId: z.number(), number: z.number(), text: z.string(), answer: z.string().nullable() }),
  ),
  id: z.number(),
  version: z.number(),
  status: itemStatus,
  section: section,
  visibility: z.enum(["executive", "public"]),
  title: z.string(),
  presenter: named.nullable(),
  presentMinutes: z.number(),
  qaMinutes: z.number(),
  carryCount: z.number(),
  pulled: z.object({ by: z.string().nullable(), reason: z.string() }).nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  questionsAt: z.string().nullable(),
  isBreak: z.boolean(),
  extraPresentMinutes: z.number(),
  extraQaMinutes: z.number(),
  lineCount: z.number(),
  outline: z.object({
    next: outlinePart.optional(),
    what: outlinePart.optional(),
    asked: outlinePart.optional(),
    who: outlinePart.optional(),
  }),
  proposal: proposalRow.nullable(),
  ticket: ticketRow.nullable().optional(),
  lines: z.array(lineRow),
  decision: decisionRow.nullable(),
  ballots: z.array(ballotRow),
  carriedTo: z.string().nullable(),
});

export const quorum = z.object({
  seated: z.number(),
  needed: z.number(),
  attending: z.number(),
  reached: z.boolean(),
  reachedAt: instant.nullable(),
});

export const spanRow = z.object({ from: z.string(), to: z.string().nullable() });

export const attendanceRow = z.object({
  state: attendanceState,
  arrivedAt: z.string().nullable(),
  leftAt: z.string().nullable(),
  spans: z.array(spanRow),
  part: z.enum(["director", "guest", "officer"]),
  roles: z.array(z.string()),
  reply: z.enum(["attends", "regrets"]).nullable().optional(),
  handle: z.string(),
  name: z.string(),
});

export const rosterRow = z.object({
  part: z.enum(["director", "guest", "officer"]),
  roles: z.array(z.string()),
  reply: z.enum(["attends", "regrets"]).nullable().optional(),
  handle: z.string(),
  name: z.string(),
});

export const sessionShown = z.object({
  items: z.array(sessionItem),
  shown: sessionItem.nullable(),
  follows: z.boolean(),
  live: liveState,
  isGuest: z.boolean(),
  closedToReader: z.boolean(),
  mayPreside: z.boolean(),
  mayMarkPlace: z.boolean(),
  hasNext: z.boolean(),
  openItem: sessionItem.nullable(),
  quorum: quorum,
  attendanceRecorded: z.boolean(),
  allowedMoves: z.array(allowedMove),
  mayRecordAttendance: z.boolean(),
  together: z.array(z.object({ section: togetherSection, items: z.number() })),
  id: z.number(),
  version: z.number(),
  status: meetingStatus,
  openedAt: z.string().nullable(),
  startsAt: z.string(),
  date: z.string(),
  title: z.string(),
  place: z.string(),
  timeZone: z.string(),
  minutesStatus: minutesStatus,
  placeItemId: z.number().nullable(),
  seq: z.number(),
  executiveSpans: z.array(spanRow),
  adjournedAt: z.string().nullable(),
  seatedDirectors: z.number().nullable(),
  minutesPublishedAt: z.string().nullable(),
  attendance: z.array(attendanceRow),
  roster: z.array(rosterRow),
  laterMeetings: z.array(z.object({ date: z.string(), title: z.string() })),
});

export const lineHistory = z.object({
  line: lineRow,
  meeting: z.object({ date: z.string(), title: z.string() }),
  item: z.object({ id: z.number(), title: z.string() }),
  earlier: z.array(
    z.object({
      revision: z.number(),
      kind: lineKind,
      text: z.string(),
      owner: z.string(),
      dueOn: z.string().nullable(),
      struck: z.boolean(),
      by: z.string(),
      at: instant,
    }),
  ),
});
