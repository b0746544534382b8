import { Tabs } from "@/components/ui/tabs";

export type MeetingView = "to-come" | "past" | "month" | "search";

/** The ways in which meetings can be looked at. */
export function MeetingViews({ current }: { current: MeetingView }) {
  return (
    <Tabs
      label="Which meetings"
      items={[
        { href: "/meetings", label: "To come", current: current === "to-come" },
        { href: "/meetings?past=yes", label: "Past", current: current === "past" },
        { href: "/meetings/month", label: "Month", current: current === "month" },
      ]}
    />
  );
}
