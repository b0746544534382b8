import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import type { CapabilityState } from "@/lib/region/capability-facts";
import type { RegionShown } from "@/lib/region/queries";
import type { StateChange } from "@/lib/region/since-month";
import { capabilityStateLabels } from "@/lib/region/ui-text";

type Props = { region: Pick<RegionShown, "key" | "readiness" | "sinceMonth"> };

/** How the number stands to that of a month ago, and which capabilities made the difference. */
export function SinceMonthLines({ region: { key, readiness, sinceMonth } }: Props) {
  const { at, isOpening, percent, changes } = sinceMonth;
  return (
    <>
      <h2 className="readiness-title">{isOpening ? "Since it was opened" : "Since a month ago"}</h2>
      <p className="since">
        {differenceOf(readiness.percent - percent)} since <Time at={new Date(at)} format="date" />, when it
        was {percent} %. <a href={`/region/${key}/timeline`}>The readiness by date</a>
      </p>
      {changes.length > 0 && (
        <Disclosure
          summary={`${changes.length} ${changes.length === 1 ? "capability" : "capabilities"} changed`}
        >
          <ul className="since-changes">
            {changes.map((change) => (
              <li key={change.key}>
                {change.to === null ? (
                  change.name
                ) : (
                  <a href={`/region/${key}/${change.key}`}>{change.name}</a>
                )}
                : {wordsOf(change)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function differenceOf(points: number): string {
  if (points === 0) return "No difference";
  const [amount, way] = [Math.abs(points), points > 0 ? "more" : "less"];
  return `${amount} ${amount === 1 ? "point" : "points"} ${way}`;
}

function wordsOf({ from, to }: StateChange): string {
  if (from === null) return `added, ${wordOf(to)}`;
  return to === null ? "removed" : `${wordOf(from)}, now ${wordOf(to)}`;
}

function wordOf(state: CapabilityState | null): string {
  return state ? capabilityStateLabels[state].toLowerCase() : "not there";
}
