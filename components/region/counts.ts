import { type CapabilityFacts, liveTickets, unprovenCriteria } from "@/lib/region/capability-facts";

/** "2 of 3 tickets done", "No tickets". */
export function ticketCount(capability: Pick<CapabilityFacts, "tickets">): string {
  const live = liveTickets(capability);
  if (live.length === 0) return "No tickets";
  const done = live.filter((ticket) => ticket.status === "done").length;
  return `${done} of ${live.length} ${live.length === 1 ? "ticket" : "tickets"} done`;
}

/** "1 of 2 criteria proven". */
export function proofCount(capability: Pick<CapabilityFacts, "criteria" | "evidence">): string {
  const { length } = capability.criteria;
  if (length === 0) return "no criteria yet";
  const proven = length - unprovenCriteria(capability).length;
  return `${proven} of ${length} ${length === 1 ? "criterion" : "criteria"} proven`;
}
