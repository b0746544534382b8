import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { durationText } from "@/components/region/incident-lines";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { HistoryList } from "@/components/workflow/history-list";
import { StatusBadge } from "@/components/workflow/status-badge";
import { currentActor } from "@/lib/auth/reader";
import { findIncident, type IncidentShown } from "@/lib/region/incident-queries";
import { incidentStages, incidentStatusLabels, severityLabels } from "@/lib/region/incident-ui-text";
import { ChangeIncident, IncidentMoves, WriteUpdate } from "../../../_components/incident-forms";

interface Props {
  params: Promise<{ key: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const read = cache(async (region: string, number: string) => {
  const incident = /^\d{1,9}$/.test(number) ? Number(number) : 0;
  return findIncident(await currentActor(), { region, incident });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key, number } = await params;
  return { title: (await read(key, number))?.title ?? "Incident" };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const [{ key, number }, { kept }] = await Promise.all([params, searchParams]);
  const incident = await read(key, number);
  if (!incident) notFound();
  const { title, status, summary, timeline, mayKeep } = incident;
  return (
    <article className="page">
      <PageHead
        title={title}
        number={`Incident ${incident.number}`}
        badge={
          <StatusBadge status={status} label={incidentStatusLabels[status]} stage={incidentStages[status]} />
        }
        lead={summary}
      />
      <div className="with-side">
        <div>
          {mayKeep && status !== "closed" && <WriteUpdate incident={incident} kept={kept} />}
          <Section title="What happened" id="timeline">
            <HistoryList entries={timeline} />
          </Section>
          {mayKeep && <ChangeIncident incident={incident} kept={kept} />}
        </div>
        <aside className="side" aria-label="About this incident">
          <IncidentMoves incident={incident} kept={kept} />
          <Facts items={factsOf(incident)} />
        </aside>
      </div>
    </article>
  );
}

function factsOf(incident: IncidentShown) {
  const { region, severity, startedAt, declaredAt, resolvedAt, declaredBy, lead, comms } = incident;
  return [
    { term: "Region", detail: <a href={`/region/${region.key}`}>{region.name}</a> },
    { term: "Severity", detail: severityLabels[severity] },
    { term: "Affects", detail: <Affected incident={incident} /> },
    { term: "Leads", detail: lead ? <Who person={lead} /> : "nobody yet" },
    { term: "Speaks", detail: comms ? <Who person={comms} /> : "nobody yet" },
    { term: "Began", detail: <Time at={startedAt} /> },
    {
      term: "Declared",
      detail: (
        <>
          <Time at={declaredAt} /> by <Who person={declaredBy} />
        </>
      ),
    },
    ...(resolvedAt
      ? [
          {
            term: "Resolved",
            detail: (
              <>
                <Time at={resolvedAt} />, after {durationText(startedAt, resolvedAt)}
              </>
            ),
          },
        ]
      : []),
    { term: "Post-mortem", detail: <PostMortem incident={incident} /> },
  ];
}

function PostMortem({ incident: { postMortemUrl, severity } }: { incident: IncidentShown }) {
  if (postMortemUrl) {
    return (
      <a href={postMortemUrl} rel="noreferrer nofollow ugc">
        {postMortemUrl}
      </a>
    );
  }
  return severity === "minor" ? "not needed" : "needed before it is closed";
}

function Affected({ incident: { region, affected } }: { incident: IncidentShown }) {
  return (
    <ul>
      {affected.map(({ key, name }) => (
        <li key={key}>
          <a href={`/region/${region.key}/${key}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function Who({ person: { handle, name } }: { person: { handle: string; name: string } }) {
  return <a href={`/people/${handle}`}>{name}</a>;
}
