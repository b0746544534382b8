import { Tabs } from "@/components/ui/tabs";

export type RegionTab =
  | "overview"
  | "timeline"
  | "incidents"
  | "workloads"
  | "roles"
  | "inventory"
  | "status";

const parts: readonly { tab: RegionTab; label: string }[] = [
  { tab: "overview", label: "Overview" },
  { tab: "timeline", label: "Timeline" },
  { tab: "incidents", label: "Incidents" },
  { tab: "workloads", label: "Workloads" },
  { tab: "roles", label: "Roles" },
  { tab: "inventory", label: "Hosts" },
  { tab: "status", label: "Status" },
];

/** The parts of a region, each with an address. */
export function RegionTabs({ region, current }: { region: string; current: RegionTab }) {
  const base = `/region/${region}`;
  return (
    <Tabs
      label="Parts of this region"
      items={parts.map(({ tab, label }) => ({
        href: tab === "overview" ? base : `${base}/${tab}`,
        label,
        current: tab === current,
      }))}
    />
  );
}
