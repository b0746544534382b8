import { listHref, type TicketAddress, type TicketFilter } from "@/lib/tickets/list-filter";
import type { TicketStatus } from "@/lib/tickets/policy";

const open: readonly TicketStatus[] = [
  "filed",
  "needs_review",
  "waiting_on_assignee",
  "waiting_on_reporter",
  "reopened",
  "bounced",
];

/** The lists that people come for, each one address: all, what is open, and what wants somebody now. */
export function quickTabs({ filter, view }: TicketAddress, signedIn: boolean) {
  const lists: { label: string; filter: TicketFilter }[] = [
    { label: "All", filter: {} },
    { label: "Open", filter: { status: open } },
    ...(signedIn ? [{ label: "Waiting on me", filter: { waiting: "me" as const } }] : []),
    { label: "Unblocked now", filter: { block: "unblocked" } },
    { label: "Needs news", filter: { needs: "any" } },
    { label: "Past its date", filter: { needs: "late" } },
    { label: "Initiatives", filter: { destination: "initiative" } },
  ];
  const here = listHref({ filter: { ...filter, sort: undefined } });
  return lists.map(({ label, filter: wanted }) => ({
    label,
    href: listHref({ filter: wanted, view }),
    current: listHref({ filter: wanted }) === here,
  }));
}
