import type { Operation } from "./operation";
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
import { regionWorkOperations } from "./operations/region-work";
import { regionsOperations } from "./operations/regions";
import { sessionOperations } from "./operations/session";
import { slotsOperations } from "./operations/slots";
import { splitOperations } from "./operations/split";
import { ticketWorkOperations } from "./operations/ticket-work";
import { ticketsOperations } from "./operations/tickets";

/** Everything that a program can do, in the order in which the readable page shows it. */
export const operations: readonly Operation[] = [
  ...proposalOperations,
  ...proposalPartOperations,
  ...discussionOperations,
  ...questionOperations,
  ...materialOperations,
  ...slotsOperations,
  ...meetingsOperations,
  ...sessionOperations,
  ...minutesOperations,
  ...decisionsOperations,
  ...splitOperations,
  ...ticketsOperations,
  ...ticketWorkOperations,
  ...regionsOperations,
  ...regionWorkOperations,
  ...peopleOperations,
  ...readerOperations,
];
