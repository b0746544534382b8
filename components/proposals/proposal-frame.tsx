import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { JourneyRail } from "@/components/workflow/journey-rail";
import { StatusBadge } from "@/components/workflow/status-badge";
import { journeyOf } from "@/lib/proposals/journey";
import type { ProposalHead } from "@/lib/proposals/queries";
import { statusText } from "@/lib/proposals/ui-text";
import { ReadinessBlock } from "./readiness-block";

export type ProposalTab =
  | "proposal"
  | "questions"
  | "concerns"
  | "materials"
  | "board"
  | "tickets"
  | "history";

/** What stands above every page of a proposal: its name, where it is on its way, and its parts. */
export function ProposalFrame({
  head,
  current,
  children,
}: {
  head: ProposalHead;
  current: ProposalTab;
  children: ReactNode;
}) {
  const { label, stage } = statusText(head);
  return (
    <article className="page">
      <PageHead
        title={head.title}
        number={head.number}
        badge={
          <>
            <StatusBadge status={head.status} label={label} stage={stage} />
            {head.visibility === "executive" && <Badge stage="stopped">Executive</Badge>}
          </>
        }
      />
      <JourneyRail steps={journeyOf(head)} label="Journey of this proposal" />
      <ReadinessBlock readiness={head.readiness} full={current === "proposal" || current === "board"} />
      <Tabs label="Parts of this proposal" items={tabsOf(head, current)} />
      {children}
    </article>
  );
}

function tabsOf(head: ProposalHead, current: ProposalTab) {
  const base = `/proposals/${head.number}`;
  const { counts } = head;
  return [
    { href: base, label: "Proposal", current: current === "proposal" },
    {
      href: `${base}/questions`,
      label: "Questions",
      count: counts.questions,
      current: current === "questions",
    },
    { href: `${base}/concerns`, label: "Concerns", count: counts.concerns, current: current === "concerns" },
    {
      href: `${base}/materials`,
      label: "Materials",
      count: counts.materials,
      current: current === "materials",
    },
    { href: `${base}/board`, label: "Board", current: current === "board" },
    { href: `${base}/tickets`, label: "Tickets", count: counts.tickets, current: current === "tickets" },
    { href: `${base}/history`, label: "History", current: current === "history" },
  ];
}
