import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { Suggestion } from "@/lib/meetings/suggestion-queries";
import { sectionLabels } from "@/lib/meetings/ui-text";

/** What waits to be put on this agenda: each with why, and the form that places it one step away. */
export function Suggestions({ date, suggestions }: { date: string; suggestions: readonly Suggestion[] }) {
  if (suggestions.length === 0) return null;
  return (
    <Section title="What waits for this agenda" aside={suggestions.length} id="waiting">
      <ul className="lines no-print">
        {suggestions.map((each) => (
          <li key={`${each.kind} ${each.source}`}>
            <span dir="auto">{each.title}</span>
            {each.kind === "slot" ? (
              <LinkButton size="small" href={`/proposals/${each.proposal}/board`}>
                Offer time
              </LinkButton>
            ) : (
              <LinkButton size="small" href={`/meetings/${date}?add=${each.source}`}>
                Place it
              </LinkButton>
            )}
            <p className="line-facts">
              <Why suggestion={each} /> · {sectionLabels[each.section]}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const reasons = {
  minutes: "Published, and not approved by a meeting yet; held on",
  action: "An ACTION, due for report on",
  returned: "Came back to discussion; this date was named on",
  overdue: "Decided, and nothing came of it since",
  slot: "Asks for time since",
  bounced: "A ticket that needs a decision of the board since",
} as const satisfies Record<Suggestion["kind"], string>;

function Why({ suggestion: { kind, date } }: { suggestion: Suggestion }) {
  return (
    <>
      {reasons[kind]} {date && <Time at={date} format="date" />}
    </>
  );
}
