import { z } from "zod";
import { disposition, reaction, watchLevel } from "./choices";
import {
  allowedMove,
  concernStatus,
  instant,
  named,
  owner,
  party,
  proposalStatus,
  questionStatus,
} from "./shared";

export const commentVersion = z.object({ markdown: z.string(), at: z.string(), by: named.nullable() });

export const shownReaction = z.object({
  kind: reaction.optional(),
  emoji: z.string(),
  word: z.string(),
  count: z.number(),
  mine: z.boolean(),
  by: z.array(z.string()),
});

export const shownComment = z.object({
  id: z.number(),
  html: z.string(),
  author: named,
  at: z.string(),
  editedAt: z.string().nullable(),
  revision: z.number().nullable(),
  currentRevision: z.number(),
  boardOnly: z.boolean(),
  promise: z
    .object({ number: z.number(), markedBy: z.string(), markedById: z.number(), at: z.string() })
    .nullable(),
  proposalStatus: proposalStatus.nullable(),
  versions: z.array(commentVersion),
  reactions: z.array(shownReaction),
  mayEdit: z.boolean(),
});

export const concernLine = z.object({
  id: z.number(),
  number: z.number(),
  version: z.number(),
  status: concernStatus,
  html: z.string(),
  opener: named,
  resolver: owner,
  revision: z.number(),
  response: z.object({ html: z.string(), by: named.nullable() }).nullable(),
  reason: z.string(),
  at: z.string(),
  settledAt: z.string().nullable(),
  allowedMoves: z.array(allowedMove),
});

export const answerLine = z.object({
  by: named,
  at: z.string(),
  commentId: z.number().nullable(),
  html: z.string().nullable(),
  revision: z.number().nullable(),
});

export const roleProgress = z.object({
  holders: z.number(),
  askerHolds: z.boolean(),
  answered: z.number(),
  waiting: z.array(z.string()),
});

export const settled = z.object({
  disposition: disposition,
  text: z.string(),
  ticket: z.number().nullable(),
});

export const questionLine = z.object({
  id: z.number(),
  version: z.number(),
  at: z.string(),
  commentId: z.number().nullable(),
  given: z.array(answerLine),
  setAside: z.array(answerLine),
  allowedMoves: z.array(allowedMove),
  number: z.number(),
  text: z.string(),
  status: questionStatus,
  askedBy: named,
  of: party,
  answeredBy: named.nullable(),
  answers: z.number(),
  progress: roleProgress.nullable(),
  acceptedAt: z.string().nullable(),
  settled: settled.nullable(),
});

export const owedQuestion = z.object({
  proposal: z.number().nullable(),
  ticket: z.number().nullable(),
  title: z.string(),
  number: z.number(),
  text: z.string(),
  status: z.enum(["open", "unanswered"]),
  askedBy: z.string(),
  body: z.string().nullable(),
  at: instant,
});

export const candidateLine = z.object({
  id: z.number(),
  sentence: z.string(),
  commentId: z.number().nullable(),
  author: named,
});

export const askedQuestion = z.object({
  number: z.number(),
  text: z.string(),
  status: questionStatus,
  askedBy: named,
  of: party,
  answeredBy: named.nullable(),
  answers: z.number(),
  progress: roleProgress.nullable(),
  acceptedAt: z.string().nullable(),
  settled: settled.nullable(),
});

export const talkComment = z.object({
  kind: z.literal("comment"),
  id: z.number(),
  at: z.string(),
  author: named,
  html: z.string(),
  editedAt: z.string().nullable(),
  mayEdit: z.boolean(),
  isOwn: z.boolean(),
  revision: z.number().nullable(),
  boardOnly: z.boolean(),
  byPortal: z.boolean(),
  replyTo: z.object({ id: z.number(), name: z.string() }).nullable(),
  reactions: z.array(shownReaction),
  asked: z.array(askedQuestion),
  answered: z.array(z.number()),
  promise: z.number().nullable(),
});

export const talkEvent = z.object({
  kind: z.literal("event"),
  id: z.string(),
  at: z.string(),
  who: z.string(),
  sentence: z.string(),
  why: z.string().optional(),
  revision: z.number().optional(),
});

export const quotedComment = z.object({
  id: z.number(),
  markdown: z.string(),
  author: z.string(),
  boardOnly: z.boolean(),
});

export const talkEntry = z.union([talkComment, talkEvent]);

export const timelinePart = z.object({
  entries: z.array(talkEntry),
  older: z.number().optional(),
  newer: z.number().optional(),
  place: z.object({ from: z.number(), to: z.number(), of: z.number() }).optional(),
  news: z.object({ since: z.string(), count: z.number(), first: z.number() }).optional(),
  quote: quotedComment.optional(),
});

export const watchedLine = z.object({
  number: z.number(),
  title: z.string(),
  status: z.string(),
  level: watchLevel,
  takesPart: z.boolean(),
});

export const standingConcern = z.object({ number: z.number(), opener: z.string(), text: z.string() });

export const debt = z.object({ of: party, count: z.number() });

export const stance = z.object({ level: watchLevel.nullable(), takesPart: z.boolean() });
