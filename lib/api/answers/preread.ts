import { z } from "zod";
import { section } from "./choices";
import { materialShown, preread } from "./materials";
import { askShown } from "./proposal-parts";
import { instant, meetingStatus, outlinePart } from "./shared";

export const prereadProposal = z.object({
  number: z.number(),
  title: z.string(),
  summary: z.string(),
  status: z.string(),
  revision: z.number(),
  imported: z.boolean(),
  author: z.object({ handle: z.string(), name: z.string() }),
  sections: z.array(z.object({ key: z.string(), markdown: z.string() })),
  asks: z.array(askShown),
  questions: z.array(z.object({ number: z.number(), text: z.string() })),
  materials: z.array(materialShown),
  preread: preread,
  words: z.number(),
  isRead: z.boolean(),
});

export const prereadItem = z.object({
  id: z.number(),
  section: section,
  title: z.string(),
  isBreak: z.boolean(),
  presenter: z.object({ handle: z.string(), name: z.string() }).nullable(),
  outline: z.object({
    next: outlinePart.optional(),
    what: outlinePart.optional(),
    asked: outlinePart.optional(),
    who: outlinePart.optional(),
  }),
  note: z.string(),
  proposal: prereadProposal.nullable(),
  presentMinutes: z.number(),
  qaMinutes: z.number(),
});

export const prereadPack = z.object({
  date: z.string(),
  title: z.string(),
  startsAt: instant,
  timeZone: z.string(),
  status: meetingStatus,
  items: z.array(prereadItem),
});
