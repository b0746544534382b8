/** What somebody has said about being told of a proposal; without a word, whoever takes part is told. */
export const watchLevels = ["watching", "muted"] as const;
export type WatchLevel = (typeof watchLevels)[number];

/** How somebody stands to a discussion. */
export interface Stance {
  /** Said by hand. */
  level: WatchLevel | null;
  /** Wrote, asked, owes, owns, objects, endorses, or was called by name there. */
  takesPart: boolean;
}

/**
 * Whether somebody is told of what happens in a discussion. Who takes part is, and who watches; who muted it is not, but
 * for what is addressed to them: silence is no way out of a question that they owe an answer to.
 */
export function isTold({ level, takesPart }: Stance, isAddressed: boolean): boolean {
  if (isAddressed) return true;
  return level === null ? takesPart : level === "watching";
}

/**
 * Rooms whose notices speak to everybody who stands by, so that muting the proposal silences them. All others are
 * addressed to somebody: an answer to give, a consent, an endorsement, time to accept, a ticket to do.
 */
const spokenToAll = /^(comment|proposal(?!\.co_author)|decision|agenda_item|material|relation)\./;

/** Whether a notice of that event is for the people whom it names themselves, muted or not. */
export function isAddressed(eventType: string): boolean {
  return !spokenToAll.test(eventType);
}

/** Of what followers hear: what moves a discussion, not its bookkeeping. */
const followed = new Set([
  "comment.posted",
  "question.asked",
  "question.answer_given",
  "question.answered",
  "question.concluded",
  "question.accepted",
  "question.reopened",
  "question.withdrawn",
  "question.left_unanswered",
  "proposal.revised",
  "proposal.scheduled",
  "proposal.unscheduled",
  "proposal.review_opened",
  "proposal.returned",
  "proposal.split_started",
  "proposal.split_confirmed",
  "proposal.completed",
  "proposal.declined",
  "proposal.withdrawn",
  "proposal.closed_without_follow_up",
  "proposal.taken_up",
  "decision.recorded",
]);
/** Rooms of which followers hear everything. */
const followedRooms = /^(concern|material|relation|endorsement)\./;

export function isFollowed(eventType: string): boolean {
  return followed.has(eventType) || followedRooms.test(eventType);
}
