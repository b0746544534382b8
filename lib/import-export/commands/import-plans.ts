import { byActor, note } from "../../audit/note";
import { db } from "../../db/client";
import { refusalOfDatabase } from "../../db/refusals";
import type { Tx } from "../../db/transaction";
import { codeOf } from "../../error-code";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type PastEvent, recordPast } from "../../workflow/events";
import { type CreatedThread, createThreads } from "../create-threads";
import type { ImportPlan } from "../import-plan";
import { type Matched, matchThreads } from "../known-thread-queries";
import { type People, placePeople } from "../placeholders";
import { changesOf, isChange, type ThreadChanges } from "../thread-changes";
import { addComments, type NewContents, offerQuestions } from "../thread-contents";
import { closedEvent, importedEvent, noteEvent, type Thread } from "../thread-events";
import { updateThread } from "../update-threads";

export interface Imported {
  /** Threads that became proposals, that were known and got something new, and that were known already. */
  created: number;
  updated: number;
  unchanged: number;
  comments: number;
  /** Notes of the tracker that became events. */
  events: number;
  questionsOffered: number;
  /** Where each new thread is found now, in the order of the file. */
  proposals: { sourceKey: string; number: number; keptNumber: boolean }[];
}

const patienceMs = 600_000;

/** Writes threads of one tracker: all of them, or nothing. What is known already gets what is new. The past is told to nobody. */
export async function importPlans(actor: Actor, plans: readonly ImportPlan[]): Promise<Result<Imported>> {
  try {
    const work = (tx: Tx) => writeAll(tx, actor, plans);
    return done(await db.$transaction(work, { maxWait: patienceMs, timeout: patienceMs }));
  } catch (failure) {
    const refusal = refusalOfDatabase(failure) ?? refusalOfRace(failure);
    if (refusal) return { ok: false, refusal };
    throw failure;
  }
}

/** A handle that somebody took between the look and the write. */
function refusalOfRace(failure: unknown) {
  if (codeOf(failure) !== "P2002") return undefined;
  return refuse(
    "conflict",
    "Somebody took a name or number at the same moment. Nothing was imported; try again.",
  ).refusal;
}

async function writeAll(tx: Tx, actor: Actor, plans: readonly ImportPlan[]): Promise<Imported> {
  // One import at a time: the second of two waits here, and then finds what the first one wrote.
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('streamboard.import'))`;
  const people = await placePeople(tx, plans);
  const matched = await matchThreads(tx, plans);
  const created = await createThreads(tx, matched.filter(isNew), people);
  const changes = matched
    .flatMap((match) => ("known" in match ? [changesOf(match.plan, match.known)] : []))
    .filter(isChange);
  const contents = [...created.map(allOf), ...changes.map(newOf)];
  const comments = await addComments(tx, contents, people);
  const questionsOffered = await offerQuestions(tx, contents);
  const events = created.flatMap((thread) => eventsOf(thread, people));
  for (const each of changes) events.push(...(await eventsOfUpdate(tx, each, people)));
  await recordPast(tx, actor, events);
  const [threads, updated] = [created.length, changes.length];
  if (threads + updated > 0) {
    const data = { from: plans[0]?.tracker === "pagure" ? "Pagure" : "GitLab", threads, updated };
    await note(tx, byActor(actor), { type: "import.made", subject: "import", data });
  }
  return {
    created: created.length,
    updated: changes.length,
    unchanged: matched.length - created.length - changes.length,
    comments,
    events: events.filter(({ type }) => type.startsWith("tracker.")).length,
    questionsOffered,
    proposals: created.map(({ sourceKey, number, plan }) => ({
      ...{ sourceKey, number },
      keptNumber: number === plan.number,
    })),
  };
}

function isNew(match: Matched): match is Extract<Matched, { sourceKey: string }> {
  return !("known" in match);
}

function allOf(thread: CreatedThread): NewContents {
  return { thread, comments: thread.plan.comments, questions: thread.plan.questions };
}

function newOf({ known, comments, questions }: ThreadChanges): NewContents {
  return { thread: known, comments, questions };
}

/** The life of a thread in the order in which it happened, from its beginning. */
function eventsOf(thread: CreatedThread, people: People): PastEvent[] {
  const { plan, number } = thread;
  const closed = closedEvent(thread, plan, people);
  return [
    importedEvent(thread, plan, number),
    ...inOrder([...notesOf(thread, plan.events, people), ...(closed ? [closed] : [])]),
  ];
}

async function eventsOfUpdate(tx: Tx, changes: ThreadChanges, people: People): Promise<PastEvent[]> {
  const written = await updateThread(tx, changes, people);
  return inOrder([...notesOf(changes.known, changes.notes, people), ...written]);
}

function notesOf(thread: Thread, notes: ImportPlan["events"], people: People): PastEvent[] {
  return notes.map((note) => noteEvent(thread, note, people));
}

function inOrder(events: PastEvent[]): PastEvent[] {
  return events.sort((one, other) => one.at.getTime() - other.at.getTime());
}
