import { Tabs } from "@/components/ui/tabs";

/** The parts of a meeting, each with an address. */
export function SessionTabs({ date, current }: { date: string; current: "agenda" | "session" | "minutes" }) {
  const base = `/meetings/${date}`;
  return (
    <Tabs
      label="Parts of this meeting"
      items={[
        { href: base, label: "Agenda", current: current === "agenda" },
        { href: `${base}/session`, label: "Session", current: current === "session" },
        { href: `${base}/minutes`, label: "Minutes", current: current === "minutes" },
      ]}
    />
  );
}
