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
  const id = { id: true } as const;
  const { from, to } = claim;
  const owner = { where: { ownerPersonId: from }, data: { ownerPersonId: to }, select: id };
  const written = { where: { authorId: from }, data: { authorId: to }, select: id };
  const ids = async (rows: Promise<{ id: number }[]>) => (await rows).map((row) => row.id);
  return {
    proposals: await ids(tx.proposal.updateManyAndReturn(written)),
    comments: await ids(tx.comment.updateManyAndReturn(written)),
    edits: await ids(
      tx.comment.updateManyAndReturn({ where: { editorId: from }, data: { editorId: to }, select: id }),
    ),
    asked: await ids(
      tx.question.updateManyAndReturn({ where: { askedById: from }, data: { askedById: to }, select: id }),
    ),
    owed: await ids(
      tx.question.updateManyAndReturn({
        where: { askedOfPersonId: from },
        data: { askedOfPersonId: to },
        select: id,
      }),
    ),
    answered: await ids(
      // Where both have answered a question, the placeholder's answer stays as it was known.
      tx.questionAnswer.updateManyAndReturn({
        where: { personId: from, question: { answers: { none: { personId: to } } } },
        data: { personId: to },
        select: id,
      }),
    ),
    ownedAsks: await ids(tx.ask.updateManyAndReturn(owner)),
    ownedTickets: await ids(tx.ticket.updateManyAndReturn(owner)),
    openedTickets: await ids(
      tx.ticket.updateManyAndReturn({ where: { requesterId: from }, data: { requesterId: to }, select: id }),
    ),
    ownedLines: await ids(tx.minuteLine.updateManyAndReturn(owner)),
    ownedConditions: await ids(tx.condition.updateManyAndReturn(owner)),
    slotRequests: await ids(
      tx.slotRequest.updateManyAndReturn({
        where: { requestedById: from },
        data: { requestedById: to },
        select: id,
      }),
    ),
    presented: await ids(
      tx.agendaItem.updateManyAndReturn({
        where: { presenterId: from },
        data: { presenterId: to },
        select: id,
      }),
    ),
    concernsOwed: await ids(
      tx.concern.updateManyAndReturn({
        where: { resolverPersonId: from },
        data: { resolverPersonId: to },
        select: id,
      }),
    ),
  };
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
