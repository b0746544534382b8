import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { proofCount } from "@/components/region/capability-list";
import { StateBadge } from "@/components/region/state-badge";
import { ticketCount } from "@/components/region/ticket-lines";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import type { CapabilityShown } from "@/lib/region/queries";
import { capabilityTemplate } from "@/lib/region/template";
import { destinationLabels } from "@/lib/tickets/ui-text";
import { CapabilityEvidence } from "../../_components/capability-evidence";
import { CapabilityTickets } from "../../_components/capability-tickets";
import { readRegion } from "../../_components/read-region";

interface Props {
  params: Promise<{ key: string; capability: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function find({ params }: Props) {
  const { key, capability } = await params;
  const region = await readRegion(key);
  const found = region?.capabilities.find((each) => each.key === capability);
  return region && found ? { region, capability: found } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await find(props))?.capability.name ?? "Capability" };
}

export default async function CapabilityPage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  const { region, capability } = found;
  const [actor, { kept }] = await Promise.all([currentActor(), props.searchParams]);
  const form = { region, capability, kept, signedIn: actor.kind === "person" };
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
          <Section title="Tickets" aside={ticketCount(capability)}>
            <CapabilityTickets {...form} />
          </Section>
          <Section title="Evidence" id="evidence" aside={proofCount(capability)}>
            <CapabilityEvidence {...form} />
          </Section>
        </div>
        <aside className="side" aria-label="About this capability">
          <Facts items={factsOf(region.key, capability)} />
          <Others title="Needs" region={region.key} list={needsOf(capability, region.capabilities)} />
          <Others title="Needed by" region={region.key} list={neededBy(capability, region.capabilities)} />
        </aside>
      </div>
    </article>
  );
}

function factsOf(region: string, { key, required, weight }: CapabilityShown) {
  const usual = capabilityTemplate.find((each) => each.key === key)?.typicalRequests ?? [];
  return [
    {
      term: "Region",
      detail: <a href={`/region/${region}#capability-${key}`}>In the list and on the map</a>,
    },
    { term: "For production", detail: required ? "Required" : "Not required" },
    { term: "Weight", detail: String(weight) },
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

function needsOf({ dependsOn }: CapabilityShown, all: readonly CapabilityShown[]) {
  return all.filter(({ key }) => dependsOn.includes(key));
}

function neededBy({ key }: CapabilityShown, all: readonly CapabilityShown[]) {
  return all.filter(({ dependsOn }) => dependsOn.includes(key));
}

function Others(props: { title: string; region: string; list: readonly CapabilityShown[] }) {
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
