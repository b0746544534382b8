import { classNames } from "../ui/class-names";
import { html, SafeHtml } from "../ui/html";
import { timeHtml } from "../ui/time-html";

export interface TimelineQuestion {
  number: number | string;
  state: string;
  stateLabel: string;
  /** Who has to do what now: "Anita owes the answer". */
  owes: string;
  href: string;
  /** What is asked, where the comment does not say it in these words. */
  text?: string;
}

export interface TimelineComment {
  kind: "comment";
  id: string | number;
  anchor: string;
  /** Leads to this comment from anywhere: `?comment=12#comment-12`. Absent where the anchor is enough. */
  permalink?: string;
  author: { handle: string; name: string };
  at: Date | string;
  /** Rendered and sanitized when it was saved. */
  html: string;
  editedAt?: Date | string | null;
  /** Where it stands what it said before. */
  historyHref?: string;
  /** Who alone reads it, or nothing. */
  only?: string;
  replyTo?: { href: string; name: string };
  /** What its author should know about it. */
  note?: string;
  question?: TimelineQuestion;
  /** That it speaks about an earlier text. */
  about?: SafeHtml | null;
  reactions?: SafeHtml | null;
  links?: readonly { href: string; label: string }[];
}

export interface TimelineEvent {
  kind: "event";
  id: string | number;
  at: Date | string;
  sentence: string;
  why?: string;
  /** What the event made, where that has a page. */
  href?: string;
}

/** Parts what follows from what went before. */
export interface TimelineMark {
  kind: "mark";
  id: string | number;
  sentence: string;
}

export type TimelineEntry = TimelineComment | TimelineEvent | TimelineMark;

/** Talk and events in one line of time: flat, and one string, because a hundred of these are sent at once. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const inside = { __html: timelineHtml(entries).text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever is not sanitized already
  return <ol className="tl" data-list dangerouslySetInnerHTML={inside} />;
}

export function timelineHtml(entries: readonly TimelineEntry[]): SafeHtml {
  return html`${entries.map(entryHtml)}`;
}

function entryHtml(entry: TimelineEntry): SafeHtml {
  if (entry.kind === "mark") return html`<li class="mark"><b>${entry.sentence}</b></li>`;
  return entry.kind === "comment" ? commentHtml(entry) : eventHtml(entry);
}

function eventHtml({ at, sentence, why, href }: TimelineEvent): SafeHtml {
  return html`<li class="ev">${timeHtml(at)} ${href ? html`<a href="${href}">${sentence}</a>` : sentence}${why && html`<q dir="auto">${why}</q>`}</li>`;
}

function commentHtml(comment: TimelineComment): SafeHtml {
  const { anchor, question, about, note, reactions, links = [] } = comment;
  const kind = classNames("say", question && "ask", question?.state);
  return html`<li id="${anchor}" class="${kind}">${bylineHtml(comment)}${question && questionHtml(question)}${note && html`<p class="note n-info">${note}</p>`}<div class="prose" dir="auto">${new SafeHtml(comment.html)}</div>${about}${(links.length > 0 || reactions) && html`<div class="actions">${reactions}${links.map(linkHtml)}</div>`}</li>`;
}

function bylineHtml(comment: TimelineComment): SafeHtml {
  const { anchor, permalink, author, at, editedAt, historyHref, only, replyTo } = comment;
  return html`<p class="by"><a href="/people/${author.handle}">${author.name}</a> <a href="${permalink ?? `#${anchor}`}">${timeHtml(at)}</a>${replyTo && html` · <a href="${replyTo.href}">to ${replyTo.name}</a>`}${editedAt && editedHtml(historyHref)}${only && html` · <b class="only">${only}</b>`}</p>`;
}

function editedHtml(historyHref: string | undefined): SafeHtml {
  return historyHref ? html` · <a href="${historyHref}">edited</a>` : html` · edited`;
}

function questionHtml({ href, number, stateLabel, owes, text }: TimelineQuestion): SafeHtml {
  return html`<p class="owes"><a href="${href}">Question ${number}</a> <b>${stateLabel}</b> ${owes}${text && html` <q dir="auto">${text}</q>`}</p>`;
}

function linkHtml({ href, label }: { href: string; label: string }): SafeHtml {
  return html`<a href="${href}">${label}</a>`;
}
