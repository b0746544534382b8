import type { Domain } from "@/lib/api/registry";
import type { Cases } from "./case";
import { agendaCases } from "./cases/agenda";
import { auditCases } from "./cases/audit";
import { ballotCases } from "./cases/ballots";
import { claimCases } from "./cases/claims";
import { decisionCases } from "./cases/decisions";
import { discussionCases } from "./cases/discussion";
import { materialCases } from "./cases/materials";
import { meetingCases } from "./cases/meetings";
import { minutesCases } from "./cases/minutes";
import { peopleCases } from "./cases/people";
import { proposalPartCases } from "./cases/proposal-parts";
import { proposalCases } from "./cases/proposals";
import { questionCases } from "./cases/questions";
import { readerCases } from "./cases/reader";
import { regionRoleCases } from "./cases/region-roles";
import { regionWorkCases } from "./cases/region-work";
import { regionCases } from "./cases/regions";
import { sessionCases } from "./cases/session";
import { slotCases } from "./cases/slots";
import { splitCases } from "./cases/split";
import { ticketWorkCases } from "./cases/ticket-work";
import { ticketCases } from "./cases/tickets";
import { workloadCases } from "./cases/workloads";

/** How every operation is tried, by its domain. */
export const casesOf: Readonly<Record<Domain, Cases>> = {
  proposals: proposalCases,
  "proposal-parts": proposalPartCases,
  discussion: discussionCases,
  questions: questionCases,
  materials: materialCases,
  slots: slotCases,
  meetings: meetingCases,
  agenda: agendaCases,
  session: sessionCases,
  minutes: minutesCases,
  ballots: ballotCases,
  decisions: decisionCases,
  split: splitCases,
  tickets: ticketCases,
  "ticket-work": ticketWorkCases,
  regions: regionCases,
  "region-work": regionWorkCases,
  "region-roles": regionRoleCases,
  workloads: workloadCases,
  people: peopleCases,
  claims: claimCases,
  reader: readerCases,
  audit: auditCases,
};
