import { scaleUtc } from "d3-scale";
import { html, type SafeHtml } from "@/components/ui/html";
import { now } from "@/lib/clock";
import { byPerson, isVoting, lanesOf, type Seat } from "@/lib/people/composition";
import { roleLabel } from "@/lib/people/ui-text";

const rowHeight = 30;

interface Props {
  seats: readonly Seat[];
  /** The day that the page tells of, marked where it is not today. */
  on: string;
}

/** A bar for each role that somebody held, a row for each person; the table under it says the same. */
export function SeatsChart({ seats, on }: Props) {
  const inside = { __html: chartHtml(seats, on).text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <div className="seats-chart" dangerouslySetInnerHTML={inside} />;
}

function chartHtml(seats: readonly Seat[], on: string): SafeHtml {
  const first = Math.min(...seats.map(({ since }) => since.getTime()));
  const time = scaleUtc()
    .domain([first, Math.max(now().getTime(), first + 1)])
    .range([0, 100]);
  const place = (at: Date) => Math.round(time(at) * 100) / 100;
  const marked = new Date(`${on}T23:59:59Z`);
  const line =
    marked < now() && marked.getTime() >= first
      ? html`<line class="marked" x1="${place(marked)}%" x2="${place(marked)}%" y2="100%"/>`
      : "";
  const rows = byPerson(seats).map(({ person, seats: held }) => {
    const lanes = lanesOf(held);
    const bars = lanes.flatMap((lane, at) =>
      lane.map((seat) => barHtml(seat, { at, of: lanes.length, place })),
    );
    return html`<span class="who" dir="auto">${person.name}</span><svg height="${rowHeight}">${bars}${line}</svg>`;
  });
  const inWords = time.tickFormat();
  const ticks = time
    .ticks(4)
    .map((at) => html`<text class="tick" x="${place(at)}%" y="14">${inWords(at)}</text>`);
  return html`<div class="seats-rows" role="img" aria-label="Who held a seat from when until when; the table under it says the same">${rows}<svg class="ticks" height="20">${ticks}</svg></div><ul class="seats-key"><li class="votes">${keyHtml}Votes</li><li class="silent">${keyHtml}Has no vote</li></ul>`;
}

const keyHtml = html`<svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect x="1" y="2" width="22" height="8" rx="2"/></svg> `;

interface Lane {
  at: number;
  of: number;
  /** Per cent of the whole time. */
  place: (at: Date) => number;
}

function barHtml(seat: Seat, { at, of, place }: Lane): SafeHtml {
  const tall = Math.max(3, Math.floor((rowHeight - 8) / of));
  const [from, to] = [place(seat.since), place(seat.until ?? now())];
  const label = `${seat.person.name}, ${roleLabel(seat.role)}`;
  return html`<rect class="${isVoting(seat) ? "votes" : "silent"}" x="${from}%" y="${4 + at * tall}" width="${Math.max(0.4, to - from).toFixed(2)}%" height="${Math.max(2, tall - 2)}" rx="2"><title>${label}</title></rect>`;
}
