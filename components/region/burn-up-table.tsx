import { Disclosure } from "@/components/ui/disclosure";
import { html, type SafeHtml } from "@/components/ui/html";
import type { BurnUpPoint } from "@/lib/region/burn-up";
import type { TimelineEntryShown } from "@/lib/region/timeline-queries";

interface Props {
  points: readonly BurnUpPoint[];
  marks: readonly TimelineEntryShown[];
}

/** The figures behind the chart, newest first, with what stands on it. */
export function BurnUpTable({ points, marks }: Props) {
  const rows = [...points].reverse().map((point, place, all) => {
    const before = all[place + 1];
    return rowHtml(point, {
      before,
      said: marks.filter(({ at }) => at.slice(0, 10) <= point.day && at.slice(0, 10) > (before?.day ?? "")),
    });
  });
  const inside = { __html: html`${rows}`.text };
  return (
    <Disclosure summary="The same as a table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-x" aria-label="Readiness by date" tabIndex={0}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">End of</th>
              <th scope="col">Readiness</th>
              <th scope="col">Difference</th>
              <th scope="col">Accepted</th>
              <th scope="col">What happened</th>
            </tr>
          </thead>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it */}
          <tbody dangerouslySetInnerHTML={inside} />
        </table>
      </section>
    </Disclosure>
  );
}

function rowHtml(
  { day, percent, accepted, total }: BurnUpPoint,
  { before, said }: { before: BurnUpPoint | undefined; said: readonly TimelineEntryShown[] },
): SafeHtml {
  const difference = before ? percent - before.percent : 0;
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
  const words = said.map(({ who, sentence }) => `${who} ${sentence}`).join(" ");
  return html`<tr><th scope="row"><time dateTime="${day}">${day}</time></th><td class="num">${percent} %</td><td class="num">${sign}${difference === 0 ? "" : Math.abs(difference)}</td><td class="num">${accepted} of ${total}</td><td dir="auto">${words}</td></tr>`;
}
