import { isoDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { type BoardCard, type BoardColumn, mostCards, mostCounted } from "@/lib/tickets/board-queries";
import { listHref, type TicketAddress } from "@/lib/tickets/list-filter";
import { ticketMachine } from "@/lib/tickets/machine";
import { asksForReason, type TicketMove } from "@/lib/tickets/policy";
import { destinationLabels, statusLabels, statusStages } from "@/lib/tickets/ui-text";
import { html, type SafeHtml } from "../ui/html";
import { chooseForm } from "./choose-box";
import { marksOf } from "./ticket-marks";

/** The one form of the board that all its moves belong to. */
export const moveForm = "move-on-board";

/** The board as one string: a hundred cards with their buttons would otherwise be sent three times (docs/adr/007). */
export function boardHtml(
  columns: readonly BoardColumn[],
  address: TicketAddress,
  mayChoose: boolean,
): SafeHtml {
  return html`${columns.map((column) => columnHtml(column, address, mayChoose))}`;
}

function columnHtml(column: BoardColumn, address: TicketAddress, mayChoose: boolean): SafeHtml {
  const { status, cards, count } = column;
  const label = statusLabels[status];
  const id = `column-${status}`;
  return html`<section class="column ${statusStages[status]}" aria-labelledby="${id}" data-column="${status}"><h2 id="${id}">${label} <span class="count">${countText(count)}</span></h2>${
    cards.length > 0
      ? html`<ol>${cards.map((card) => cardHtml(card, mayChoose))}</ol>`
      : html`<p class="hint">Nothing here.</p>`
  }${moreHtml(column, address)}</section>`;
}

function moreHtml({ status, cards, count }: BoardColumn, { filter, more }: TicketAddress): SafeHtml | false {
  if (count <= cards.length) return false;
  const label = statusLabels[status].toLowerCase();
  const rest = html`<a href="${listHref({ filter: { ...filter, status: [status], sort: "priority" }, view: "table" })}">All of them as a table<span class="sr-only">: ${label}</span></a>`;
  if (more === status || cards.length >= mostCards) return html`<p class="column-more">${rest}</p>`;
  return html`<p class="column-more"><a href="${listHref({ filter, view: "board", more: status })}#column-${status}">Show more<span class="sr-only">: ${label}</span></a> ${rest}</p>`;
}

function countText(count: number): string {
  return count > mostCounted ? `${mostCounted.toLocaleString("en")}+` : count.toLocaleString("en");
}

function cardHtml(card: BoardCard, mayChoose: boolean): SafeHtml {
  const { number, title, version, owner, destination, dueOn } = card;
  const due = dueOn && html` · due <time dateTime="${dueOn}">${dueOn}</time>`;
  const late = dueOn && dueOn < isoDate(now());
  return html`<li class="${late ? "card late" : "card"}"><p class="card-head">${
    mayChoose &&
    html`<input type="checkbox" class="choose" form="${chooseForm}" name="t.${number}" value="${version}" aria-label="Choose T-${number}" data-choose>`
  }<a id="ticket-${number}" href="/tickets/${number}" data-card><span class="no">T-${number}</span> <span dir="auto">${title}</span></a></p>${marksHtml(card)}<p class="meta">${destinationLabels[destination]} · ${owner?.name ?? "nobody"}${due}</p>${movesHtml(card)}</li>`;
}

function marksHtml(card: BoardCard): SafeHtml | false {
  const marks = marksOf(card);
  if (marks.length === 0) return false;
  return html`<ul class="tk-marks">${marks.map(({ words, look }) => html`<li class="${look}" dir="auto">${words}</li>`)}</ul>`;
}

/** Moves that need no words are buttons; the others lead to the ticket, where the words are written. */
function movesHtml({ number, version, moves }: BoardCard): SafeHtml | false {
  const offered = moves.filter(({ refusal }) => !refusal);
  if (offered.length === 0) return false;
  const plain = offered.filter(({ name }) => !asksForReason(name));
  const spoken = offered.filter(({ name }) => asksForReason(name));
  return html`<p class="card-moves">${plain.map(
    ({ name, label }) =>
      html`<button class="btn small plain" form="${moveForm}" name="move.${number}.${version}" value="${name}" data-to="${target(name)}">${label}<span class="sr-only">: T-${number}</span></button>`,
  )}${spoken.length > 0 && html`<a href="/tickets/${number}#move" data-spoken="${spoken.map(({ name }) => target(name)).join(" ")}">More moves<span class="sr-only"> of T-${number}</span></a>`}</p>`;
}

/** Where a move leads. Names come from the ticket's machine. */
function target(name: string): string {
  return ticketMachine.moves[name as TicketMove].to;
}
