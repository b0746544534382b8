import { movedOnHtml } from "@/components/proposals/moved-on-html";
import type { TimelineComment, TimelineEntry } from "@/components/workflow/timeline";
import { discussedHref } from "@/lib/discussion/discussed-href";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import type { AskedQuestion } from "@/lib/discussion/queries";
import { saysQuestion } from "@/lib/discussion/question-said";
import { shorten } from "@/lib/discussion/shorten";
import type { TalkComment, TimelinePart } from "@/lib/discussion/talk-queries";
import { owesText, questionLabels } from "@/lib/discussion/ui-text";
import { revisionHref } from "@/lib/proposals/moved-on";
import { type Reacting, reactionsHtml } from "./reactions-html";

/** Where a part of a discussion is shown, and to whom. */
export interface TimelinePlace {
  /** The proposal's number, or the ticket's. */
  number: number;
  /** Said where it is a ticket. */
  isTicket?: boolean;
  /** The proposal's present revision; 0 of a ticket, which has none. */
  revision: number;
  /** Whether the reader may write here, and so react and quote. */
  mayWrite: boolean;
  /** The comment for which all reactions are offered: five buttons at each would cost more than what was said. */
  reactTo?: number;
  /** Whether the reader may mark promises: the split will account for them. */
  mayMark?: boolean;
  /** What the reader has just posted, and the names in it that nobody has. */
  posted?: { comment: number; nobody: readonly string[] };
}

/** What the timeline shows of a part: each comment with the question that it asks, each event as its sentence. */
export function timelineEntries(place: TimelinePlace, { entries, news }: TimelinePart): TimelineEntry[] {
  const since = news && news.count > 0 ? Date.parse(news.since) : Number.POSITIVE_INFINITY;
  const isNew = (entry: TimelinePart["entries"][number]) =>
    entry.kind === "comment" && !entry.isOwn && Date.parse(entry.at) > since;
  const firstNew = entries.findIndex(isNew);
  return entries.flatMap((entry, index) => [
    ...(index === firstNew
      ? [{ kind: "mark" as const, id: "new", sentence: "New since you were here" }]
      : []),
    shownEntry(place, entry),
  ]);
}

function shownEntry(place: TimelinePlace, entry: TimelinePart["entries"][number]): TimelineEntry {
  if (entry.kind === "comment") return commentEntry(place, entry);
  const { kind, id, at, who, sentence, why, revision } = entry;
  const href = revision !== undefined && revisionHref(place.number, revision);
  return { kind, id, at, sentence: `${who} ${sentence}`, ...(why && { why }), ...(href && { href }) };
}

function commentEntry(place: TimelinePlace, comment: TalkComment): TimelineComment {
  const { number } = place;
  const [question] = comment.asked;
  const { kind, id, at, author, html, editedAt, replyTo, revision } = comment;
  return {
    ...{ kind, id, at, author, html, editedAt },
    anchor: `comment-${id}`,
    permalink: commentHref(id),
    ...(editedAt && { historyHref: commentPage(onOf(place), id) }),
    ...(comment.boardOnly && { only: "only the board reads this" }),
    ...(comment.byPortal && { only: "posted by the portal, from the minutes" }),
    ...(replyTo && { replyTo: { href: commentHref(replyTo.id), name: replyTo.name } }),
    ...noteOf(place, comment),
    ...(question && { question: questionMark(onOf(place), html, question) }),
    about: place.isTicket
      ? null
      : movedOnHtml({ proposal: number, spoke: revision, current: place.revision }),
    reactions: reactionsHtml(id, comment.reactions, reactingTo(place, id)),
    links: linksOf(place, comment),
  };
}

function reactingTo({ mayWrite, reactTo }: TimelinePlace, comment: number): Reacting {
  if (!mayWrite) return "look";
  return reactTo === comment ? "choose" : "join";
}

/** What the timeline is about, by number. */
export function onOf({ number, isTicket }: Pick<TimelinePlace, "number" | "isTicket">): DiscussedNumber {
  return isTicket ? { ticket: number } : { proposal: number };
}

function linksOf(
  { mayWrite, mayMark, reactTo, ...place }: TimelinePlace,
  { id, asked, answered, promise, boardOnly, mayEdit }: TalkComment,
) {
  return [
    ...asked.slice(1).map((each) => ({
      href: questionHref(onOf(place), each.number),
      label: `Also asks question ${each.number}`,
    })),
    ...answered.map((each) => ({ href: questionHref(onOf(place), each), label: `Answers question ${each}` })),
    ...(promise ? [{ href: promiseHref(onOf(place), id), label: `Promises follow-up ${promise}` }] : []),
    ...(mayWrite && reactTo !== id ? [{ href: `?react=${id}#comment-${id}`, label: "React" }] : []),
    ...(mayWrite ? [{ href: quoteHref(id), label: "Quote" }] : []),
    ...(mayMark && !promise && !boardOnly ? [{ href: promiseHref(onOf(place), id), label: "Promise?" }] : []),
    ...(mayEdit ? [{ href: `${commentPage(onOf(place), id)}/edit`, label: "Edit" }] : []),
  ];
}

/** Said to its author, of names that stand in it and are no links. */
function noteOf({ posted }: TimelinePlace, { id, isOwn, html }: TalkComment): { note?: string } {
  if (posted?.comment !== id || !isOwn) return {};
  const names = posted.nobody.filter((name) => html.toLowerCase().includes(`@${name.toLowerCase()}`));
  if (names.length === 0) return {};
  const which = names.map((name) => `@${name}`).join(", ");
  const [was, text] = names.length === 1 ? ["it was", "as text"] : ["they were", "as text"];
  return { note: `Nobody is called ${which} here: ${was} posted ${text}, and nobody was told.` };
}

/** The question stands on its page in full. */
const questionRoom = 240;

function questionMark(on: DiscussedNumber, said: string, question: AskedQuestion) {
  return {
    number: question.number,
    state: question.status,
    stateLabel: questionLabels[question.status],
    owes: owesText(question),
    href: questionHref(on, question.number),
    ...(!saysQuestion(said, question.text) && { text: shorten(question.text, questionRoom) }),
  };
}

export function questionHref(on: DiscussedNumber, question: number): string {
  return `${discussedHref(on)}/questions#question-${question}`;
}

/** On the own page of what is talked about: the part of the discussion that a comment stands in, at the comment. */
export function commentHref(comment: number): string {
  return `?comment=${comment}#comment-${comment}`;
}

export function quoteHref(comment: number): string {
  return `?quote=${comment}#comment-form`;
}

/** Where a comment is marked as the promise of a follow-up. */
function promiseHref(on: DiscussedNumber, comment: number): string {
  return `${commentPage(on, comment)}#promise`;
}

/** The page of one comment: what it says, and what it said before. */
export function commentPage(on: DiscussedNumber, comment: number): string {
  return `${discussedHref(on)}/comments/${comment}`;
}
