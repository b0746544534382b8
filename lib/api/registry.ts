import type { Operation } from "./operation";
import { agendaOperations } from "./operations/agenda";
import { auditOperations } from "./operations/audit";
import { ballotOperations } from "./operations/ballots";
import { claimOperations } from "./operations/claims";
import { decisionsOperations } from "./operations/decisions";
import { discussionOperations } from "./operations/discussion";
import { materialOperations } from "./operations/materials";
import { meetingsOperations } from "./operations/meetings";
import { minutesOperations } from "./operations/minutes";
import { peopleOperations } from "./operations/people";
import { proposalPartOperations } from "./operations/proposal-parts";
import { proposalOperations } from "./operations/proposals";
import { questionOperations } from "./operations/questions";
import { readerOperations } from "./operations/reader";
import { regionRoleOperations } from "./operations/region-roles";
import { regionWorkOperations } from "./operations/region-work";
import { regionsOperations } from "./operations/regions";
import { sessionOperations } from "./operations/session";
import { slotsOperations } from "./operations/slots";
import { splitOperations } from "./operations/split";
import { ticketWorkOperations } from "./operations/ticket-work";
import { ticketsOperations } from "./operations/tickets";
import { workloadOperations } from "./operations/workloads";

/** Everything that a program can do, by the file that names it, in the order in which the readable page shows it. */
export const domains = {
  proposals: proposalOperations,
  "proposal-parts": proposalPartOperations,
  discussion: discussionOperations,
  questions: questionOperations,
  materials: materialOperations,
  slots: slotsOperations,
  meetings: meetingsOperations,
  agenda: agendaOperations,
  session: sessionOperations,
  minutes: minutesOperations,
  ballots: ballotOperations,
  decisions: decisionsOperations,
  split: splitOperations,
  tickets: ticketsOperations,
  "ticket-work": ticketWorkOperations,
  regions: regionsOperations,
  "region-work": regionWorkOperations,
  "region-roles": regionRoleOperations,
  workloads: workloadOperations,
  people: peopleOperations,
  claims: claimOperations,
  reader: readerOperations,
  audit: auditOperations,
} satisfies Readonly<Record<string, readonly Operation[]>>;
export type Domain = keyof typeof domains;

export const operations: readonly Operation[] = Object.values(domains).flat();
