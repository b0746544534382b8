import { Disclosure } from "@/components/ui/disclosure";
import { html } from "@/components/ui/html";
import { Meter } from "@/components/ui/meter";
import { type CapabilityState, capabilityStates, worth } from "@/lib/region/capability-facts";
import type { RegionShown } from "@/lib/region/queries";
import type { Reason } from "@/lib/region/readiness";
import { stateMeanings } from "@/lib/region/ui-text";
import type { Candidate } from "@/lib/region/unblocks-most";
import { SinceMonthLines } from "./since-month";
import { StateBadge } from "./state-badge";

const mostShown = 4;

/** The number with its reasons: what counts, and what is missing (DOMAIN 8). */
export function ReadinessOf({ region }: { region: RegionShown }) {
  const { percent, reasons, next } = region.readiness;
  const [first, rest] = [reasons.slice(0, mostShown), reasons.slice(mostShown)];
  return (
    <section className="readiness" aria-label="Readiness">
      <p className="readiness-number">
        {percent} <span>%</span>
      </p>
      <div className="readiness-words">
        <Meter value={percent} max={100} label={countsOf(region.states.map(({ state }) => state))} />
        {first.length > 0 && (
          <>
            <h2 className="readiness-title">What is missing most</h2>
            <Missing region={region.key} reasons={first} />
          </>
        )}
        {next.length > 0 && (
          <>
            <h2 className="readiness-title">What helps most</h2>
            <HelpsMost region={region.key} steps={next} />
          </>
        )}
        <SinceMonthLines region={region} />
        {rest.length > 0 && (
          <Disclosure summary={`${rest.length} more that are not accepted yet`}>
            <Missing region={region.key} reasons={rest} />
          </Disclosure>
        )}
        <Disclosure summary="How this number is made">
          <HowItCounts />
        </Disclosure>
      </div>
    </section>
  );
}

/** One string: a region may lack hundreds of things (docs/adr/007-lists-as-html.md). */
function Missing({ region, reasons }: { region: string; reasons: readonly Reason[] }) {
  const lines = reasons.map(
    ({ key, name, because, lacks }) =>
      html`<li><span class="missing-points">−${lacks}</span><p><a href="/region/${region}/${key}">${name}</a>: ${lowerFirst(because)}</p></li>`,
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <ul className="missing" dangerouslySetInnerHTML={{ __html: html`${lines}`.text }} />;
}

/** The steps that raise the readiness most, each with the place where it is done. */
function HelpsMost({ region, steps }: { region: string; steps: readonly Candidate[] }) {
  return (
    <ol className="helps">
      {steps.map(({ capability, ticket, because }) => (
        <li key={capability.key}>
          <a href={ticket ? `/tickets/${ticket.number}` : `/region/${region}/${capability.key}`}>{because}</a>
        </li>
      ))}
    </ol>
  );
}

function HowItCounts() {
  return (
    <>
      <p>
        Each capability has a weight, and counts by its state. The state comes from its tickets and its
        evidence, each time that this page is read; nobody sets it. Tickets that you cannot see do not count
        in what you read.
      </p>
      <dl className="worths">
        {capabilityStates.map((state) => (
          <div key={state}>
            <dt>
              <StateBadge state={state} />
            </dt>
            <dd>
              <span className="no">{worth[state]} %</span> {stateMeanings[state]}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The readiness in a sentence; its last part leads to what would help most. */
export function ReadinessSentence({ region: { readiness } }: { region: Pick<RegionShown, "readiness"> }) {
  const { sentence, unblocksMost } = readiness;
  const [counted = sentence, next] = sentence.split(" Next: ");
  if (!next || !unblocksMost) return sentence;
  const { ticket, capability } = unblocksMost;
  return (
    <>
      {counted} Next:{" "}
      <a href={ticket ? `/tickets/${ticket.number}` : `#capability-${capability.key}`}>{next}</a>
    </>
  );
}

/** "4 of 19 accepted, 3 provisioned, 2 blocked". */
export function countsOf(states: readonly CapabilityState[]): string {
  const count = (wanted: CapabilityState) => states.filter((state) => state === wanted).length;
  const parts = ([...capabilityStates].reverse() as CapabilityState[]) // reverse() forgets that it is read only
    .filter((state) => state !== "accepted" && count(state) > 0)
    .map((state) => `${count(state)} ${state.replaceAll("_", " ")}`);
  return [`${count("accepted")} of ${states.length} accepted`, ...parts].join(", ");
}

/** Names of tickets and capabilities keep their capitals: only a sentence's own first word is lowered. */
function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
