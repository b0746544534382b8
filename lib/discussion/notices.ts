import {
  type Audience,
  type NamedAudience,
  type Notice,
  type NoticeTable,
  numbersOf,
  ownerOf,
  people,
  type ToldEvent,
  type ToldQuestion,
} from "../notifications/notice";
import { concernNotices } from "./concern-notices";

/** Whom the discussion tells: who owes an answer, who got one, and whose proposal is talked about. */
export const discussionNotices: NoticeTable = {
  ...concernNotices,
  "comment.posted": (event) => (event.ticket ? onTicket(event, event.ticket) : onProposal(event)),

  "question.asked": (event) =>
    withQuestion(event, (question, where) => ({
      to: debtorOf(question),
      sentence: `${event.actor.name} asks on ${where}: ${question.text}`,
    })),

  "question.answered": (event) =>
    withQuestion(event, (question, where) => ({
      to: people(question.askedById),
      sentence: `${event.actor.name} answered your question ${question.number} on ${where}.`,
    })),

  "question.answer_given": (event) =>
    withQuestion(event, (question, where) => ({
      to: people(question.askedById),
      sentence: `${event.actor.name} gave an answer to your question ${question.number} on ${where}. Others still owe theirs.`,
    })),

  "question.concluded": (event) =>
    withQuestion(event, (question, where) => ({
      to: people(question.askedById),
      sentence: `${event.actor.name} said that your question ${question.number} on ${where} has enough answers.`,
    })),

  "question.accepted": (event) =>
    withQuestion(event, (question, where) => ({
      to: people(...numbersOf(event.data, "answeredIds")),
      sentence: `${event.actor.name} accepted your answer to question ${question.number} on ${where}.`,
    })),

  "question.reopened": (event) =>
    withQuestion(event, (question, where) => ({
      to: debtorOf(question),
      sentence: `${event.actor.name} opened question ${question.number} on ${where} again: the answer is still owed.`,
    })),

  "question.withdrawn": (event) =>
    withQuestion(event, (question, where) => ({
      to: [...debtorOf(question), ...people(question.askedById)],
      sentence: `${event.actor.name} took question ${question.number} on ${where} back. Nobody owes an answer any more.`,
    })),

  "question.left_unanswered": (event) =>
    withQuestion(event, (question, where) => ({
      to: [...debtorOf(question), ...people(question.askedById)],
      sentence: `The meeting left question ${question.number} on ${where} unanswered. It stays owed.`,
    })),
};

/**
 * Whom a comment on a proposal tells: who is asked or answered in it hears of that alone; then who is called in it, and
 * the authors. Who else follows the proposal is told by the table of followers.
 */
function onProposal({ proposal, actor, asked, answered, data }: ToldEvent): Notice[] {
  if (!proposal) return [];
  const where = `#${proposal.number} ${proposal.title}`;
  const href = commentHref(`/proposals/${proposal.number}`, data.commentId);
  const toldOtherwise = [
    ...asked.flatMap(debtorOf),
    ...people(...answered.map(({ askedById }) => askedById)),
  ];
  return [
    { to: toldOtherwise, sentence: "", href, silent: true },
    { to: calledIn(data), sentence: `${actor.name} mentioned you on ${where}.`, href, addressed: true },
    {
      to: people(proposal.authorId, ...proposal.coAuthorIds),
      sentence: `${actor.name} commented on ${where}.`,
      href,
    },
  ];
}

/** Whom a comment calls by name: people, and all of a body or a role. */
function calledIn({ mentioned }: ToldEvent["data"]): Audience[] {
  if (typeof mentioned !== "object" || mentioned === null) return [];
  const called: Readonly<Record<string, unknown>> = { ...mentioned };
  const roles = Array.isArray(called.roles) ? called.roles : [];
  return [
    ...people(...numbersOf(called, "people")),
    ...numbersOf(called, "bodies").map((bodyId) => ({ bodyId })),
    ...roles.flatMap((role: unknown) => (typeof role === "string" ? [{ role }] : [])),
  ];
}

function debtorOf({ askedOfPersonId, askedOfBodyId, askedOfRole }: ToldQuestion): NamedAudience[] {
  return ownerOf(askedOfPersonId, askedOfBodyId, askedOfRole);
}

function onTicket({ actor, data }: ToldEvent, ticket: NonNullable<ToldEvent["ticket"]>): Notice[] {
  const to = [...people(ticket.requesterId), ...ownerOf(ticket.ownerPersonId, ticket.ownerBodyId)];
  const sentence = `${actor.name} commented on ticket ${ticket.number} ${ticket.title}.`;
  return [{ to, sentence, href: `/tickets/${ticket.number}#comment-${String(data.commentId)}` }];
}

function commentHref(page: string, id: unknown): string {
  return `${page}?comment=${String(id)}#comment-${String(id)}`;
}

function withQuestion(
  { proposal, question }: ToldEvent,
  say: (question: ToldQuestion, where: string) => Omit<Notice, "href">,
): Notice[] {
  if (!proposal || !question) return [];
  const href = `/proposals/${proposal.number}/questions#question-${question.number}`;
  return [{ ...say(question, `#${proposal.number} ${proposal.title}`), href }];
}
