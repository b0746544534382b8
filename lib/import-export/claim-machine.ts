import { isPerson } from "../workflow/actor";
import { type By, defineMachine, type Facts } from "../workflow/machine";
import { mayConfirmClaims } from "./policy";

export type ClaimStatus = "asked" | "confirmed" | "declined" | "withdrawn" | "undone";
export type ClaimMove = "confirm" | "decline" | "withdraw" | "undo";

/** What a move of a claim is weighed on. */
export interface ClaimFacts extends Facts<ClaimStatus> {
  /** Who says that it is them. */
  personId: number;
  /** The placeholder was claimed, by this claim or another. */
  isTaken: boolean;
  /** The account of who says so has ended. */
  isGone: boolean;
}

const claimant: By<ClaimFacts> = {
  who: "the person who asked",
  may: (actor, { personId }) => isPerson(actor, personId),
};
const others: By<ClaimFacts> = {
  who: "the chair, the secretary or an administrator, and for one's own claim another of them",
  may: (actor, { personId }) => mayConfirmClaims(actor).ok && !isPerson(actor, personId),
};

export const claimLabels: Readonly<Record<ClaimStatus, string>> = {
  asked: "Asked",
  confirmed: "Confirmed",
  declined: "Declined",
  withdrawn: "Withdrawn",
  undone: "Undone",
};

/** Who somebody was elsewhere is said by them, confirmed by somebody else, and can be taken back. */
export const claimMachine = defineMachine<ClaimStatus, ClaimFacts, ClaimMove>({
  subject: "claim",
  initial: "asked",
  statuses: claimLabels,
  moves: {
    confirm: {
      label: "Confirm",
      from: ["asked"],
      to: "confirmed",
      by: others,
      unless: [
        ({ isTaken }) => (isTaken ? "This name was claimed before. Nothing was changed." : undefined),
        ({ isGone }) => (isGone ? "The account of who asked has ended." : undefined),
      ],
      records: "person.claimed",
    },
    decline: {
      label: "Decline",
      from: ["asked"],
      to: "declined",
      by: others,
      records: "claim.declined",
      needs: "a reason",
    },
    withdraw: {
      label: "Withdraw",
      from: ["asked"],
      to: "withdrawn",
      by: claimant,
      records: "claim.withdrawn",
    },
    undo: {
      label: "Undo",
      from: ["confirmed"],
      to: "undone",
      by: { ...others, may: (actor) => mayConfirmClaims(actor).ok },
      records: "person.unclaimed",
      needs: "a reason",
    },
  },
});
