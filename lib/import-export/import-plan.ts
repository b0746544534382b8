/** Somebody who appears in a thread; a placeholder in the portal until that person claims it. */
export interface PersonRef {
  username: string;
  /** As the tracker shows it; the username where only that is known (reactions, assignees of the past). */
  fullName: string;
}

export interface PlannedComment {
  /** The comment's id in its tracker, unique there. */
  sourceId: number;
  author: PersonRef;
  at: Date;
  /** As it was written, to the letter. */
  markdown: string;
  editedAt?: Date;
  editor?: PersonRef;
  /** The `sourceId` of the comment it answers; always one of the same plan. */
  parentId?: number;
  /** Usernames by reaction: `{ "Thumbs up": ["amara"] }`. */
  reactions: Record<string, string[]>;
}

/** What a tracker notes of a change; null is where it says "None", or does not say what was before. */
export type Fact =
  | { kind: "status"; to: string; from: string | null }
  | { kind: "close_status"; to: string | null; from: string | null }
  | { kind: "assignee"; to: string | null; from: string | null }
  | { kind: "milestone"; to: string | null; from: string | null }
  | { kind: "priority"; to: string | null; from: string | null }
  | { kind: "private"; to: boolean; from: boolean | null }
  | { kind: "custom_field"; name: string; to: string | null; from: string | null }
  | { kind: "tags"; added: string[]; removed: string[] }
  | { kind: "depends"; added: number[]; removed: number[] }
  | { kind: "blocks"; added: number[]; removed: number[] }
  | { kind: "other" };

/** `text` is the note, or its line, as it stands there, so that nothing is lost. */
export type MetadataChange = Fact & { text: string };

export interface PlannedEvent {
  /** Stable identity: the id of the note that told of it and the place in that note, `60701.0`. */
  sourceId: string;
  at: Date;
  by: PersonRef;
  change: MetadataChange;
  /** The note's line as it stands there. */
  text: string;
}

export interface PlannedQuestion {
  /** The comment that asks; null where the title or the opening text does. */
  sourceCommentId: number | null;
  /** Without its Markdown. To be offered to a person, never turned into a question silently. */
  sentence: string;
}

/** How the tracker said the issue stood when it was read. */
export interface PlannedState {
  tags: string[];
  milestone: string | null;
  /** Its number; only the project knows what it is called. */
  priority: number | null;
  customFields: { name: string; type: string | null; value: string | null }[];
  assignee: PersonRef | null;
  /** Numbers of issues in the same project. */
  depends: number[];
  blocks: number[];
}

/**
 * Everything that is to be stored of one tracker thread; the command that writes it decides nothing about the
 * tracker any more. Running an import again finds what it has by `sourceKey`, and in it each comment and event
 * by its `sourceId`. All times are instants, exact to the millisecond.
 */
export interface ImportPlan {
  /** Stable identity without the host, so that it survives a move of the tracker: `centos/board#63`. */
  sourceKey: string;
  /** Whose accounts its people are: the name under which their outside identities are kept. */
  tracker: string;
  sourceUrl: string;
  /** The number in the tracker, to be kept where it is free. */
  number: number;
  title: string;
  /** The first paragraph as plain text, at most 500 characters; may be empty. */
  summary: string;
  /** The opening text as it was written. */
  body: string;
  /** `executive`: a private issue, only for those who may see the executive session. */
  visibility: "public" | "executive";
  createdAt: Date;
  updatedAt: Date;
  author: PersonRef;
  /** Everybody who appears, each once, in the order of appearance. */
  people: PersonRef[];
  /** What people wrote, in the order of the thread. */
  comments: PlannedComment[];
  /** What the tracker noted of who changed what, in the order of the thread. */
  events: PlannedEvent[];
  /** Null while the issue is open. `status` is why it was closed, such as "Fixed", where that was said. */
  closed: { at: Date | null; by: PersonRef | null; status: string | null } | null;
  state: PlannedState;
  questions: PlannedQuestion[];
}
