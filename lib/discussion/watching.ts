/** What somebody has said about being told of a proposal or a ticket; without a word, whoever takes part is told. */
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

/**
 * Of what followers hear: what moves a discussion, not its bookkeeping, and not what comes of a decision at once, which
 * the decision tells.
 */
const followed = new Set([
  "comment.posted",
  "question.asked",
  "question.answer_given",
  "question.answered",
  "question.concluded",
  "question.accepted",
  "question.reopened",
  "question.withdrawn",
  "proposal.revised",
  "proposal.scheduled",
  "proposal.unscheduled",
  "proposal.review_opened",
  "proposal.split_confirmed",
  "proposal.completed",
  "proposal.withdrawn",
  "proposal.closed_without_follow_up",
  "proposal.taken_up",
  "decision.recorded",
  "ticket.filed",
  "ticket.accepted",
  "ticket.reporter_asked",
  "ticket.reporter_answered",
  "ticket.fulfilled",
  "ticket.declined",
  "ticket.marked_duplicate",
  "ticket.reopened",
  "ticket.withdrawn",
  "ticket.bounced",
  "ticket.taken_back",
  "ticket.returned_from_board",
  "ticket.rerouted",
  "ticket.planned",
  "ticket.unblocked",
]);
/** Rooms of which followers hear everything. */
const followedRooms = /^(concern|material|relation|endorsement)\./;

export function isFollowed(eventType: string): boolean {
  return followed.has(eventType) || followedRooms.test(eventType);
}

/** What the reader is told, in a sentence. */
export function stanceText({ level, takesPart }: Stance): string {
  if (level === "watching") return "You watch it: you are told of everything.";
  if (level === "muted") return "You muted it: you are told only of what is addressed to you.";
  if (takesPart) return "You take part: you are told of everything.";
  return "You are told only of what is addressed to you.";
}

/** What a reader can choose instead: a level, or none. */
export interface WatchChoice {
  level: WatchLevel | "none";
  label: string;
}

export function watchChoices({ level, takesPart }: Stance): WatchChoice[] {
  const watch: WatchChoice = { level: "watching", label: "Watch" };
  const mute: WatchChoice = { level: "muted", label: "Mute" };
  if (level === "watching") return [{ level: "none", label: "Stop watching" }, mute];
  if (level === "muted") return [{ level: "none", label: "Stop muting" }, ...(takesPart ? [] : [watch])];
  return takesPart ? [mute] : [watch, mute];
}
