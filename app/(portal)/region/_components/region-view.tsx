import { CapabilityList } from "@/components/region/capability-list";
import { CapabilityMap } from "@/components/region/capability-map";
import { IncidentLines } from "@/components/region/incident-lines";
import { ReadinessOf, ReadinessSentence } from "@/components/region/readiness";
import { RegionTabs } from "@/components/region/region-tabs";
import { WorkloadLines } from "@/components/region/workload-lines";
import { Facts } from "@/components/ui/facts";
import { FeedLink } from "@/components/ui/feed-link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { HistoryList } from "@/components/workflow/history-list";
import { JourneyRail } from "@/components/workflow/journey-rail";
import { StatusBadge } from "@/components/workflow/status-badge";
import { regionJourney } from "@/lib/region/journey";
import type { RegionShown } from "@/lib/region/queries";
import { onboardingLabels, phaseLabels, phaseStages } from "@/lib/region/ui-text";
import { RegionMoves } from "./region-moves";

/** More of them do not fit beside the list. */
const mostBeside = 24;

interface Props {
  region: RegionShown;
  kept?: string | string[];
}

export function RegionView({ region, kept }: Props) {
  const { key, name, phase, history, workloads, roles } = region;
  const badge = <StatusBadge status={phase} label={phaseLabels[phase]} stage={phaseStages[phase]} />;
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
          {region.mayShape && (
            <p>
              <a href={`/region/${key}/edit`}>Change what is said of it</a>
            </p>
          )}
          {region.mayOpenAnother && (
            <p>
              <a href="/region/new">Open another region</a>
            </p>
          )}
        </aside>
      </div>
      <Incidents region={region} />
      <Capabilities region={region} />
      <Section title="People" id="people" aside={<a href={`/region/${key}/roles`}>All roles</a>}>
        <p>{roles.sentence}</p>
      </Section>
      <Section
        title="Workloads"
        id="workloads"
        aside={<a href={`/region/${key}/workloads`}>All workloads</a>}
      >
        {workloads.length > 0 ? (
          <WorkloadLines workloads={workloads} of="region" />
        ) : (
          <p className="hint">
            Nothing runs here yet. A SIG’s chair and members say on the SIG’s page what they run or plan to.
          </p>
        )}
      </Section>
      <Section
        title="Lately"
        id="history"
        aside={
          <>
            <a href={`/region/${key}/timeline`}>All of the timeline</a>,{" "}
            <FeedLink href={`/region/${key}/region.atom`} title={name}>
              feed
            </FeedLink>
          </>
        }
      >
        <HistoryList entries={history} />
      </Section>
    </article>
  );
}

function Capabilities({ region }: { region: RegionShown }) {
  const { key, capabilities, mayShape } = region;
  const place = capabilities.length > mostBeside ? "caps-and-map wide" : "caps-and-map";
  return (
    <Section title="Capabilities" aside={`${capabilities.length} in the order in which they can be built`}>
      {capabilities.length > 0 ? (
        <div className={place}>
          <CapabilityList region={key} capabilities={capabilities} />
          <CapabilityMap region={key} capabilities={capabilities} />
        </div>
      ) : (
        <p className="hint">The region has no capabilities: nothing says yet what it takes until it works.</p>
      )}
      {mayShape && (
        <p className="cap-deeds">
          <a href={`/region/${key}/add`}>Add a capability</a>
        </p>
      )}
    </Section>
  );
}

function Incidents({ region: { key, incidents, mayDeclare } }: { region: RegionShown }) {
  if (incidents.length === 0 && !mayDeclare) return null;
  return (
    <Section title="Incidents" id="incidents" aside={<a href={`/region/${key}/incidents`}>All incidents</a>}>
      {incidents.length > 0 ? (
        <IncidentLines region={key} incidents={incidents} />
      ) : (
        <p className="hint">None was ever declared here.</p>
      )}
      {mayDeclare && (
        <p className="cap-deeds">
          <a href={`/region/${key}/incidents#declare`}>Declare an incident</a>
        </p>
      )}
    </Section>
  );
}

function factsOf(region: RegionShown) {
  const { operators, parentCloud, operatingSystem, osVersion, createdAt, others } = region;
  const { onboarding, onboardingUrl, operatorsWithAccess } = region;
  const isOpen = onboarding === "open" && onboardingUrl !== null;
  return [
    { term: "Operated by", detail: operators.name },
    { term: "People with access", detail: String(operatorsWithAccess) },
    { term: "Hosts run", detail: osVersion ? `${operatingSystem} ${osVersion}` : operatingSystem },
    ...(parentCloud ? [{ term: "Part of", detail: parentCloud }] : []),
    {
      term: "Onboarding",
      detail: isOpen ? (
        <a href={onboardingUrl} rel="noreferrer nofollow ugc">
          Open: ask here
        </a>
      ) : (
        onboardingLabels.closed
      ),
    },
    { term: "Opened", detail: <Time at={createdAt} format="date" /> },
    ...others.map((other) => ({
      term: "Another region",
      detail: <a href={`/region/${other.key}`}>{other.name}</a>,
    })),
  ];
}
