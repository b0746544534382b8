import { z } from "zod";
import { ballotMachine } from "../../decisions/ballot-machine";
import { concernMachine } from "../../discussion/concern-machine";
import { questionMachine } from "../../discussion/machine";
import { claimMachine } from "../../import-export/claim-machine";
import { keysOf } from "../../keys-of";
import { actionMachine } from "../../meetings/action-machine";
import { agendaItemMachine, meetingMachine, minutesMachine } from "../../meetings/machine";
import { slotRequestMachine } from "../../meetings/slot-machine";
import { consentMachine } from "../../proposals/consent-machine";
import { endorsementMachine } from "../../proposals/endorsement-machine";
import { proposalMachine } from "../../proposals/machine";
import { evidenceMachine } from "../../region/evidence-machine";
import { incidentMachine } from "../../region/incident-machine";
import { regionMachine } from "../../region/machine";
import { workloadMachine } from "../../region/workload-machine";
import { ticketMachine } from "../../tickets/machine";

/** RFC 3339, in UTC. */
export const instant = z.iso.datetime({ offset: true });

export const proposalStatus = statusesOf(proposalMachine);
export const questionStatus = statusesOf(questionMachine);
export const slotStatus = statusesOf(slotRequestMachine);
export const meetingStatus = statusesOf(meetingMachine);
export const minutesStatus = statusesOf(minutesMachine);
export const itemStatus = statusesOf(agendaItemMachine);
export const ticketStatus = statusesOf(ticketMachine);
export const regionPhase = statusesOf(regionMachine);
export const consentState = statusesOf(consentMachine);
export const endorsementStatus = statusesOf(endorsementMachine);
export const concernStatus = statusesOf(concernMachine);
export const ballotStatus = statusesOf(ballotMachine);
export const evidenceStatus = statusesOf(evidenceMachine);
export const workloadStatus = statusesOf(workloadMachine);
export const incidentStatus = statusesOf(incidentMachine);
export const actionStatus = statusesOf(actionMachine);
export const claimStatus = statusesOf(claimMachine);

export const evidenceState = z.enum(["accepted", "expired", "refused", "submitted", "withdrawn"]);
export const capabilityState = z.enum([
  ...["accepted", "blocked", "in_progress", "not_requested", "provisioned", "regressed", "requested"],
] as const);

/** Another thing of the region that stands in a capability's way. */
const blocker = z.union([
  z.object({ kind: z.literal("ticket"), id: z.number(), number: z.number() }),
  z.object({ kind: z.literal("capability"), key: z.string(), name: z.string() }),
]);

export const stateOfCapability = z.object({
  key: z.string(),
  name: z.string(),
  state: capabilityState,
  because: z.string(),
  blockedBy: z.array(blocker),
});

/** What a list and a page say of a capability alike. */
export const capabilityParts = stateOfCapability.extend({
  purpose: z.string(),
  required: z.boolean(),
  weight: z.number(),
  criteria: z.array(z.string()),
  dependsOn: z.array(z.string()),
  openIncidents: z.array(z.object({ id: z.number(), number: z.number(), title: z.string() })),
  maySubmit: z.boolean(),
});

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

function statusesOf<Status extends string>({ statuses }: { statuses: Readonly<Record<Status, string>> }) {
  return z.enum(keysOf(statuses));
}

export const allowedMove = z.object({
  name: z.string(),
  label: z.string(),
  needs: z.string().optional(),
  refusal: z.string().optional(),
});

export const named = z.object({ handle: z.string(), name: z.string() });

export const owner = z.object({ kind: z.enum(["body", "person"]), handle: z.string(), name: z.string() });

export const party = z.object({
  kind: z.enum(["body", "person", "role"]),
  handle: z.string(),
  name: z.string(),
});

export const ownerChoice = z.object({ value: z.string(), label: z.string() });

/** What most deeds on a proposal or a ticket answer: its number. */
export const numbered = z.object({ number: z.number() });

export const outlinePart = z.object({ markdown: z.string() });
