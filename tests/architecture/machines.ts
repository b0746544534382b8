import { ballotMachine } from "@/lib/decisions/ballot-machine";
import { concernMachine } from "@/lib/discussion/concern-machine";
import { questionMachine } from "@/lib/discussion/machine";
import { claimMachine } from "@/lib/import-export/claim-machine";
import { actionMachine } from "@/lib/meetings/action-machine";
import { agendaItemMachine, meetingMachine, minutesMachine } from "@/lib/meetings/machine";
import { minutesCommentMachine } from "@/lib/meetings/minutes-comment-machine";
import { slotRequestMachine } from "@/lib/meetings/slot-machine";
import { consentMachine } from "@/lib/proposals/consent-machine";
import { endorsementMachine } from "@/lib/proposals/endorsement-machine";
import { proposalMachine } from "@/lib/proposals/machine";
import { evidenceMachine } from "@/lib/region/evidence-machine";
import { incidentMachine } from "@/lib/region/incident-machine";
import { regionMachine } from "@/lib/region/machine";
import { onboardingMachine } from "@/lib/region/onboarding-machine";
import { regionRoleMachine } from "@/lib/region/role-machine";
import { workloadMachine } from "@/lib/region/workload-machine";
import { ticketMachine } from "@/lib/tickets/machine";

/** A machine as tables and diagrams need it: without its facts. */
export interface DrawnMachine {
  subject: string;
  initial: string;
  statuses: Readonly<Record<string, string>>;
  moves: Readonly<
    Record<
      string,
      {
        label: string;
        from: readonly string[];
        to: string;
        by: { who: string };
        records: string;
        needs?: string;
      }
    >
  >;
}

/** Every machine of the portal, in the order of the journey. */
export const machines: readonly DrawnMachine[] = [
  proposalMachine,
  consentMachine,
  questionMachine,
  concernMachine,
  endorsementMachine,
  slotRequestMachine,
  meetingMachine,
  agendaItemMachine,
  minutesMachine,
  minutesCommentMachine,
  actionMachine,
  ballotMachine,
  ticketMachine,
  evidenceMachine,
  incidentMachine,
  regionMachine,
  onboardingMachine,
  workloadMachine,
  regionRoleMachine,
  claimMachine,
];
