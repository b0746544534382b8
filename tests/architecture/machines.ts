import { questionMachine } from "@/lib/discussion/machine";
import { agendaItemMachine, meetingMachine, minutesMachine } from "@/lib/meetings/machine";
import { slotRequestMachine } from "@/lib/meetings/slot-machine";
import { consentMachine } from "@/lib/proposals/consent-machine";
import { proposalMachine } from "@/lib/proposals/machine";
import { evidenceMachine, regionMachine } from "@/lib/region/machine";
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
  slotRequestMachine,
  meetingMachine,
  agendaItemMachine,
  minutesMachine,
  ticketMachine,
  evidenceMachine,
  regionMachine,
];
