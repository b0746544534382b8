import { isFollowed } from "../discussion/watching";
import { sentenceOf } from "../workflow/history";
import type { Notice, ToldEvent, ToldProposal, ToldTicket } from "./notice";

/** What everybody who follows a proposal or a ticket is told of an event, in the words of its history. */
export function noticeForFollowers(event: ToldEvent): Notice[] {
  const { proposal, ticket } = event;
  if (!isFollowed(event.type) || isToldByComment(event)) return [];
  if (ticket)
    return [
      { to: [{ followers: true }], sentence: ticketWords(event, ticket), href: ticketHref(event, ticket) },
    ];
  if (!proposal) return [];
  return [
    { to: [{ followers: true }], sentence: wordsOf(event, proposal), href: hrefOf(event, proposal.number) },
  ];
}

/** A question that was asked or answered by a comment of the moment: the comment is what followers hear of. */
function isToldByComment({ type, data }: ToldEvent): boolean {
  if (type === "question.asked") return data.commentId !== undefined;
  return data.isNew === true;
}

function wordsOf(event: ToldEvent, { number, title }: ToldProposal): string {
  const { type, data, actor, meeting } = event;
  if (type === "comment.posted") return `${actor.name} commented on #${number} ${title}.`;
  const { who, sentence } = sentenceOf({
    type,
    data,
    actorName: actor.name,
    meetingDate: meeting?.date ?? null,
  });
  return `#${number} ${title}: ${who} ${sentence}`;
}

function ticketWords(event: ToldEvent, { number, title }: ToldTicket): string {
  const { type, data, actor } = event;
  if (type === "comment.posted") return `${actor.name} commented on ticket ${number} ${title}.`;
  const { who, sentence } = sentenceOf({ type, data, actorName: actor.name, ticketNumber: number });
  return `T-${number} ${title}: ${who} ${sentence}`;
}

function ticketHref({ type, data }: ToldEvent, { number }: ToldTicket): string {
  const page = `/tickets/${number}`;
  if (type === "comment.posted")
    return `${page}?comment=${String(data.commentId)}#comment-${String(data.commentId)}`;
  return type.startsWith("question.") ? `${page}/questions#question-${String(data.number)}` : page;
}

function hrefOf({ type, data }: ToldEvent, number: number): string {
  const page = `/proposals/${number}`;
  const [room] = type.split(".");
  if (room === "comment")
    return `${page}?comment=${String(data.commentId)}#comment-${String(data.commentId)}`;
  if (room === "question") return `${page}/questions#question-${String(data.number)}`;
  if (room === "concern") return `${page}/concerns#concern-${String(data.number)}`;
  if (room === "material") return `${page}/materials`;
  if (room === "decision") return `${page}/board`;
  return type === "proposal.revised" ? `${page}/revisions` : page;
}
