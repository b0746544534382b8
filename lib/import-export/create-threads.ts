import type { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { renderMarkdown } from "../discussion/markdown";
import type { ImportPlan } from "./import-plan";
import { type People, personIn } from "./placeholders";
import { asJson, closedAsOf, closedAtOf, lastChangeOf, stateOf } from "./source-state";
import type { Thread } from "./thread-events";

export interface NewThread {
  plan: ImportPlan;
  /** What it will be known by; mostly the plan's own. */
  sourceKey: string;
}

export interface CreatedThread extends Thread {
  plan: ImportPlan;
  number: number;
}

/** A tracker that counts further than this keeps its number only in its address: ours would run out. */
const highestKeptNumber = 1_000_000;

/** Makes a proposal of each thread, with its number where that is free, else with the next one. */
export async function createThreads(
  tx: Tx,
  threads: readonly NewThread[],
  people: People,
): Promise<CreatedThread[]> {
  if (threads.length === 0) return [];
  const rows = new Map(threads.map((thread) => [thread.sourceKey, rowOf(thread, people)]));
  const numbers = await freeNumbers(tx, threads);
  const numbered = [...numbers].map(([number, key]) => ({ ...rowFor(rows, key), number }));
  const kept = await insert(tx, numbered);
  const left = [...rows].filter(([key]) => !kept.has(key)).map(([, row]) => row);
  const placed = new Map([...kept, ...(await insert(tx, left))]);
  const created = threads.map(({ plan, sourceKey }): CreatedThread => {
    const { id, number } = rowFor(placed, sourceKey);
    return { id, number, sourceKey, plan, executive: plan.visibility === "executive", revision: 1 };
  });
  await keepFirstRevisions(tx, created, rows);
  return created;
}

type ProposalRow = Prisma.ProposalCreateManyInput & {
  sourceKey: string;
  sections: ReturnType<typeof sectionsOf>;
};

function rowOf({ plan, sourceKey }: NewThread, people: People): ProposalRow {
  const { title, summary, visibility, createdAt, sourceUrl } = plan;
  return {
    ...{ title, summary, visibility, createdAt, sourceUrl, sourceKey },
    status: plan.closed ? "closed" : "discussion",
    closedAs: closedAsOf(plan),
    closedAt: closedAtOf(plan),
    publishedAt: createdAt,
    updatedAt: lastChangeOf(plan),
    sections: sectionsOf(plan),
    authorId: personIn(people, plan.author),
    revision: 1,
    sourceState: asJson(stateOf(plan, false)),
  };
}

/** The opening text, to the letter, as the one section that an imported thread has. */
export function sectionsOf({ body }: ImportPlan): { key: string; markdown: string; html: string }[] {
  return body.trim() ? [{ key: "body", markdown: body, html: renderMarkdown(body) }] : [];
}

/** Which numbers can be kept, by number, each with the source that keeps it. */
async function freeNumbers(tx: Tx, threads: readonly NewThread[]): Promise<Map<number, string>> {
  const wishes = threads.filter(({ plan }) => plan.number <= highestKeptNumber);
  const wanted = wishes.map(({ plan }) => plan.number);
  const rows = await tx.proposal.findMany({ where: { number: { in: wanted } }, select: { number: true } });
  const taken = new Set(rows.map(({ number }) => number));
  const free = new Map<number, string>();
  for (const { plan, sourceKey } of wishes) {
    if (!taken.has(plan.number) && !free.has(plan.number)) free.set(plan.number, sourceKey);
  }
  await passInSequence(tx, Math.max(0, ...free.keys()));
  return free;
}

const lastSteps = 1000;

/**
 * Takes the sequence past a number, while others may take one at any moment: a leap that ends well before it, then one
 * number after the other. A leap all the way could set the sequence back behind somebody who was quicker.
 */
async function passInSequence(tx: Tx, highest: number): Promise<void> {
  await tx.$queryRaw`SELECT setval('"Proposal_number_seq"', ${highest - lastSteps}::bigint)
    FROM "Proposal_number_seq" WHERE last_value < ${highest - lastSteps}::bigint`;
  await tx.$queryRaw`SELECT count(nextval('"Proposal_number_seq"'))
    FROM generate_series((SELECT last_value + is_called::int FROM "Proposal_number_seq"), ${highest}::bigint)`;
}

/** What it inserted, by its source. A number that somebody took a moment ago is left out, not an error. */
async function insert(
  tx: Tx,
  data: readonly ProposalRow[],
): Promise<Map<string, { id: number; number: number }>> {
  const created = await tx.proposal.createManyAndReturn({
    data: [...data],
    skipDuplicates: true,
    select: { id: true, number: true, sourceKey: true },
  });
  return new Map(created.map(({ sourceKey, id, number }) => [sourceKey ?? "", { id, number }]));
}

async function keepFirstRevisions(
  tx: Tx,
  created: readonly CreatedThread[],
  rows: ReadonlyMap<string, ProposalRow>,
): Promise<void> {
  await tx.proposalRevision.createMany({
    data: created.map(({ id, plan, sourceKey }) => {
      const { sections, authorId } = rowFor(rows, sourceKey);
      return {
        ...{ proposalId: id, number: 1, sections, asks: [], authorId },
        ...{ title: plan.title, summary: plan.summary, createdAt: plan.createdAt },
        reason: `Imported from ${sourceKey}.`,
      };
    }),
  });
}

function rowFor<Row>(rows: ReadonlyMap<string, Row>, key: string): Row {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`${key} was not written`);
  return row;
}
