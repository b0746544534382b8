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
}

export interface TimelineComment {
  kind: "comment";
  id: string | number;
  anchor: string;
  author: { handle: string; name: string };
  at: Date | string;
  /** Rendered and sanitized when it was saved. */
  html: string;
  editedAt?: Date | string | null;
  question?: TimelineQuestion;
  links?: readonly { href: string; label: string }[];
}

export interface TimelineEvent {
  kind: "event";
  id: string | number;
  at: Date | string;
  sentence: string;
  why?: string;
}

export type TimelineEntry = TimelineComment | TimelineEvent;

/** Talk and events in one line of time: flat, and one string, because a hundred of these are sent at once. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const rows = entries.map((entry) => (entry.kind === "comment" ? commentHtml(entry) : eventHtml(entry)));
  const inside = { __html: html`${rows}`.text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever is not sanitized already
  return <ol className="tl" data-list dangerouslySetInnerHTML={inside} />;
}

function eventHtml({ at, sentence, why }: TimelineEvent): SafeHtml {
  return html`<li class="ev">${timeHtml(at)} ${sentence}${why && html`<q dir="auto">${why}</q>`}</li>`;
}

function commentHtml(comment: TimelineComment): SafeHtml {
  const { anchor, author, at, editedAt, question, links = [] } = comment;
  const kind = classNames("say", question && "ask", question?.state);
  return html`<li id="${anchor}" class="${kind}"><p class="by"><a href="/people/${author.handle}">${author.name}</a> <a href="#${anchor}">${timeHtml(at)}</a>${editedAt && " · edited"}</p>${question && questionHtml(question)}<div class="prose" dir="auto">${new SafeHtml(comment.html)}</div>${links.length > 0 && linksHtml(links)}</li>`;
}

function questionHtml({ href, number, stateLabel, owes }: TimelineQuestion): SafeHtml {
  return html`<p class="owes"><a href="${href}">Question ${number}</a> <b>${stateLabel}</b> ${owes}</p>`;
}

function linksHtml(links: readonly { href: string; label: string }[]): SafeHtml {
  return html`<div class="actions">${links.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}</div>`;
}
