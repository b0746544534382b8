import { actionHead, isOwnerless, lineLabels, loudKinds } from "@/lib/meetings/action-line";
import type { LiveLine } from "@/lib/meetings/live-view";
import { html, type SafeHtml } from "../../ui/html";
import { timeText } from "../../ui/time-text";

export interface LinesShown {
  date: string;
  /** Whether this reader may change them. */
  mayChange: boolean;
  /** Whether this reader can make a motion on the item now. */
  mayMove: boolean;
}

/** A line of the record as it is followed: the same on the page and as it comes by the stream. */
export function lineHtml(line: LiveLine, shown: LinesShown): SafeHtml {
  const { id, kind, text, by, struck, questionNumber, at, revision } = line;
  const classes = `${loudKinds.has(kind) ? "loud" : ""}${struck ? " struck" : ""}`.trim();
  const said = html`${kind === "action" && html`<b>${actionHead(line)}</b>`}${text}`;
  return html`<li id="line-${id}" class="${classes}" data-revision="${revision}"><p class="meta"><b>${lineLabels[kind]}</b>${
    questionNumber !== null && ` ${questionNumber}`
  } · ${clock(at)} · <span dir="auto">${by}</span>${history(line, shown)}${change(line, shown)}</p><p dir="auto"${line.kind === "motion" && html` data-said`}>${
    struck ? html`<s>${said}</s> <span class="meta">(struck)</span>` : said
  }</p>${after(line, shown)}</li>`;
}

export function linesHtml(lines: readonly LiveLine[], shown: LinesShown): string {
  return lines.map((line) => lineHtml(line, shown).text).join("");
}

function clock(at: string): SafeHtml {
  const instant = new Date(at);
  return html`<time dateTime="${instant.toISOString()}">${timeText(instant, "time", "UTC", instant)}</time>`;
}

function history({ id, revision }: LiveLine, { date }: LinesShown): SafeHtml | false {
  if (revision === 1) return false;
  return html` · <a href="/meetings/${date}/session/lines/${id}">changed</a>`;
}

function change({ id, itemId, text }: LiveLine, { date, mayChange }: LinesShown): SafeHtml | false {
  if (!mayChange) return false;
  const label = `Change the line “${text.slice(0, 40)}”`;
  return html` · <a href="/meetings/${date}/session?item=${itemId}&amp;edit=${id}#edit" aria-label="${label}">Change</a>`;
}

function after(line: LiveLine, { date, mayMove }: LinesShown): SafeHtml | false {
  if (line.kind === "motion" && mayMove && !line.struck) {
    const { id, itemId } = line;
    return html`<p class="meta"><a href="/meetings/${date}/session?item=${itemId}&amp;motion=${id}#motion" data-motion-of="${id}">Make a motion of it</a></p>`;
  }
  if (line.ticketNumber !== null) {
    return html`<p class="meta">Became ticket <a href="/tickets/${line.ticketNumber}">T-${line.ticketNumber}</a>.</p>`;
  }
  if (line.struck || !isOwnerless(line)) return false;
  return html`<p class="meta">Nobody owns this ACTION yet; the minutes will ask for a name.</p>`;
}
