import type {
  ImportPlan,
  MetadataChange,
  PersonRef,
  PlannedComment,
  PlannedEvent,
  PlannedState,
} from "../import-plan";
import { questionsIn, summaryOf } from "../plan-parts";
import { parseMetadataUpdate } from "./metadata-update";
import { type PagureComment, type PagureIssue, type PagurePerson, sourceKeyOf } from "./schema";

/** Translates one issue of Pagure into what the portal stores of it. Decides nothing, writes nothing. */
export function planImport(issue: PagureIssue): ImportPlan {
  const written = issue.comments.filter((comment) => !comment.notification);
  const ids = new Set(written.map(({ id }) => id));
  const events = issue.comments.filter((comment) => comment.notification).flatMap(planEvents);
  return {
    sourceKey: sourceKeyOf(issue),
    tracker: "pagure",
    sourceUrl: issue.full_url,
    number: issue.id,
    title: issue.title,
    summary: summaryOf(issue.content),
    body: issue.content,
    visibility: issue.private ? "executive" : "public",
    createdAt: issue.date_created,
    updatedAt: issue.last_updated,
    author: personRef(issue.user),
    people: peopleOf(issue, events),
    comments: written.map((comment) => planComment(comment, ids)),
    events,
    closed: planClosing(issue),
    state: planState(issue),
    questions: questionsIn(
      issue,
      written.map(({ id, comment }) => ({ id, text: comment })),
    ),
  };
}

function personRef(person: PagurePerson): PersonRef {
  return { username: person.name, fullName: person.fullname?.trim() || person.name };
}

function optionalRef(person: PagurePerson | null | undefined): PersonRef | null {
  return person ? personRef(person) : null;
}

function planComment(comment: PagureComment, ids: Set<number>): PlannedComment {
  return {
    sourceId: comment.id,
    author: personRef(comment.user),
    at: comment.date_created,
    markdown: comment.comment,
    ...(comment.edited_on ? { editedAt: comment.edited_on } : {}),
    ...(comment.editor ? { editor: personRef(comment.editor) } : {}),
    // A deleted comment leaves its answers behind; they then answer nothing.
    ...(comment.parent && ids.has(comment.parent) ? { parentId: comment.parent } : {}),
    reactions: comment.reactions,
  };
}

function planEvents(note: PagureComment): PlannedEvent[] {
  const by = personRef(note.user);
  return changesIn(note).map((change, index) => ({
    sourceId: `${note.id}.${index}`,
    at: note.date_created,
    by,
    change,
    text: change.text,
  }));
}

/** A note that names somebody else than its writer keeps its first line too, so that the name is not lost. */
function changesIn(note: PagureComment): MetadataChange[] {
  const { by, changes } = parseMetadataUpdate(note.comment);
  if (by === null || by === note.user.name) return changes;
  const header = note.comment.trim().split(/\r?\n/)[0] ?? "";
  return [{ kind: "other", text: header }, ...changes];
}

/** Old trackers closed an issue by a status of another name, such as "Invalid". */
function planClosing(issue: PagureIssue): ImportPlan["closed"] {
  if (issue.status === "Open") return null;
  const status = issue.close_status ?? (issue.status === "Closed" ? null : issue.status);
  return { at: issue.closed_at ?? null, by: optionalRef(issue.closed_by), status };
}

function planState(issue: PagureIssue): PlannedState {
  return {
    tags: issue.tags,
    milestone: issue.milestone ?? null,
    priority: issue.priority ?? null,
    customFields: issue.custom_fields.map(({ name, key_type, value }) => ({
      name,
      type: key_type ?? null,
      value,
    })),
    assignee: optionalRef(issue.assignee),
    depends: issue.depends,
    blocks: issue.blocks,
  };
}

function peopleOf(issue: PagureIssue, events: PlannedEvent[]): PersonRef[] {
  const named = [
    issue.user,
    ...issue.comments.flatMap(({ user, editor }) => (editor ? [user, editor] : [user])),
    ...[issue.assignee, issue.closed_by].filter((person) => person !== null && person !== undefined),
  ].map(personRef);
  const mentioned = [
    ...issue.comments.flatMap(({ reactions }) => Object.values(reactions).flat()),
    ...events.flatMap(({ change }) => (change.kind === "assignee" ? [change.to, change.from] : [])),
  ].filter((username) => username !== null);
  const people = new Map<string, PersonRef>();
  for (const person of named) if (!people.has(person.username)) people.set(person.username, person);
  for (const username of mentioned)
    if (!people.has(username)) people.set(username, { username, fullName: username });
  return [...people.values()];
}
