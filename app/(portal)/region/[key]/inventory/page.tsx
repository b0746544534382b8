import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HostTable } from "@/components/region/host-table";
import { RegionTabs } from "@/components/region/region-tabs";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { findRegionHosts, type RegionHosts } from "@/lib/region/host-queries";
import { ImportHosts, RetireHost } from "./_components/host-forms";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ kept?: string | string[]; added?: string | string[]; changed?: string | string[] }>;
}

export const metadata: Metadata = { title: "Hosts of the region" };

export default async function HostsPage({ params, searchParams }: Props) {
  const [actor, { key }, { kept, added, changed }] = await Promise.all([
    currentActor(),
    params,
    searchParams,
  ]);
  const found = await findRegionHosts(actor, key);
  if (!found) notFound();
  const { region, hosts, former, mayKeep } = found;
  return (
    <article className="page">
      <PageHead title="Hosts" number={region.name} lead={leadOf(found)} />
      <RegionTabs region={region.key} current="inventory" />
      {isCount(added) && isCount(changed) && (
        <Note tone="good">
          The inventory was imported: {added} added, {changed} changed.
        </Note>
      )}
      {hosts.length > 0 ? (
        <HostTable hosts={hosts} showBmc={mayKeep} />
      ) : (
        <EmptyState title="No machine is listed yet.">
          The operators and the infra team import the inventory here, with the request that brought the
          machines: then each host leads back to the ask, the decision and the minutes that it came from.
        </EmptyState>
      )}
      {former.length > 0 && (
        <Disclosure summary={`Machines that are gone (${former.length})`}>
          <HostTable hosts={former} showBmc={false} />
        </Disclosure>
      )}
      {mayKeep && (
        <Section title="Import an inventory" id="import">
          <ImportHosts region={region.key} kept={kept} />
        </Section>
      )}
      {mayKeep && hosts.length > 0 && (
        <Section title="A machine is gone">
          <RetireHost region={region.key} hosts={hosts} kept={kept} />
        </Section>
      )}
    </article>
  );
}

function leadOf({ totals, withoutRequest }: RegionHosts): string {
  const { hosts, sites, cpuCores, ramGb } = totals;
  if (hosts === 0) return "Which machines the region stands on, and where each came from.";
  const number = (value: number) => value.toLocaleString("en");
  const at = sites === 1 ? "one site" : `${sites} sites`;
  const sum = `${number(hosts)} ${hosts === 1 ? "machine" : "machines"} at ${at}: ${number(cpuCores)} cores, ${number(ramGb)} GB of memory.`;
  if (withoutRequest === 0) return `${sum} Each leads back to the request that brought it.`;
  return `${sum} ${withoutRequest === 1 ? "One has" : `${withoutRequest} have`} no request that brought ${withoutRequest === 1 ? "it" : "them"}.`;
}

function isCount(text: string | string[] | undefined): text is string {
  return typeof text === "string" && /^\d{1,4}$/.test(text);
}
