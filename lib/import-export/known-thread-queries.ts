import { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import type { ImportPlan } from "./import-plan";
import type { SourceState } from "./source-state";
import type { Thread } from "./thread-events";

export interface KnownComment {
  id: number;
  editedAt: Date | null;
  reactions: unknown;
}

/** A thread that an earlier import brought, with what there is of it. */
export interface KnownThread extends Thread {
  number: number;
  status: string;
  closedAs: string | null;
  closedAt: Date | null;
  title: string;
  body: string;
  version: number;
  authorId: number;
  updatedAt: Date;
  state: SourceState | null;
  /** Whether somebody did something with it in the portal: then its state is the portal's. */
  touched: boolean;
  /** Whether its text was revised in the portal: then its text is the portal's. */
  revised: boolean;
  comments: Map<string, KnownComment>;
  /** What else is known by a source key: notes of the tracker and offered sentences. */
  keys: Set<string>;
}

/** One plan with the thread that it is about: a known one, or the key that a new one gets. */
export type Matched = { plan: ImportPlan; known: KnownThread } | { plan: ImportPlan; sourceKey: string };

/**
 * Finds what the portal has of these threads, and holds their rows until the transaction ends. A tracker gives the
 * number of a deleted issue to another one: that one began at another time, and is known by its time as well.
 */
export async function matchThreads(tx: Tx, plans: readonly ImportPlan[]): Promise<Matched[]> {
  const rows = await holdRows(
    tx,
    plans.flatMap((plan) => [plan.sourceKey, laterKey(plan)]),
  );
  const known = await withContents(tx, rows);
  return plans.map((plan) => {
    const first = known.get(plan.sourceKey);
    if (first && sameSecond(first.createdAt, plan.createdAt)) return { plan, known: first };
    const later = known.get(laterKey(plan));
    if (later) return { plan, known: later };
    return { plan, sourceKey: first ? laterKey(plan) : plan.sourceKey };
  });
}

function laterKey(plan: ImportPlan): string {
  return `${plan.sourceKey}@${plan.createdAt.toISOString().slice(0, 19)}Z`;
}

/** Older hosts wrote no decimals, so that the same instant can come with and without them. */
function sameSecond(one: Date, other: Date): boolean {
  return Math.floor(one.getTime() / 1000) === Math.floor(other.getTime() / 1000);
}

const proposalSelect = {
  id: true,
  sourceKey: true,
  number: true,
  status: true,
  closedAs: true,
  closedAt: true,
  visibility: true,
  title: true,
  sections: true,
  revision: true,
  version: true,
  authorId: true,
  createdAt: true,
  updatedAt: true,
  sourceState: true,
} satisfies Prisma.ProposalSelect;

type Row = Prisma.ProposalGetPayload<{ select: typeof proposalSelect }>;

async function holdRows(tx: Tx, keys: string[]): Promise<Row[]> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Proposal" WHERE "sourceKey" = ANY(${keys})
    ORDER BY "id" FOR NO KEY UPDATE`);
  return tx.proposal.findMany({ where: { sourceKey: { in: keys } }, select: proposalSelect });
}

async function withContents(
  tx: Tx,
  rows: readonly Row[],
): Promise<Map<string, KnownThread & { createdAt: Date }>> {
  const inThese = { proposalId: { in: rows.map(({ id }) => id) } };
  const imported = { ...inThese, sourceKey: { not: null } };
  const comments = await tx.comment.findMany({
    where: imported,
    select: { id: true, proposalId: true, sourceKey: true, editedAt: true, reactions: true },
  });
  const events = await tx.event.findMany({ where: imported, select: { proposalId: true, sourceKey: true } });
  const offered = await tx.questionCandidate.findMany({
    where: inThese,
    select: { proposalId: true, sourceKey: true },
  });
  const deeds = await tx.event.groupBy({
    by: ["proposalId", "type"],
    where: { ...inThese, sourceKey: null },
  });
  const threads = new Map(rows.map((row) => [row.id, threadOf(row)]));
  for (const { proposalId, sourceKey, ...comment } of comments)
    threads.get(proposalId ?? 0)?.comments.set(sourceKey ?? "", comment);
  for (const { proposalId, sourceKey } of [...events, ...offered])
    threads.get(proposalId ?? 0)?.keys.add(sourceKey ?? "");
  for (const { proposalId, type } of deeds) {
    const thread = threads.get(proposalId ?? 0);
    if (thread)
      Object.assign(thread, { touched: true, revised: thread.revised || type === "proposal.revised" });
  }
  return new Map([...threads.values()].map((thread) => [thread.sourceKey, thread]));
}

function threadOf(row: Row): KnownThread & { createdAt: Date } {
  const { sections, sourceState, sourceKey, visibility, ...columns } = row;
  const parts = sections as { key: string; markdown: string }[]; // written by content.ts and by the import, in this shape
  return {
    ...columns,
    sourceKey: sourceKey ?? "",
    executive: visibility === "executive",
    body: parts.find(({ key }) => key === "body")?.markdown ?? "",
    state: sourceState as SourceState | null, // written only by the import, by stateOf
    touched: false,
    revised: false,
    comments: new Map(),
    keys: new Set(),
  };
}
