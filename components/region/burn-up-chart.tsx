import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { html, type SafeHtml } from "@/components/ui/html";
import type { BurnUpPoint } from "@/lib/region/burn-up";
import type { TimelineKind } from "@/lib/region/timeline-kinds";
import type { TimelineEntryShown } from "@/lib/region/timeline-queries";

const size = { width: 720, height: 300 };
const frame = { left: 44, right: 28, top: 12, bottom: 56 };

interface Props {
  points: readonly BurnUpPoint[];
  marks: readonly TimelineEntryShown[];
}

/**
 * The readiness over time as a picture; the table under it says the same. What was decided, entered or went wrong stands
 * below the curve, each kind by its own shape.
 */
export function BurnUpChart({ points, marks }: Props) {
  const inside = { __html: chartHtml(points, marks).text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <div className="burn-up" dangerouslySetInnerHTML={inside} />;
}

function chartHtml(points: readonly BurnUpPoint[], marks: readonly TimelineEntryShown[]): SafeHtml {
  const x = scaleUtc()
    .domain([points[0]?.at ?? 0, Math.max(points.at(-1)?.at ?? 1, (points[0]?.at ?? 0) + 1)])
    .range([frame.left, size.width - frame.right]);
  const y = scaleLinear()
    .domain([0, 100])
    .range([size.height - frame.bottom, frame.top]);
  const place = ({ at }: BurnUpPoint) => Math.round(x(at) * 10) / 10;
  const height = ({ percent }: BurnUpPoint) => Math.round(y(percent) * 10) / 10;
  const curve = line<BurnUpPoint>(place, height).curve(curveStepAfter)([...points]) ?? "";
  const filled = area<BurnUpPoint>(place, y(0), height).curve(curveStepAfter)([...points]) ?? "";
  const last = points.at(-1);
  const across = [0, 25, 50, 75, 100].map(
    (percent) =>
      html`<path class="axis" d="M${frame.left} ${y(percent)}H${size.width - frame.right}"/><text class="tick end" x="${frame.left - 6}" y="${y(percent) + 4}">${percent} %</text>`,
  );
  const along = x
    .ticks(6)
    .map(
      (date) =>
        html`<text class="tick mid" x="${Math.round(x(date))}" y="${size.height - 6}">${dayText.format(date)}</text>`,
    );
  const drawn = marks.flatMap((mark) => {
    const at = Date.parse(mark.at);
    return at < (points[0]?.at ?? 0) || !isDrawn(mark.kind)
      ? []
      : [markHtml(mark, mark.kind, Math.round(x(at)))];
  });
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${labelOf(points)}">${across}<path class="filled" d="${filled}"/><path class="curve" d="${curve}"/>${last && html`<circle class="now" cx="${place(last)}" cy="${height(last)}" r="3.5"/>`}${drawn}${along}</svg><ul class="burn-up-key">${keys.map(([kind, words]) => html`<li class="k-${kind}"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="${shapes[kind]}"/></svg> ${words}</li>`)}</ul>`;
}

const dayText = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

type Drawn = "decision" | "phase" | "incident";

const shapes: Readonly<Record<Drawn, string>> = {
  decision: "M6 0L12 6L6 12L0 6z",
  phase: "M1 0L11 6L1 12z",
  incident: "M0 0H12V12H0z",
};
const keys: readonly [Drawn, string][] = [
  ["decision", "Decision of the board"],
  ["phase", "Phase"],
  ["incident", "Incident"],
];
const rows: Readonly<Record<Drawn, number>> = { decision: 0, phase: 1, incident: 2 };

function isDrawn(kind: TimelineKind): kind is Drawn {
  return kind in shapes;
}

function markHtml({ who, sentence }: TimelineEntryShown, kind: Drawn, x: number): SafeHtml {
  const y = size.height - frame.bottom + 4 + rows[kind] * 11;
  return html`<g class="mark k-${kind}"><title>${who} ${sentence}</title><path d="${shapes[kind]}" transform="translate(${x - 4} ${y}) scale(0.7)"/></g>`;
}

/** The curve in a sentence. */
function labelOf(points: readonly BurnUpPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "Readiness by date: nothing is known yet";
  const most = Math.max(...points.map(({ percent }) => percent));
  return `Readiness by date, from ${first.percent} % on ${first.day} to ${last.percent} % on ${last.day}; at most ${most} %`;
}
