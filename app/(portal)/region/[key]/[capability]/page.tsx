import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { proofCount, ticketCount } from "@/components/region/counts";
import { StateBadge } from "@/components/region/state-badge";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { type CapabilityPage, findCapability } from "@/lib/region/capability-queries";
import { capabilityTemplate } from "@/lib/region/template";
import { destinationLabels } from "@/lib/tickets/ui-text";
import { CapabilityEvidence } from "../../_components/capability-evidence";
import { CapabilityTickets } from "../../_components/capability-tickets";

interface Props {
  params: Promise<{ key: string; capability: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const read = cache(async (region: string, capability: string) =>
  findCapability(await currentActor(), { region, capability }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key, capability } = await params;
  return { title: (await read(key, capability))?.capability.name ?? "Capability" };
}

export default async function ShownCapability({ params, searchParams }: Props) {
  const { key, capability: named } = await params;
  const page = await read(key, named);
  if (!page) notFound();
  const [actor, { kept }] = await Promise.all([currentActor(), searchParams]);
  const { region, capability, others } = page;
  return (
    <article className="page">
      <PageHead
        title={capability.name}
        number={region.name}
        badge={<StateBadge state={capability.state} />}
        lead={capability.purpose}
      />
      <div className="with-side">
        <div>
          <p className="summary">{capability.because}</p>
          <Incidents page={page} />
          <Section title="Tickets" aside={ticketCount(capability)}>
            <CapabilityTickets page={page} kept={kept} />
          </Section>
          <Section title="Evidence" id="evidence" aside={proofCount(capability)}>
            <CapabilityEvidence page={page} kept={kept} signedIn={actor.kind === "person"} />
          </Section>
        </div>
        <aside className="side" aria-label="About this capability">
          <Facts items={factsOf(page)} />
          {region.mayShape && (
            <p>
              <a href={`/region/${region.key}/${capability.key}/edit`}>Change or remove it</a>
            </p>
          )}
          <Others
            title="Needs"
            region={region.key}
            list={others.filter((each) => capability.dependsOn.includes(each.key))}
          />
          <Others
            title="Needed by"
            region={region.key}
            list={others.filter(({ dependsOn }) => dependsOn.includes(capability.key))}
          />
        </aside>
      </div>
    </article>
  );
}

function Incidents({ page: { region, capability } }: { page: CapabilityPage }) {
  const { openIncidents } = capability;
  if (openIncidents.length === 0) return null;
  return (
    <ul className="note-list">
      {openIncidents.map(({ id, number, title }) => (
        <li key={id}>
          <a href={`/region/${region.key}/incidents/${number}`}>
            Incident {number}: {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ region, capability }: CapabilityPage) {
  const { key, required, weight, share } = capability;
  const usual = capabilityTemplate.find((each) => each.key === key)?.typicalRequests ?? [];
  return [
    {
      term: "Region",
      detail: <a href={`/region/${region.key}#capability-${key}`}>In the list and on the map</a>,
    },
    { term: "For production", detail: required ? "Required" : "Not required" },
    {
      term: "Provenance",
      detail: <a href={`/provenance/capability/${region.key}.${key}`}>From the minutes to the evidence</a>,
    },
    { term: "Weight", detail: `${weight}: ${share} % of the readiness` },
    ...(usual.length > 0
      ? [
          {
            term: "Usually asked for",
            detail: (
              <ul>
                {usual.map(({ text, destination }) => (
                  <li key={text}>
                    {text} ({destinationLabels[destination]})
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
}

function Others(props: { title: string; region: string; list: CapabilityPage["others"] }) {
  const { title, region, list } = props;
  if (list.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="cap-links">
        {list.map(({ key, name, state }) => (
          <li key={key}>
            <a href={`/region/${region}/${key}`}>{name}</a> <StateBadge state={state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
