import { z } from "zod";
import { materialKind } from "./choices";

export const mark = z.object({ name: z.string(), revision: z.number(), markedAt: z.string() });

export const materialShown = z.object({
  number: z.number(),
  kind: materialKind,
  title: z.string(),
  url: z.string().nullable(),
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
  revision: z.number(),
  changedAt: z.string().nullable(),
  changedNote: z.string(),
  lastChangeAt: z.string().nullable(),
  removedAt: z.string().nullable(),
  removedReason: z.string(),
  version: z.number(),
  createdAt: z.string(),
  addedBy: z.object({ handle: z.string(), name: z.string() }),
  marks: z.array(mark),
});

export const director = z.object({ id: z.number(), name: z.string() });

export const preread = z.object({ directors: z.array(director), marks: z.array(mark) });
