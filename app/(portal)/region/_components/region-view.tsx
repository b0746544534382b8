import { CapabilityList } from "@/components/region/capability-list";
import { CapabilityMap } from "@/components/region/capability-map";
import { ReadinessOf, ReadinessSentence } from "@/components/region/readiness";
import { RegionTabs } from "@/components/region/region-tabs";
import { WorkloadLines } from "@/components/region/workload-lines";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { HistoryList } from "@/components/workflow/history-list";
import { JourneyRail } from "@/components/workflow/journey-rail";
import { StatusBadge } from "@/components/workflow/status-badge";
import { regionJourney } from "@/lib/region/journey";
import type { RegionShown } from "@/lib/region/queries";
import { phaseLabels, phaseStages } from "@/lib/region/ui-text";
import { RegionMoves } from "./region-moves";

/** More of them do not fit beside the list. */
const mostBeside = 24;

interface Props {
  region: RegionShown;
  kept?: string | string[];
}

export function RegionView({ region, kept }: Props) {
  const { key, name, phase, capabilities, history, workloads } = region;
  const badge = <StatusBadge status={phase} label={phaseLabels[phase]} stage={phaseStages[phase]} />;
  const place = capabilities.length > mostBeside ? "caps-and-map wide" : "caps-and-map";
  return (
    <article className="page">
      <PageHead title={name} badge={badge} lead={<ReadinessSentence region={region} />} />
      <RegionTabs region={key} current="overview" />
      <JourneyRail label="Phases of the region" steps={regionJourney(region)} />
      <div className="with-side">
        <ReadinessOf region={region} />
        <aside className="side" aria-label="About this region">
          <RegionMoves region={region} kept={kept} />
          <Facts items={factsOf(region)} />
        </aside>
      </div>
      <Section title="Capabilities" aside={`${capabilities.length} in the order in which they can be built`}>
        <div className={place}>
          <CapabilityList region={key} capabilities={capabilities} />
          <CapabilityMap capabilities={capabilities} />
        </div>
      </Section>
      <Section title="Workloads" id="workloads" aside={<a href="/sigs">SIGs</a>}>
        {workloads.length > 0 ? (
          <WorkloadLines workloads={workloads} of="region" />
        ) : (
          <p className="hint">
            Nothing runs here yet. A SIG’s chair and members say on the SIG’s page what they run or plan to.
          </p>
        )}
      </Section>
      <Section title="History">
        <HistoryList entries={history} />
      </Section>
    </article>
  );
}

function factsOf({ operators, parentCloud, operatingSystem, createdAt, others }: RegionShown) {
  return [
    { term: "Operated by", detail: operators.name },
    { term: "Hosts run", detail: operatingSystem },
    ...(parentCloud ? [{ term: "Part of", detail: parentCloud }] : []),
    { term: "Opened", detail: <Time at={createdAt} format="date" /> },
    ...others.map((other) => ({
      term: "Another region",
      detail: <a href={`/region/${other.key}`}>{other.name}</a>,
    })),
  ];
}
