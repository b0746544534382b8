import { randomUUID } from "node:crypto";
import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { renderMarkdown } from "../discussion/markdown";
import { keepRevision } from "../proposals/content";
import { storedContent } from "../proposals/stored-content";
import type { PastEvent } from "../workflow/events";
import { sectionsOf } from "./create-threads";
import { type People, personIn } from "./placeholders";
import { asJson, closedAsOf, closedAtOf, lastChangeOf } from "./source-state";
import type { ThreadChanges } from "./thread-changes";
import { commentKey } from "./thread-contents";
import { closedEvent, of, reopenedEvent } from "./thread-events";

/** Brings what is there up to what the tracker says; gives the events that tell of it. */
export async function updateThread(tx: Tx, changes: ThreadChanges, people: People): Promise<PastEvent[]> {
  const { plan, known, move, reactions } = changes;
  const events: PastEvent[] = [];
  for (const { id, planned } of changes.edits) {
    const edited = await editComment(tx, changes, { id, planned }, people);
    if (edited) events.push(edited);
  }
  for (const { id, planned } of reactions) {
    await tx.comment.update({ where: { id }, data: { reactions: planned.reactions }, select: { id: true } });
  }
  await updateProposal(tx, changes);
  if (changes.text) await keepText(tx, changes);
  events.push(updatedEvent(changes));
  const moved = move === "close" ? closedEvent(known, plan, people) : undefined;
  if (moved) events.push(moved);
  if (move === "reopen") events.push(reopenedEvent(known, plan));
  return events;
}

/** The row that `matchThreads` holds locked; its version says to open forms that something changed. */
async function updateProposal(tx: Tx, changes: ThreadChanges): Promise<void> {
  const { plan, known, move, columns, state, text } = changes;
  const changesRow = move !== null || text || Object.keys(columns).length > 0;
  const updatedAt = lastChangeOf(plan) > known.updatedAt ? lastChangeOf(plan) : known.updatedAt;
  const { count } = await tx.proposal.updateMany({
    where: { id: known.id, version: known.version },
    data: {
      ...columns,
      ...(move === "close" && { status: "closed", closedAs: closedAsOf(plan), closedAt: closedAtOf(plan) }),
      ...(move === "reopen" && { status: "discussion", closedAs: null, closedAt: null }),
      ...(text && textOf(changes)),
      ...(state && { sourceState: asJson(state) }),
      ...(changesRow && { version: { increment: 1 } }),
      updatedAt,
    },
  });
  if (count !== 1) throw new Error(`${known.sourceKey} was held, and changed all the same`);
}

function textOf({ plan, known }: ThreadChanges) {
  return {
    title: plan.title,
    summary: plan.summary,
    sections: sectionsOf(plan),
    revision: known.revision + 1,
  };
}

async function keepText(tx: Tx, { plan, known }: ThreadChanges): Promise<void> {
  const content = await storedContent(tx, known.id);
  const by = {
    authorId: known.authorId,
    reason: "The text was changed in the tracker.",
    at: lastChangeOf(plan),
  };
  await keepRevision(tx, { id: known.id, revision: known.revision + 1 }, content, by);
}

/** What the comment said before stays in the event. */
async function editComment(
  tx: Tx,
  { known }: ThreadChanges,
  { id, planned }: ThreadChanges["edits"][number],
  people: People,
): Promise<PastEvent | undefined> {
  const { markdown, editor, editedAt = now() } = planned;
  const before = await tx.comment.findUniqueOrThrow({ where: { id }, select: { markdown: true } });
  const editorId = editor ? personIn(people, editor) : null;
  const data = { editedAt, editorId, markdown, html: renderMarkdown(markdown) };
  await tx.comment.update({ where: { id }, data, select: { id: true } });
  if (before.markdown === markdown) return undefined;
  return {
    ...of(known),
    subject: "comment",
    subjectId: id,
    type: "comment.edited",
    at: editedAt,
    actorId: editorId,
    sourceKey: `${commentKey(known, planned.sourceId)}@${editedAt.toISOString()}`,
    data: { commentId: id, old: before.markdown },
  };
}

/** The import's own deed, now: what it brought, and what the row said before. */
function updatedEvent({ known, state, comments, notes, edits, columns, text }: ThreadChanges): PastEvent {
  return {
    ...of(known),
    type: "proposal.import_updated",
    at: now(),
    actorId: null,
    sourceKey: `${known.sourceKey}/read/${randomUUID()}`,
    data: {
      ...{ comments: comments.length, notes: notes.length, edits: edits.length, ...columns },
      ...(state && known.state && { before: asJson(known.state) }),
      ...(text && { revision: known.revision + 1 }),
    },
  };
}
