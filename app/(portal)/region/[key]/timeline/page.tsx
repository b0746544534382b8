import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BurnUpChart } from "@/components/region/burn-up-chart";
import { BurnUpTable } from "@/components/region/burn-up-table";
import { RegionTabs } from "@/components/region/region-tabs";
import { TimelineLines } from "@/components/region/timeline-lines";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/reader";
import { isTimelineKind, timelineKindLabels, timelineKinds } from "@/lib/region/timeline-kinds";
import { findTimeline } from "@/lib/region/timeline-queries";

export const metadata: Metadata = { title: "Timeline of the region" };

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const [{ key }, { show, before }] = await Promise.all([params, searchParams]);
  const kind = isTimelineKind(show) ? show : undefined;
  const cursor = typeof before === "string" ? before : undefined;
  const timeline = await findTimeline(await currentActor(), {
    region: key,
    ...(kind && { kind }),
    ...(cursor && { before: cursor }),
  });
  if (!timeline) notFound();
  const { region, points, marks, entries, older } = timeline;
  const page = `/region/${key}/timeline`;
  const choice = kind ? `show=${kind}&` : "";
  return (
    <article className="page">
      <PageHead title="Timeline" number={region.name} lead="How ready it was when, and what happened." />
      <RegionTabs region={key} current="timeline" />
      {!cursor && (
        <Section title="Readiness by date" aside="recomputed from what was true then">
          <BurnUpChart points={points} marks={marks} />
          <BurnUpTable points={points} marks={marks} />
        </Section>
      )}
      <Section title="What happened" id="what-happened">
        <Tabs
          label="What to show"
          items={[
            { href: `${page}#what-happened`, label: "All", current: !kind },
            ...timelineKinds.map((each) => ({
              href: `${page}?show=${each}#what-happened`,
              label: timelineKindLabels[each],
              current: each === kind,
            })),
          ]}
        />
        {entries.length > 0 ? (
          <TimelineLines entries={entries} />
        ) : (
          <EmptyState title="Nothing of this kind happened yet.">Choose another kind above.</EmptyState>
        )}
        {older && <a href={`${page}?${choice}before=${older}#what-happened`}>What happened before</a>}
      </Section>
    </article>
  );
}
