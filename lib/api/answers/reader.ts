import { z } from "zod";
import { instant } from "./shared";

export const yourMove = z.object({
  key: z.string(),
  sentence: z.string(),
  button: z.string(),
  href: z.string(),
});

export const latelyDecided = z.object({
  number: z.number(),
  title: z.string(),
  outcome: z.string(),
  at: instant,
});

export const home = z.object({ moves: z.array(yourMove), decided: z.array(latelyDecided) });

export const inboxLine = z.object({
  id: z.number(),
  sentence: z.string(),
  href: z.string(),
  at: z.string(),
  read: z.boolean(),
});

export const inbox = z.object({
  lines: z.array(inboxLine),
  unread: z.number(),
  older: z.number().optional(),
  newer: z.number().optional(),
});

export const searchHit = z.object({
  kind: z.enum(["comment", "decision", "meeting", "proposal", "ticket"]),
  href: z.string(),
  title: z.string(),
  excerpt: z.string(),
  at: instant,
});

export const historyEntry = z.object({
  id: z.string(),
  at: instant,
  who: z.string(),
  sentence: z.string(),
  why: z.string().optional(),
});
