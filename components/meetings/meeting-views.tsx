import { Tabs } from "@/components/ui/tabs";

export type MeetingView = "to-come" | "past" | "month" | "search" | "queue" | "actions";

/** The ways in which meetings can be looked at. */
export function MeetingViews({ current, mayRun }: { current: MeetingView; mayRun?: boolean }) {
  return (
    <Tabs
      label="Which meetings"
      items={[
        { href: "/meetings", label: "To come", current: current === "to-come" },
        { href: "/meetings?past=yes", label: "Past", current: current === "past" },
        { href: "/meetings/month", label: "Month", current: current === "month" },
        { href: "/meetings/actions", label: "Actions", current: current === "actions" },
        ...(mayRun
          ? [{ href: "/meetings/queue", label: "Who asks for time", current: current === "queue" }]
          : []),
        { href: "/decisions", label: "Decisions", current: false },
      ]}
    />
  );
}
