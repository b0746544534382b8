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
  "comment.posted": onComment,

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
 * Whom a comment tells: who is asked or answered in it hears of that alone; then who is called in it, and the authors of
 * the proposal, or who asked for the ticket and who owns it. Who else follows is told by the table of followers.
 */
function onComment(event: ToldEvent): Notice[] {
  const place = placeOf(event);
  if (!place) return [];
  const { actor, asked, answered, data } = event;
  const { where } = place;
  const href = commentHref(place.page, data.commentId);
  const toldOtherwise = [
    ...asked.flatMap(debtorOf),
    ...people(...answered.map(({ askedById }) => askedById)),
  ];
  return [
    { to: toldOtherwise, sentence: "", href, silent: true },
    { to: calledIn(data), sentence: `${actor.name} mentioned you on ${where}.`, href, addressed: true },
    { to: place.hosts, sentence: `${actor.name} commented on ${where}.`, href },
  ];
}

/** What is talked about, and whose it is. */
function placeOf({ proposal, ticket }: ToldEvent): { where: string; page: string; hosts: Audience[] } | null {
  if (ticket) {
    return {
      where: `ticket ${ticket.number} ${ticket.title}`,
      page: `/tickets/${ticket.number}`,
      hosts: [...people(ticket.requesterId), ...ownerOf(ticket.ownerPersonId, ticket.ownerBodyId)],
    };
  }
  if (!proposal) return null;
  return {
    where: `#${proposal.number} ${proposal.title}`,
    page: `/proposals/${proposal.number}`,
    hosts: people(proposal.authorId, ...proposal.coAuthorIds),
  };
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

function commentHref(page: string, id: unknown): string {
  return `${page}?comment=${String(id)}#comment-${String(id)}`;
}

function withQuestion(
  event: ToldEvent,
  say: (question: ToldQuestion, where: string) => Omit<Notice, "href">,
): Notice[] {
  const { question } = event;
  const place = placeOf(event);
  if (!place || !question) return [];
  return [{ ...say(question, place.where), href: `${place.page}/questions#question-${question.number}` }];
}
