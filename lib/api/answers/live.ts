import { z } from "zod";
import { attendanceState, section } from "./choices";
import { itemStatus, meetingStatus } from "./shared";

export const timed = z.object({
  status: itemStatus,
  presentMinutes: z.number(),
  qaMinutes: z.number(),
  extraPresentMinutes: z.number(),
  extraQaMinutes: z.number(),
  openedAt: z.number().nullable(),
  questionsAt: z.number().nullable(),
  closedAt: z.number().nullable(),
});

export const liveItem = z.object({
  id: z.number(),
  place: z.number(),
  title: z.string(),
  section: section,
  status: itemStatus,
  executive: z.boolean(),
  isBreak: z.boolean(),
  time: timed,
});

export const livePerson = z.object({
  handle: z.string(),
  name: z.string(),
  part: z.enum(["director", "guest", "officer"]),
  roles: z.array(z.string()),
  state: attendanceState,
  since: z.number().nullable(),
  left: z.boolean(),
});

export const liveQuorum = z.object({
  reachedAt: z.number().nullable(),
  seated: z.number(),
  needed: z.number(),
  attending: z.number(),
  reached: z.boolean(),
});

export const liveState = z.object({
  seq: z.number(),
  now: z.number(),
  status: meetingStatus,
  placeItemId: z.number().nullable(),
  openItemId: z.number().nullable(),
  executiveSince: z.number().nullable(),
  items: z.array(liveItem),
  attendance: z.array(livePerson),
  quorum: liveQuorum,
});
