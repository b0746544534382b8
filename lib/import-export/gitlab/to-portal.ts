import type { ImportPlan, PersonRef, PlannedComment, PlannedEvent, PlannedState } from "../import-plan";
import { questionsIn, summaryOf } from "../plan-parts";
import { type GitlabIssue, type GitlabNote, readIssueAddress } from "./schema";
import { changeOf } from "./system-note";

/**
 * Translates one issue of GitLab into what the portal stores of it. A confidential issue becomes what a private thread
 * becomes; an internal note of a public one is left out, because a thread here has one audience.
 */
export function planGitlab(issue: GitlabIssue): ImportPlan {
  const { host = "", project = "" } = readIssueAddress(issue.web_url) ?? {};
  const notes = issue.notes.filter((note) => issue.confidential || !isInternal(note));
  const written = notes.filter(({ system }) => !system);
  const events = notes.filter(({ system }) => system).map(planEvent);
  const plan = {
    sourceKey: `gitlab:${project}#${issue.iid}`,
    tracker: `gitlab:${host}`,
    sourceUrl: issue.web_url,
    number: issue.iid,
    title: issue.title,
    summary: summaryOf(issue.description),
    body: issue.description,
    visibility: issue.confidential ? ("executive" as const) : ("public" as const),
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    author: personRef(issue.author),
    comments: written.map(planComment),
    events,
    closed: closingOf(issue),
    state: stateOf(issue),
    questions: questionsIn(
      { title: issue.title, content: issue.description },
      written.map(({ id, body }) => ({ id, text: body })),
    ),
  };
  return { ...plan, people: peopleOf(plan) };
}

export function isInternal({ internal, confidential }: GitlabNote): boolean {
  return internal === true || confidential === true;
}

function personRef({ username, name }: GitlabIssue["author"]): PersonRef {
  return { username, fullName: name?.trim() || username };
}

/** A second: what was changed at once is no edit that anybody read before. */
const atOnceMs = 1_000;

function planComment({ id, author, created_at: at, updated_at: changed, body }: GitlabNote): PlannedComment {
  const isEdited = changed.getTime() - at.getTime() > atOnceMs;
  return {
    ...{ sourceId: id, author: personRef(author), at, markdown: body, reactions: {} },
    ...(isEdited && { editedAt: changed }),
  };
}

function planEvent({ id, author, created_at: at, body }: GitlabNote): PlannedEvent {
  const change = changeOf(body);
  return { sourceId: `${id}.0`, at, by: personRef(author), change, text: change.text };
}

/** GitLab says that an issue was closed, and not what came of it; of one that went elsewhere it does. */
function closingOf(issue: GitlabIssue): ImportPlan["closed"] {
  if (issue.state === "opened") return null;
  const by = issue.closed_by ? personRef(issue.closed_by) : null;
  return { at: issue.closed_at ?? null, by, status: issue.moved_to_id ? "Moved" : null };
}

function stateOf({ labels, milestone, assignees, due_date, weight }: GitlabIssue): PlannedState {
  const [first, ...more] = assignees;
  const field = (name: string, value: string | number | null | undefined) =>
    value == null || value === "" ? [] : [{ name, type: null, value: String(value) }];
  return {
    tags: labels,
    milestone: milestone?.title ?? null,
    priority: null,
    customFields: [
      ...field("Due date", due_date),
      ...field("Weight", weight),
      ...field("Also assigned", more.map(({ username }) => username).join(", ")),
    ],
    assignee: first ? personRef(first) : null,
    depends: [],
    blocks: [],
  };
}

function peopleOf({ author, comments, events, closed, state }: Omit<ImportPlan, "people">): PersonRef[] {
  const named = [
    author,
    ...comments.map((comment) => comment.author),
    ...events.map(({ by }) => by),
    ...[closed?.by, state.assignee].filter((person) => person != null),
  ];
  return [...new Map(named.map((person) => [person.username, person])).values()];
}
