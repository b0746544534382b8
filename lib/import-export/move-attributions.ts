import type { Tx } from "../db/transaction";
import { keysOf } from "../keys-of";

interface Claim {
  from: number;
  to: number;
}

/** What can change hands: the table, and the column that names its person. */
const columns = {
  proposals: ["proposal", "authorId"],
  comments: ["comment", "authorId"],
  edits: ["comment", "editorId"],
  asked: ["question", "askedById"],
  owed: ["question", "askedOfPersonId"],
  answered: ["questionAnswer", "personId"],
  ownedAsks: ["ask", "ownerPersonId"],
  ownedTickets: ["ticket", "ownerPersonId"],
  openedTickets: ["ticket", "requesterId"],
  ownedLines: ["minuteLine", "ownerPersonId"],
  ownedConditions: ["condition", "ownerPersonId"],
  slotRequests: ["slotRequest", "requestedById"],
  presented: ["agendaItem", "presenterId"],
  concernsOwed: ["concern", "resolverPersonId"],
} as const;

export const movedKinds = keysOf(columns);

/** What moved from a placeholder to its person: the ids, so that it can be told, and taken back. */
export type Moved = Record<keyof typeof columns, number[]>;

/**
 * Gives the person what stands under the placeholder's name and can change hands. Events, revisions and decisions are
 * records of what was said then, and keep the name that was known then.
 */
export async function moveAttributions(tx: Tx, claim: Claim): Promise<Moved> {
  return move(tx, claim, {});
}

/** What a claim gave, and when: what of it is to go back. */
interface Back extends Claim {
  wanted: Moved;
  since: Date;
}

/**
 * Gives back what a claim moved, as far as it still names the person: what was handed on meanwhile stays where it is, and
 * so does an ask that they took on themself since.
 */
export async function moveBack(tx: Tx, { wanted, since, ...claim }: Back): Promise<Moved> {
  const takenOn = await tx.ask.findMany({
    where: { id: { in: wanted.ownedAsks }, consentById: claim.from, consentAt: { gt: since } },
    select: { id: true },
  });
  const kept = new Set(takenOn.map(({ id }) => id));
  return move(tx, claim, { ...wanted, ownedAsks: wanted.ownedAsks.filter((id) => !kept.has(id)) });
}

/** Moves every row that names one to the other; with a list, only rows of it. */
async function move(tx: Tx, { from, to }: Claim, only: Partial<Moved>): Promise<Moved> {
  const moved: Partial<Moved> = {};
  for (const kind of movedKinds) {
    const [model, column] = columns[kind];
    // Prisma gives its models no common type; each of these has an id and its column.
    const delegate = tx[model] as unknown as Delegate;
    const rows = await delegate.updateManyAndReturn({
      where: {
        [column]: from,
        ...(only[kind] && { id: { in: only[kind] } }),
        // Where both have answered a question, each answer stays as it was known.
        ...(kind === "answered" && { question: { answers: { none: { personId: to } } } }),
      },
      data: { [column]: to },
      select: { id: true },
    });
    moved[kind] = rows.map(({ id }) => id);
  }
  return moved as Moved; // each of them
}

interface Delegate {
  updateManyAndReturn(args: { where: object; data: object; select: object }): Promise<{ id: number }[]>;
}

/** Whether something among it may only be known to those who read the executive session. */
export async function holdsExecutive(tx: Tx, moved: Moved): Promise<boolean> {
  const executive = { visibility: "executive" } as const;
  const found = await tx.proposal.findFirst({
    where: {
      ...executive,
      OR: [
        { id: { in: moved.proposals } },
        { comments: { some: { id: { in: [...moved.comments, ...moved.edits] } } } },
        { questions: { some: { id: { in: [...moved.asked, ...moved.owed] } } } },
        { questions: { some: { answers: { some: { id: { in: moved.answered } } } } } },
        { concerns: { some: { id: { in: moved.concernsOwed } } } },
        { asks: { some: { id: { in: moved.ownedAsks } } } },
        { tickets: { some: { id: { in: [...moved.ownedTickets, ...moved.openedTickets] } } } },
      ],
    },
    select: { id: true },
  });
  return found !== null;
}
