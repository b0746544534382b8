import { scaleUtc } from "d3-scale";
import { html, type SafeHtml } from "@/components/ui/html";
import { now } from "@/lib/clock";
import { byPerson, isVoting, lanesOf, type Seat } from "@/lib/people/composition";
import { roleLabel } from "@/lib/people/ui-text";

const width = 720;
const rowHeight = 30;
const frame = { left: 170, right: 16, top: 8, bottom: 26 };
const longestName = 22;

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
  const rows = byPerson(seats);
  const first = Math.min(...seats.map(({ since }) => since.getTime()));
  const height = frame.top + rows.length * rowHeight + frame.bottom;
  const x = scaleUtc()
    .domain([first, Math.max(now().getTime(), first + 1)])
    .range([frame.left, width - frame.right]);
  const place = (at: Date) => Math.round(x(at) * 10) / 10;
  const marked = new Date(`${on}T23:59:59Z`);
  const line =
    marked < now() && marked.getTime() >= first
      ? html`<path class="marked" d="M${place(marked)} ${frame.top - 4}V${height - frame.bottom}"/>`
      : "";
  const bars = rows.map(({ person, seats: held }, row) => {
    const top = frame.top + row * rowHeight;
    const name = html`<text class="who" x="0" y="${top + 15}">${shortened(person.name)}</text>`;
    const lanes = lanesOf(held);
    return html`${name}${lanes.flatMap((lane, index) => lane.map((seat) => barHtml(seat, { lane: index, lanes: lanes.length, top, place })))}`;
  });
  const ticks = x
    .ticks(5)
    .map(
      (date) =>
        html`<text class="tick" x="${place(date)}" y="${height - 8}">${monthText.format(date)}</text>`,
    );
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Who held a seat from when until when; the table under it says the same">${bars}${line}${ticks}</svg><ul class="seats-key"><li class="votes">${keyHtml}Votes</li><li class="silent">${keyHtml}Has no vote</li></ul>`;
}

const keyHtml = html`<svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect x="1" y="2" width="22" height="8" rx="2"/></svg> `;

const monthText = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

interface Lane {
  lane: number;
  lanes: number;
  top: number;
  place: (at: Date) => number;
}

function barHtml(seat: Seat, { lane, lanes, top, place }: Lane): SafeHtml {
  const tall = Math.max(3, Math.floor((rowHeight - 8) / lanes));
  const [from, to] = [place(seat.since), place(seat.until ?? now())];
  const label = `${seat.person.name}, ${roleLabel(seat.role)}`;
  return html`<rect class="${isVoting(seat) ? "votes" : "silent"}" x="${from}" y="${top + 3 + lane * tall}" width="${Math.max(2, Math.round((to - from) * 10) / 10)}" height="${Math.max(2, tall - 2)}" rx="2"><title>${label}</title></rect>`;
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}
