import type { TicketStatus } from "../tickets/policy";

/** DOMAIN 8, in the order of the journey. */
export const capabilityStates = [
  "not_requested",
  "requested",
  "blocked",
  "in_progress",
  "regressed",
  "provisioned",
  "accepted",
] as const;
export type CapabilityState = (typeof capabilityStates)[number];

/**
 * What a state is worth. Regressed is worth what work under way is worth, and blocked what a mere request is worth:
 * so finishing work never lowers the readiness and reopening it never raises it.
 */
export const worth: Readonly<Record<CapabilityState, number>> = {
  not_requested: 0,
  requested: 10,
  blocked: 10,
  in_progress: 30,
  regressed: 30,
  provisioned: 70,
  accepted: 100,
};

export const evidenceStatuses = ["submitted", "accepted", "refused", "expired", "withdrawn"] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

export interface TicketOfCapability {
  id: number;
  number: number;
  title: string;
  status: TicketStatus;
}

export interface EvidenceOfCapability {
  id: number;
  criterion: string;
  status: EvidenceStatus;
  submittedById: number;
  judgedById: number | null;
  /** The last day on which it counts; absent: it counts until something happens. */
  validUntil?: string | null;
}

export interface CapabilityFacts {
  key: string;
  name: string;
  required: boolean;
  weight: number;
  criteria: readonly string[];
  dependsOn: readonly string[];
  tickets: readonly TicketOfCapability[];
  evidence: readonly EvidenceOfCapability[];
  openIncidents: readonly { id: number; number: number; title: string }[];
}

/** What stands in the way of a capability. */
export type Blocker =
  | { kind: "ticket"; id: number; number: number }
  | { kind: "capability"; key: string; name: string };

export interface StateOfCapability {
  key: string;
  name: string;
  state: CapabilityState;
  /** Why, in one sentence. */
  because: string;
  blockedBy: Blocker[];
}

/** Evidence counts only when somebody else than who gave it accepted it (DOMAIN 6, "never their own"). */
export function isAccepted(evidence: EvidenceOfCapability): boolean {
  return (
    evidence.status === "accepted" &&
    evidence.judgedById != null &&
    evidence.judgedById !== evidence.submittedById
  );
}

/** The criteria that no accepted evidence speaks for. */
export function unprovenCriteria({
  criteria,
  evidence,
}: Pick<CapabilityFacts, "criteria" | "evidence">): string[] {
  const proven = new Set(evidence.filter(isAccepted).map((each) => each.criterion));
  return criteria.filter((criterion) => !proven.has(criterion));
}

/** Evidence that was accepted once and counts no more: its day is over, or it was taken back. */
export function hasLapsed({ status, judgedById }: EvidenceOfCapability): boolean {
  return status === "expired" || (status === "withdrawn" && judgedById !== null);
}

/** What was proven once and is not any more, as nothing came in the place of the evidence that lapsed. */
export function lapsedEvidence(facts: CapabilityFacts): EvidenceOfCapability[] {
  const lapsed = facts.evidence.filter(hasLapsed);
  if (lapsed.length === 0) return [];
  const unproven = unprovenCriteria(facts);
  return lapsed.filter(({ criterion }) => unproven.includes(criterion));
}

/** What stored evidence is worth on a day: after its last one, accepted evidence is expired. */
export function statusOn(
  evidence: { status: EvidenceStatus; validUntil?: string | null },
  day: string,
): EvidenceStatus {
  const isOver = evidence.status === "accepted" && evidence.validUntil != null && evidence.validUntil < day;
  return isOver ? "expired" : evidence.status;
}

/** Tickets that count: what was declined or is told elsewhere is no work of this capability. */
export function liveTickets({ tickets }: Pick<CapabilityFacts, "tickets">): TicketOfCapability[] {
  return tickets.filter((ticket) => ticket.status !== "declined" && ticket.status !== "duplicate");
}
