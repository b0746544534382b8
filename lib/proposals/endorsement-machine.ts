import { type By, defineMachine, type Facts } from "../workflow/machine";
import {
  type EndorsementParties,
  type EndorsementStatus,
  isAsked,
  mayTakeBack,
  whyNoSupport,
} from "./endorsement-policy";
import { endorsementLabels } from "./endorsement-text";

/** What a move of an endorsement is weighed on. */
export interface EndorsementFacts extends Facts<EndorsementStatus>, EndorsementParties {
  /** Why this person may not play the part (any more); absent where they may. */
  whyNot?: string;
}

export type EndorsementMove = "confirm" | "decline" | "take_back" | "step_back";

const person: By<EndorsementFacts> = { who: "the person who was asked", may: isAsked };
const asker: By<EndorsementFacts> = { who: "who asked, or an author of the proposal", may: mayTakeBack };

/** Nobody stands behind a proposal until they say so themself. */
export const endorsementMachine = defineMachine<EndorsementStatus, EndorsementFacts, EndorsementMove>({
  subject: "endorsement",
  initial: "asked",
  statuses: endorsementLabels,
  moves: {
    confirm: {
      label: "Confirm",
      from: ["asked"],
      to: "confirmed",
      by: person,
      unless: [decided, notEligible],
      records: "endorsement.confirmed",
    },
    decline: {
      label: "Decline",
      from: ["asked"],
      to: "declined",
      by: person,
      records: "endorsement.declined",
    },
    take_back: {
      label: "Take the request back",
      from: ["asked"],
      to: "withdrawn",
      by: asker,
      records: "endorsement.taken_back",
    },
    step_back: {
      label: "Step back",
      from: ["confirmed"],
      to: "withdrawn",
      by: person,
      unless: [decided],
      records: "endorsement.stepped_back",
      needs: "a reason",
    },
  },
});

function decided({ proposal }: EndorsementFacts): string | undefined {
  return whyNoSupport(proposal);
}

function notEligible({ whyNot }: EndorsementFacts): string | undefined {
  return whyNot;
}
