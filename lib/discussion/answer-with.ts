import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { isAnybodyElseIn } from "../people/holder-queries";
import { done, notFound, type Result, refuse } from "../result";
import { isOfficer } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { record } from "../workflow/events";
import { decide, type Step } from "../workflow/machine";
import { type Discussed, type HeldQuestion, holdQuestion, lockDiscussed, type Person } from "./facts";
import { questionMachine } from "./machine";
import { commentsVisibleTo } from "./visibility";

export interface GivenAnswer {
  question: number;
  version?: number;
  /** The comment that answers it: `wasSaid` tells one that was there before from one that is written for it. */
  comment?: { id: number; wasSaid: boolean };
  /** The revision that answers it. */
  revision?: number;
}

interface Answer {
  personId: number;
  commentId: number | null;
  revision: number | null;
}

/**
 * Gives an answer to a question: a comment of the same discussion, a revision of the proposal, or both. The first answer
 * settles the question of a person or a body; a role's stays open until everybody who holds it has answered, or
 * somebody who may says that it is enough.
 */
export async function answerWith(
  tx: Tx,
  actor: Person,
  on: Discussed,
  given: GivenAnswer,
): Promise<Result<{ id: number; number: number }>> {
  await lockDiscussed(tx, on);
  const held = await holdQuestion(tx, on, given.question);
  if (!held.ok) return held;
  const question = held.value;
  if (question.facts.status === "withdrawn") return takenBack(question.number);
  const answer = await readAnswer(tx, actor, on, given);
  if (!answer.ok) return answer;
  const step = decide(questionMachine, "answer", actor, question.facts);
  if (!step.ok) return step;
  const kept = await keepAnswer(tx, question, answer.value);
  if (!kept.ok) return kept;
  const { id, number } = question;
  const version = given.version ?? question.version;
  const written = given.comment && !given.comment.wasSaid;
  const settled = await settleOrGoOn(
    tx,
    { on, question: { ...question, version }, step: step.value },
    {
      ...answer.value,
      ...(written && { isNew: true }),
    },
  );
  return settled.ok ? done({ id, number }) : settled;
}

/** What answers too late is said all the same: as a comment that owes nothing to the question. */
function takenBack(number: number) {
  return refuse(
    "refused",
    `Question ${number} was withdrawn meanwhile; nobody owes an answer. Your text is kept: it can be posted as a plain comment.`,
  );
}

/** Checks that what is said to answer is there, and reads whose answer it is. */
async function readAnswer(
  tx: Tx,
  actor: Person,
  on: Discussed,
  { comment, revision }: GivenAnswer,
): Promise<Result<Answer>> {
  const current = on.revision ?? 0;
  if (revision !== undefined && revision > current) {
    const message = `There is no revision ${revision}; ${current ? `the newest is revision ${current}` : "a ticket has none"}.`;
    return refuse("invalid", message, [{ path: "revision", message }]);
  }
  const answer = { personId: actor.personId, commentId: null, revision: revision ?? null };
  if (!comment) return done(answer);
  const row = await tx.comment.findFirst({
    where: {
      id: comment.id,
      proposalId: on.proposalId,
      ticketId: on.ticketId,
      AND: commentsVisibleTo(actor),
    },
    select: { authorId: true, visibility: true },
  });
  if (!row) return notFound("comment");
  if (row.visibility === "executive") {
    return refuse("refused", "Only the board reads that comment; who asked could not read the answer.");
  }
  const personId = answersForOthers(actor, on) ? row.authorId : actor.personId;
  return done({ ...answer, personId, commentId: comment.id });
}

/** The officers and the author write down what was said: the answer is of whom said it. Others give their own. */
function answersForOthers(actor: Person, on: Discussed): boolean {
  return isOfficer(actor) || actor.personId === on.authorId;
}

/** One answer of each person stands; the unique index says the same of two that come at once. */
async function keepAnswer(tx: Tx, question: HeldQuestion, answer: Answer): Promise<Result<null>> {
  if (question.facts.answeredIds.includes(answer.personId)) {
    return refuse(
      "refused",
      `An answer of the same person to question ${question.number} is there already. Change that comment, or add one to the discussion.`,
    );
  }
  await tx.questionAnswer.create({ data: { ...answer, questionId: question.id, createdAt: now() } });
  return done(null);
}

interface Weighed {
  on: Discussed;
  question: HeldQuestion;
  step: Step;
}

async function settleOrGoOn(
  tx: Tx,
  { on, question, step }: Weighed,
  { personId, commentId, revision, isNew }: Answer & { isNew?: boolean },
): Promise<Result<bigint>> {
  const { proposalId, ticketId, executive } = on;
  const { id, number, version, facts } = question;
  const data = {
    number,
    personId,
    ...(commentId !== null && { commentId }),
    ...(revision !== null && { revision }),
    ...(isNew && { isNew }),
  };
  const ofOne = facts.askedOfRole === null;
  const heard = [...facts.answeredIds, personId, facts.askedById];
  if (ofOne || !(await isAnybodyElseIn(tx, facts.askedOfRole, heard))) {
    const set = { answeredAt: now(), ...(ofOne && { answerCommentId: commentId, answerRevision: revision }) };
    return applyStep(tx, step, { id, version }, { proposalId, ticketId, executive, data, set });
  }
  const event = { type: "question.answer_given", subject: "question", subjectId: id };
  return done(await record(tx, step.actor, { ...event, proposalId, ticketId, executive, data }));
}
