import type { PastEvent } from "../workflow/events";
import type { ImportPlan, MetadataChange, PlannedEvent } from "./import-plan";
import { type People, personIn } from "./placeholders";
import { asJson, closedAsOf, closedAtOf } from "./source-state";

/** A thread as it stands in the portal. */
export interface Thread {
  id: number;
  sourceKey: string;
  executive: boolean;
  revision: number;
}

const types: Record<MetadataChange["kind"], string> = {
  status: "tracker.status_changed",
  close_status: "tracker.close_status_changed",
  assignee: "tracker.assigned",
  milestone: "tracker.milestone_changed",
  priority: "tracker.priority_changed",
  private: "tracker.privacy_changed",
  custom_field: "tracker.field_changed",
  tags: "tracker.tagged",
  depends: "tracker.relation_changed",
  blocks: "tracker.relation_changed",
  other: "tracker.noted",
};

/** What a note of the tracker told, as an event; its sentence stays to the letter in `text`. */
export function noteEvent(thread: Thread, note: PlannedEvent, people: People): PastEvent {
  return {
    ...of(thread),
    type: types[note.change.kind],
    at: note.at,
    actorId: personIn(people, note.by),
    sourceKey: `${thread.sourceKey}/${note.sourceId}`,
    data: { change: asJson(note.change), text: note.text },
  };
}

/** The thread began, in the tracker; from here on it is a proposal under discussion. */
export function importedEvent(thread: Thread, plan: ImportPlan, number: number): PastEvent {
  return {
    ...of(thread),
    type: "proposal.imported",
    at: plan.createdAt,
    actorId: null,
    sourceKey: `${thread.sourceKey}/imported`,
    data: { to: "discussion", sourceUrl: plan.sourceUrl, trackerNumber: plan.number, number },
  };
}

/** The tracker closed it; undefined for an open one. */
export function closedEvent(thread: Thread, plan: ImportPlan, people: People): PastEvent | undefined {
  const at = closedAtOf(plan);
  if (!plan.closed || !at) return undefined;
  const { by, status } = plan.closed;
  return {
    ...of(thread),
    type: "proposal.closed_in_tracker",
    at,
    actorId: by ? personIn(people, by) : null,
    sourceKey: `${thread.sourceKey}/closed@${plan.updatedAt.toISOString()}`,
    data: { from: "discussion", to: "closed", closedAs: closedAsOf(plan), closeStatus: status },
  };
}

/** The tracker opened it again. */
export function reopenedEvent(thread: Thread, plan: ImportPlan): PastEvent {
  return {
    ...of(thread),
    type: "proposal.reopened_in_tracker",
    at: plan.updatedAt,
    actorId: null,
    sourceKey: `${thread.sourceKey}/reopened@${plan.updatedAt.toISOString()}`,
    data: { from: "closed", to: "discussion" },
  };
}

/** What every event of a thread has in common. */
export function of(thread: Thread): Pick<PastEvent, "subject" | "subjectId" | "proposalId" | "executive"> {
  return { subject: "proposal", subjectId: thread.id, proposalId: thread.id, executive: thread.executive };
}
