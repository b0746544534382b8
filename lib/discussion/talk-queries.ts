import { readRows } from "../db/read";
import { type Actor, personIdOf } from "../workflow/actor";
import { sentenceOf } from "../workflow/history";
import { mayEditComment } from "./policy";
import type { AskedQuestion } from "./queries";
import { type ShownReaction, shownReactions } from "./reactions";
import { type TalkOf, type TimelineCut, timelineSql } from "./timeline-queries";

interface Named {
  handle: string;
  name: string;
}

export interface TalkComment {
  kind: "comment";
  id: number;
  at: string;
  author: Named;
  html: string;
  editedAt: string | null;
  mayEdit: boolean;
  /** The reader's own: nothing of it is new to them. */
  isOwn: boolean;
  /** The revision of the proposal that it speaks about. */
  revision: number | null;
  /** Only the board reads it. */
  boardOnly: boolean;
  /** The portal posted it from minutes, in the name of who published them. */
  byPortal: boolean;
  /** The comment that it replies to, where the reader may see that one. */
  replyTo: { id: number; name: string } | null;
  reactions: ShownReaction[];
  asked: AskedQuestion[];
  /** Numbers of the questions that it answers. */
  answered: number[];
  /** The number of the follow-up that it promises, where somebody marked it so. */
  promise: number | null;
}

export interface TalkEvent {
  kind: "event";
  id: string;
  at: string;
  who: string;
  sentence: string;
  why?: string;
  /** The revision that the event made: its sentence leads there. */
  revision?: number;
}

export interface QuotedComment {
  id: number;
  markdown: string;
  author: string;
  boardOnly: boolean;
}

export interface TimelinePart {
  entries: (TalkComment | TalkEvent)[];
  /** `before` of the part with what was said earlier; absent where there is none. */
  older?: number;
  /** `before` of the part with what was said later; 0 is the newest part; absent where this is the newest. */
  newer?: number;
  /** Which comments these are: 981 to 1,000 of 1,000. Absent where nobody has said anything. */
  place?: { from: number; to: number; of: number };
  /** What others said since this reader's visit before: how much, and the first of it. */
  news?: { since: string; count: number; first: number };
  quote?: QuotedComment;
}

interface PartRow {
  comments: (Omit<TalkComment, "kind" | "mayEdit" | "isOwn" | "reactions"> & {
    authorId: number;
    given: { kind: string; handle: string }[];
    imported: unknown;
  })[];
  events: (Parameters<typeof sentenceOf>[0] & { id: string; at: string })[];
  hasOlder: boolean;
  newer: number | null;
  total: number;
  above: number;
  news: TimelinePart["news"] | null;
  quote: QuotedComment | null;
}

export const commentsPerPart = 20;

/** A part of a proposal's discussion: 20 comments, the latest unless told, and what happened between them. */
export async function listTimeline(
  actor: Actor,
  proposalId: number,
  cut: TimelineCut = {},
): Promise<TimelinePart> {
  return listTalk(actor, { proposalId }, cut);
}

/** The same of a ticket. */
export async function listTicketTimeline(
  actor: Actor,
  ticketId: number,
  cut: TimelineCut = {},
): Promise<TimelinePart> {
  return listTalk(actor, { ticketId }, cut);
}

async function listTalk(actor: Actor, of: TalkOf, cut: TimelineCut): Promise<TimelinePart> {
  const [row] = await readRows<PartRow>(timelineSql(actor, of, cut, commentsPerPart));
  if (!row) return { entries: [] };
  const comments = row.comments.map((comment) => talkComment(actor, comment));
  const events = row.events.map(({ id, at, ...event }): TalkEvent => {
    const { revision } = event.data;
    const made = event.type === "proposal.revised" && typeof revision === "number";
    return { kind: "event", id, at, ...sentenceOf(event), ...(made && { revision }) };
  });
  const first = comments[0];
  const { hasOlder, newer, news, quote, above, total } = row;
  return {
    entries: [...comments, ...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    ...(hasOlder && first && { older: first.id }),
    ...(newer !== null && { newer }),
    ...(first && { place: { from: above + 1, to: above + comments.length, of: total } }),
    ...(news && { news }),
    ...(quote && { quote }),
  };
}

function talkComment(actor: Actor, row: PartRow["comments"][number]): TalkComment {
  const { authorId, given, imported, ...comment } = row;
  const reader = actor.kind === "person" ? actor.handle : null;
  return {
    ...comment,
    kind: "comment",
    mayEdit: mayEditComment(actor, { authorId, byPortal: comment.byPortal }),
    isOwn: personIdOf(actor) === authorId,
    reactions: shownReactions(given, imported, reader),
  };
}
