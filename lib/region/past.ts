import { isoDate } from "../calendar-date";
import type { TicketStatus } from "../tickets/policy";
import {
  type CapabilityFacts,
  type EvidenceOfCapability,
  type EvidenceStatus,
  statusOn,
  type TicketOfCapability,
} from "./capability-facts";
import { groupedBy, happened, lastUntil, type Stamped } from "./past-order";

/** What a capability was from an instant on (the database writes it at every change). */
export interface Edition extends Stamped {
  capabilityId: number;
  key: string;
  removed: boolean;
  definition: {
    name: string;
    required: boolean;
    weight: number;
    criteria: readonly string[];
    dependsOn: readonly number[];
  };
}

/** That a ticket, evidence or an incident came into a status. */
export interface Change extends Stamped {
  subject: "ticket" | "evidence" | "incident";
  id: number;
  to: string;
}

interface Span {
  since: number;
  until: number | null;
}

/** All that happened to a region and counts in its readiness; instants in milliseconds, lists in the order written. */
export interface RegionPast {
  createdAt: number;
  editions: readonly Edition[];
  spans: readonly (Span & { capabilityId: number; ticketId: number })[];
  tickets: readonly (TicketOfCapability & { createdAt: number })[];
  evidence: readonly (Omit<EvidenceOfCapability, "status"> & { capabilityId: number; createdAt: number })[];
  incidents: readonly {
    id: number;
    number: number;
    title: string;
    affected: readonly (Span & { capabilityId: number })[];
  }[];
  changes: readonly Change[];
}

/** The region as it was at an instant: what `computeRegion` computes from. */
export type FactsAt = (instant: number) => CapabilityFacts[];

/**
 * Makes a region's past readable: the facts of any instant, from what was written by then and nothing else. The order
 * in which the lists of different things are given does not matter, and a clock that was set back does not either:
 * nothing happens after what followed it, nor after now.
 */
export function readPast(past: RegionPast, now: number): FactsAt {
  const editions = groupedBy(past.editions, ({ capabilityId }) => capabilityId);
  const changes = groupedBy(past.changes, ({ subject, id }) => `${subject} ${id}`);
  const timeOf = { editions: happened(editions, now), changes: happened(changes, now) };
  const keyOf = new Map(past.editions.map(({ capabilityId, key }) => [capabilityId, key]));
  const ticketOf = new Map(past.tickets.map((ticket) => [ticket.id, ticket]));
  // With what is known of each, for a burn-up asks for all of them at every date.
  const spans = groupedBy(
    past.spans.flatMap((span) => {
      const ticket = ticketOf.get(span.ticketId);
      return ticket ? [{ ...span, ticket, moves: timeOf.changes.get(`ticket ${ticket.id}`) }] : [];
    }),
    ({ capabilityId }) => capabilityId,
  );
  const evidence = groupedBy(past.evidence, ({ capabilityId }) => capabilityId);
  const statusAt = (thing: string, instant: number) => lastUntil(timeOf.changes.get(thing), instant)?.to;

  function ticketsAt(capabilityId: number, instant: number): TicketOfCapability[] {
    return (spans.get(capabilityId) ?? []).flatMap((span) => {
      const { ticket, moves } = span;
      if (ticket.createdAt > instant || !isDuring(span, instant, now)) return [];
      const { id, number, title } = ticket;
      // Where no move is known at all, its present status is all that anybody knows.
      const first = moves ? "draft" : ticket.status;
      const status = (lastUntil(moves, instant)?.to ?? first) as TicketStatus; // events hold what the machine gave
      return [{ id, number, title, status }];
    });
  }

  function evidenceAt(capabilityId: number, instant: number): EvidenceOfCapability[] {
    const day = isoDate(new Date(instant));
    return (evidence.get(capabilityId) ?? []).flatMap(({ createdAt, capabilityId: _, ...given }) => {
      if (Math.min(createdAt, now) > instant) return [];
      const stored = (statusAt(`evidence ${given.id}`, instant) ?? "submitted") as EvidenceStatus; // as above
      const judgedById = stored === "submitted" ? null : given.judgedById;
      return [
        { ...given, judgedById, status: statusOn({ status: stored, validUntil: given.validUntil }, day) },
      ];
    });
  }

  function incidentsAt(
    capabilityId: number,
    instant: number,
  ): { id: number; number: number; title: string }[] {
    return past.incidents.flatMap(({ id, number, title, affected }) => {
      const isHit = affected.some(
        (each) => each.capabilityId === capabilityId && isDuring(each, instant, now),
      );
      const status = isHit ? statusAt(`incident ${id}`, instant) : undefined;
      return status === "open" || status === "monitoring" ? [{ id, number, title }] : [];
    });
  }

  return (instant) => {
    const present = [...timeOf.editions.values()].flatMap((each) => {
      const edition = lastUntil(each, instant);
      return edition && !edition.removed ? [edition] : [];
    });
    const known = new Set(present.map(({ capabilityId }) => capabilityId));
    return present.map(({ capabilityId, key, definition }) => ({
      ...{ key, name: definition.name, required: definition.required },
      ...{ weight: definition.weight, criteria: definition.criteria },
      dependsOn: definition.dependsOn.flatMap((id) => (known.has(id) ? [keyOf.get(id) ?? ""] : [])),
      tickets: ticketsAt(capabilityId, instant),
      evidence: evidenceAt(capabilityId, instant),
      openIncidents: incidentsAt(capabilityId, instant),
    }));
  };
}

function isDuring({ since, until }: Span, instant: number, now: number): boolean {
  return Math.min(since, now) <= instant && (until === null || Math.min(until, now) > instant);
}
