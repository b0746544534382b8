import fc from "fast-check";
import {
  type CapabilityFacts,
  type EvidenceOfCapability,
  type EvidenceStatus,
  evidenceStatuses,
  type TicketOfCapability,
} from "../../../lib/region/capability-facts";
import { type TicketStatus, ticketStatuses } from "../../../lib/tickets/policy";

let lastId = 0;

export function ticket(status: TicketStatus, number = ++lastId): TicketOfCapability {
  return { id: 1000 + number, number, title: `Ticket ${number}`, status };
}

/** Evidence given by person 1 and judged by person 2. */
export function evidence(
  status: EvidenceStatus,
  criterion = "It works",
  judgedById = 2,
): EvidenceOfCapability {
  const isJudged = status !== "submitted" && status !== "withdrawn";
  return { id: ++lastId, criterion, status, submittedById: 1, judgedById: isJudged ? judgedById : null };
}

export function capability(changes: Partial<CapabilityFacts> = {}): CapabilityFacts {
  return {
    key: "dns",
    name: "DNS",
    required: true,
    weight: 1,
    criteria: ["It works"],
    dependsOn: [],
    tickets: [],
    evidence: [],
    openIncidents: [],
    ...changes,
  };
}

export const incident = { id: 1, number: 1, title: "Names do not resolve" };

const names = ["a", "b", "c", "d", "e"];
const criteria = ["one", "two"];

const anyEvidence = fc.record({
  id: fc.nat(),
  criterion: fc.constantFrom(...criteria),
  status: fc.constantFrom(...evidenceStatuses),
  submittedById: fc.constantFrom(1, 2),
  judgedById: fc.constantFrom(1, 2, null),
});

const anyTicket = fc.record({
  id: fc.nat(),
  number: fc.integer({ min: 1, max: 99 }),
  title: fc.constant("Work"),
  status: fc.constantFrom(...ticketStatuses),
});

/** A region in any state, rings of dependencies and weights that say nothing included. */
export const anyRegion = fc
  .tuple(
    ...names.map((key) =>
      fc.record({
        key: fc.constant(key),
        name: fc.constant(key.toUpperCase()),
        required: fc.boolean(),
        weight: fc.constantFrom(0, 1, 2, 7, 0.1, -1, Number.NaN, 1e300),
        criteria: fc.subarray(criteria),
        dependsOn: fc.subarray([...names, "unknown"]),
        tickets: fc.array(anyTicket, { maxLength: 3 }),
        evidence: fc.array(anyEvidence, { maxLength: 3 }),
        openIncidents: fc.array(fc.constant(incident), { maxLength: 1 }),
      }),
    ),
  )
  .chain((all) => fc.subarray(all));
