import type { ImportPlan, PlannedComment, PlannedEvent, PlannedQuestion } from "./import-plan";
import type { KnownComment, KnownThread } from "./known-thread-queries";
import { closedAsOf, closedAtOf, isSame, type SourceState, stateOf } from "./source-state";
import { commentKey, questionKey } from "./thread-contents";

/** What a file says of a known thread that the portal does not have yet. Nothing is ever taken away. */
export interface ThreadChanges {
  plan: ImportPlan;
  known: KnownThread;
  comments: PlannedComment[];
  notes: PlannedEvent[];
  questions: PlannedQuestion[];
  /** Comments that the tracker shows with a later edit. */
  edits: { id: number; planned: PlannedComment }[];
  reactions: { id: number; planned: PlannedComment }[];
  text: boolean;
  move: "close" | "reopen" | null;
  /** The proposal's other columns that follow the tracker. */
  columns: {
    closedAs?: "completed" | "declined" | "no_follow_up";
    closedAt?: Date;
    visibility?: "public" | "executive";
  };
  state: SourceState | null;
}

/** Compares a plan with what is there. Pure: an unchanged file gives no change at all. */
export function changesOf(plan: ImportPlan, known: KnownThread): ThreadChanges {
  const isNewer = known.state === null || plan.updatedAt >= new Date(known.state.updatedAt);
  const keepsText = known.revised && (plan.title !== known.title || plan.body !== known.body);
  const state = stateOf(plan, keepsText);
  const columns = isNewer ? columnsOf(plan, known) : {};
  // What is written on the day of the change from or to private stays with those who may see both.
  const executive = known.executive || columns.visibility === "executive";
  const pairs = plan.comments.map((planned) => ({
    planned,
    there: known.comments.get(commentKey(known, planned.sourceId)),
  }));
  return {
    plan,
    known: { ...known, executive },
    comments: pairs.filter(({ there }) => !there).map(({ planned }) => planned),
    notes: plan.events.filter(({ sourceId }) => !known.keys.has(`${known.sourceKey}/${sourceId}`)),
    questions: plan.questions.filter((question) => !known.keys.has(questionKey(known, question))),
    edits: both(pairs)
      .filter(({ planned, there }) => isLaterEdit(planned, there))
      .map(targetOf),
    reactions: isNewer
      ? both(pairs)
          .filter(({ planned, there }) => !isSame(planned.reactions, there.reactions ?? {}))
          .map(targetOf)
      : [],
    text: isNewer && !known.revised && (plan.title !== known.title || plan.body !== known.body),
    move: isNewer && !known.touched ? moveOf(plan, known) : null,
    columns,
    state: isNewer && !isSame(state, known.state) ? state : null,
  };
}

/** Whether there is anything to write. */
export function isChange(changes: ThreadChanges): boolean {
  const { comments, notes, questions, edits, reactions, text, move, columns, state } = changes;
  const lists = [comments, notes, questions, edits, reactions, Object.keys(columns)];
  return lists.some((list) => list.length > 0) || text || move !== null || state !== null;
}

interface Pair {
  planned: PlannedComment;
  there: KnownComment;
}

function both(pairs: { planned: PlannedComment; there?: KnownComment }[]): Pair[] {
  return pairs.flatMap(({ planned, there }) => (there ? [{ planned, there }] : []));
}

function targetOf({ planned, there }: Pair): { id: number; planned: PlannedComment } {
  return { id: there.id, planned };
}

function isLaterEdit({ editedAt }: PlannedComment, there: KnownComment): boolean {
  return editedAt !== undefined && (there.editedAt === null || editedAt > there.editedAt);
}

function moveOf(plan: ImportPlan, known: KnownThread): "close" | "reopen" | null {
  if (plan.closed && known.status === "discussion") return "close";
  return !plan.closed && known.status === "closed" ? "reopen" : null;
}

/** A thread that became private is hidden here at once; one that was opened is opened only where nobody acted on it. */
function columnsOf(plan: ImportPlan, known: KnownThread): ThreadChanges["columns"] {
  const columns: ThreadChanges["columns"] = {};
  const executive = plan.visibility === "executive";
  if (executive !== known.executive && (executive || !known.touched)) columns.visibility = plan.visibility;
  if (known.touched || known.status !== "closed" || !plan.closed) return columns;
  const closedAs = closedAsOf(plan);
  const closedAt = closedAtOf(plan);
  if (closedAs && closedAs !== known.closedAs) columns.closedAs = closedAs;
  if (closedAt && plan.closed.at && closedAt.getTime() !== known.closedAt?.getTime())
    columns.closedAt = closedAt;
  return columns;
}
