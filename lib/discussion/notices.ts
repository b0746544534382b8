import {
  type Notice,
  type NoticeTable,
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
      to: ownerOf(question.askedOfPersonId, question.askedOfBodyId),
      sentence: `${event.actor.name} asks on ${where}: ${question.text}`,
    })),

  "question.answered": (event) =>
    withQuestion(event, (question, where) => ({
      to: people(question.askedById),
      sentence: `${event.actor.name} answered your question ${question.number} on ${where}.`,
    })),

  "question.reopened": (event) =>
    withQuestion(event, (question, where) => ({
      to: ownerOf(question.askedOfPersonId, question.askedOfBodyId),
      sentence: `${event.actor.name} opened question ${question.number} on ${where} again: the answer is still owed.`,
    })),

  "question.withdrawn": (event) =>
    withQuestion(event, (question, where) => ({
      to: [...ownerOf(question.askedOfPersonId, question.askedOfBodyId), ...people(question.askedById)],
      sentence: `${event.actor.name} took question ${question.number} on ${where} back. Nobody owes an answer any more.`,
    })),

  "question.left_unanswered": (event) =>
    withQuestion(event, (question, where) => ({
      to: [...ownerOf(question.askedOfPersonId, question.askedOfBodyId), ...people(question.askedById)],
      sentence: `The meeting left question ${question.number} on ${where} unanswered. It stays owed.`,
    })),
};

/** The authors hear of a comment, unless the question or the answer in it tells them already. */
function onProposal({ proposal, actor, asked, answered, data }: ToldEvent): Notice[] {
  if (!proposal) return [];
  const toldOtherwise = new Set([
    ...asked.map((question) => question.askedOfPersonId),
    ...answered.map((question) => question.askedById),
  ]);
  const to = [proposal.authorId, ...proposal.coAuthorIds].filter((id) => !toldOtherwise.has(id));
  const sentence = `${actor.name} commented on #${proposal.number} ${proposal.title}.`;
  const href = commentHref(`/proposals/${proposal.number}`, data.commentId);
  return to.length === 0 ? [] : [{ to: people(...to), sentence, href }];
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
