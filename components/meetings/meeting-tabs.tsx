import { Tabs } from "@/components/ui/tabs";

export type MeetingTab = "agenda" | "preread" | "actions" | "session" | "minutes" | "history";

const parts: readonly { tab: MeetingTab; label: string }[] = [
  { tab: "agenda", label: "Agenda" },
  { tab: "preread", label: "Pre-read" },
  { tab: "actions", label: "Actions" },
  { tab: "session", label: "Session" },
  { tab: "minutes", label: "Minutes" },
  { tab: "history", label: "History" },
];

/** The parts of a meeting, each with an address. */
export function MeetingTabs({ date, current }: { date: string; current: MeetingTab }) {
  const base = `/meetings/${date}`;
  return (
    <Tabs
      label="Parts of this meeting"
      items={parts.map(({ tab, label }) => ({
        href: tab === "agenda" ? base : `${base}/${tab}`,
        label,
        current: tab === current,
      }))}
    />
  );
}
