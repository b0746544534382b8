import { defineMachine, type Facts } from "../workflow/machine";
import { isNamedBy } from "./consent-policy";
import type { AskOwner } from "./content";
import type { ProposalStatus } from "./machine";
import { consentLabels } from "./ui-text";

export type ConsentState = keyof typeof consentLabels;

/** What a consent is weighed on: whom the ask names, and how far its proposal is. */
export interface ConsentFacts extends Facts<ConsentState>, AskOwner {
  proposalStatus: ProposalStatus;
  /** A decision that the board is asked for. */
  boardDecides: boolean;
}

export type ConsentMove = "confirm" | "decline";

const named = { who: "whoever the ask names as its owner", may: isNamedBy };

/** Who is named as the owner of an ask has promised nothing yet; they say so themselves, and may take it back. */
export const consentMachine = defineMachine<ConsentState, ConsentFacts, ConsentMove>({
  subject: "ask",
  initial: "named",
  statuses: consentLabels,
  moves: {
    confirm: {
      label: "Confirm",
      from: ["named", "declined"],
      to: "confirmed",
      by: named,
      unless: [decidedInMeeting, split, closed],
      records: "ask.confirmed",
    },
    decline: {
      label: "Decline",
      from: ["named", "confirmed"],
      to: "declined",
      by: named,
      unless: [decidedInMeeting, split, closed],
      records: "ask.declined",
      needs: "a reason, if there is one to give",
    },
  },
});

/** A director who clicked "confirm" beforehand would look like an approval that never was. */
function decidedInMeeting({ boardDecides }: ConsentFacts): string | undefined {
  return boardDecides
    ? "The board decides this in a meeting; nobody says yes or no to it beforehand."
    : undefined;
}

function split({ proposalStatus }: ConsentFacts): string | undefined {
  return proposalStatus === "delivering"
    ? "The proposal is split: its tickets say who does what by now. Change the ticket's owner there."
    : undefined;
}

function closed({ proposalStatus }: ConsentFacts): string | undefined {
  return proposalStatus === "closed" ? "The proposal is closed: nothing is asked any more." : undefined;
}
