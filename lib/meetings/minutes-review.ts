import { type Actor, personIdOf } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import type { BesideRow, MinutesCommentRow } from "./minutes-beside-facts";
import { minutesCommentMachine } from "./minutes-comment-machine";
import type { SessionRow } from "./session-row";

export interface MinutesThread extends MinutesCommentRow {
  /** Title of the item that it is about. */
  item: string | null;
  replies: MinutesCommentRow[];
  moves: AllowedMove[];
}

/** What the board says about a draft, and who has reviewed it. */
export interface MinutesReviewing {
  threads: MinutesThread[];
  open: number;
  reviews: { by: { handle: string; name: string }; at: string; isFresh: boolean }[];
  /** The reader has reviewed it as it is now. */
  ownIsFresh: boolean;
  mayComment: boolean;
  /** What a comment can be about. */
  items: { id: number; title: string }[];
}

/** Comments that begin a thread and that nobody has resolved. */
export function openThreads({ comments }: BesideRow): number {
  return comments.filter(({ parentId, status }) => parentId === null && status === "open").length;
}

/** Puts the review of a draft together; a review is fresh while neither the record nor a comment came after it. */
export function reviewingOf(actor: Actor, session: SessionRow, beside: BesideRow): MinutesReviewing {
  const { minutesStatus } = session;
  const last = Math.max(
    ...[
      beside.changedAt,
      ...beside.comments.flatMap(({ at, parentId }) => (parentId === null ? [at] : [])),
    ].map((at) => (at ? Date.parse(at) : 0)),
  );
  const reviews = beside.reviews.map(({ personId, by, at }) => ({
    ...{ personId, by, at },
    isFresh: Date.parse(at) >= last,
  }));
  const items = session.items.filter(({ status }) => status === "open" || status === "done");
  return {
    threads: beside.comments
      .filter(({ parentId }) => parentId === null)
      .map((comment) => threadOf(actor, comment, { session, beside })),
    open: openThreads(beside),
    reviews: reviews.map(({ by, at, isFresh }) => ({ by, at, isFresh })),
    ownIsFresh: reviews.some(({ personId, isFresh }) => isFresh && personId === personIdOf(actor)),
    mayComment: minutesStatus === "draft" || minutesStatus === "reviewed",
    items: items.map(({ id, title }) => ({ id, title })),
  };
}

function threadOf(
  actor: Actor,
  comment: MinutesCommentRow,
  { session, beside }: { session: SessionRow; beside: BesideRow },
): MinutesThread {
  const { status, authorId } = comment;
  return {
    ...comment,
    item: session.items.find(({ id }) => id === comment.itemId)?.title ?? null,
    replies: beside.comments.filter(({ parentId }) => parentId === comment.id),
    moves: allowedMoves(minutesCommentMachine, actor, {
      status,
      authorId,
      minutesStatus: session.minutesStatus,
    }),
  };
}
