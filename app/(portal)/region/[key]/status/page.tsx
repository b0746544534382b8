import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncidentLines } from "@/components/region/incident-lines";
import { RegionTabs } from "@/components/region/region-tabs";
import { StateBadge } from "@/components/region/state-badge";
import { FeedLink } from "@/components/ui/feed-link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import { now } from "@/lib/clock";
import { portalAddress } from "@/lib/portal-address";
import { findRegion } from "@/lib/region/queries";
import { stateRows } from "@/lib/region/state-rows";
import { phaseLabels, phaseStages } from "@/lib/region/ui-text";
import { thePublic } from "@/lib/workflow/actor";

interface Props {
  params: Promise<{ key: string }>;
}

export const metadata: Metadata = { title: "Status of the region" };

/** For tenants and passers-by: the same for everybody, whoever is signed in. */
export default async function StatusPage({ params }: Props) {
  const { key } = await params;
  const region = await findRegion(thePublic, key);
  if (!region) notFound();
  const { name, phase, readiness } = region;
  const page = new URL(`/region/${region.key}/status`, portalAddress()).href;
  const badge = new URL(`/region/${region.key}/badge.svg`, portalAddress()).href;
  return (
    <article className="page">
      <PageHead
        title={`Status of ${name}`}
        badge={<StatusBadge status={phase} label={phaseLabels[phase]} stage={phaseStages[phase]} />}
        lead={readiness.sentence}
      />
      <RegionTabs region={region.key} current="status" />
      {region.incidents.length > 0 && (
        <Section title="Incidents" aside={<a href={`/region/${region.key}/incidents`}>All incidents</a>}>
          <IncidentLines region={region.key} incidents={region.incidents} />
        </Section>
      )}
      <ul className="state-rows">
        {stateRows(region.capabilities).map((row) => (
          <li key={row.key}>
            <a href={`/region/${region.key}/${row.key}`}>{row.name}</a>
            <StateBadge state={row.state} />
            {row.says && <p className="meta">{row.says}</p>}
          </li>
        ))}
      </ul>
      <p className="meta">
        As of <Time at={now()} />. What happens is in the{" "}
        <FeedLink href={`/region/${region.key}/region.atom`} title={name}>
          feed
        </FeedLink>
        .
      </p>
      <Section title="Show it elsewhere">
        <p>
          {/* biome-ignore lint/performance/noImgElement: the badge as others will see it */}
          <img
            src={`/region/${region.key}/badge.svg`}
            alt={`${name}: ${readiness.percent} %, ${phaseLabels[phase]}`}
          />
        </p>
        <label className="field">
          <span>As Markdown</span>
          <input className="input no" readOnly value={`[![${name}](${badge})](${page})`} />
        </label>
      </Section>
    </article>
  );
}
