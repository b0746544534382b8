import type { Tx } from "../db/transaction";

interface Claim {
  from: number;
  to: number;
}

/** What moved from a placeholder to its person: the ids, so that it can be told, and taken back. */
export interface Moved {
  proposals: number[];
  comments: number[];
  edits: number[];
  asked: number[];
  owed: number[];
  answered: number[];
  ownedAsks: number[];
  ownedTickets: number[];
  openedTickets: number[];
  ownedLines: number[];
  ownedConditions: number[];
  slotRequests: number[];
  presented: number[];
  concernsOwed: number[];
}

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
  const among = (key: keyof Moved) => (only[key] ? { id: { in: only[key] } } : {});
  const select = { id: true } as const;
  const owner = (key: keyof Moved) => ({
    where: { ownerPersonId: from, ...among(key) },
    data: { ownerPersonId: to },
    select,
  });
  const written = (key: keyof Moved) => ({
    where: { authorId: from, ...among(key) },
    data: { authorId: to },
    select,
  });
  // Where both have answered a question, each answer stays as it was known.
  const alone = { question: { answers: { none: { personId: to } } } };
  return {
    proposals: await ids(tx.proposal.updateManyAndReturn(written("proposals"))),
    comments: await ids(tx.comment.updateManyAndReturn(written("comments"))),
    edits: await ids(
      tx.comment.updateManyAndReturn({
        where: { editorId: from, ...among("edits") },
        data: { editorId: to },
        select,
      }),
    ),
    asked: await ids(
      tx.question.updateManyAndReturn({
        where: { askedById: from, ...among("asked") },
        data: { askedById: to },
        select,
      }),
    ),
    owed: await ids(
      tx.question.updateManyAndReturn({
        where: { askedOfPersonId: from, ...among("owed") },
        data: { askedOfPersonId: to },
        select,
      }),
    ),
    answered: await ids(
      tx.questionAnswer.updateManyAndReturn({
        where: { personId: from, ...alone, ...among("answered") },
        data: { personId: to },
        select,
      }),
    ),
    ownedAsks: await ids(tx.ask.updateManyAndReturn(owner("ownedAsks"))),
    ownedTickets: await ids(tx.ticket.updateManyAndReturn(owner("ownedTickets"))),
    openedTickets: await ids(
      tx.ticket.updateManyAndReturn({
        where: { requesterId: from, ...among("openedTickets") },
        data: { requesterId: to },
        select,
      }),
    ),
    ownedLines: await ids(tx.minuteLine.updateManyAndReturn(owner("ownedLines"))),
    ownedConditions: await ids(tx.condition.updateManyAndReturn(owner("ownedConditions"))),
    ...(await moveMeetingParts(tx, { from, to }, among)),
  };
}

async function moveMeetingParts(tx: Tx, { from, to }: Claim, among: (key: keyof Moved) => object) {
  const select = { id: true } as const;
  return {
    slotRequests: await ids(
      tx.slotRequest.updateManyAndReturn({
        where: { requestedById: from, ...among("slotRequests") },
        data: { requestedById: to },
        select,
      }),
    ),
    presented: await ids(
      tx.agendaItem.updateManyAndReturn({
        where: { presenterId: from, ...among("presented") },
        data: { presenterId: to },
        select,
      }),
    ),
    concernsOwed: await ids(
      tx.concern.updateManyAndReturn({
        where: { resolverPersonId: from, ...among("concernsOwed") },
        data: { resolverPersonId: to },
        select,
      }),
    ),
  };
}

async function ids(rows: Promise<{ id: number }[]>): Promise<number[]> {
  return (await rows).map(({ id }) => id);
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
