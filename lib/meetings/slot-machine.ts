import type { Actor } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import { overWords } from "./capacity";
import type { MeetingStatus } from "./machine";
import { isRequesterOf, mayRunMeetings, type Requested } from "./policy";
import { meetingStatusLabels, slotStatusLabels } from "./ui-text";

export type SlotRequestStatus = keyof typeof slotStatusLabels;

const officers = { who: "the chair or the secretary", may: mayRunMeetings };

/** The meeting and the minutes on the table, while a slot is negotiated. */
export interface Terms {
  /** As it is said: "13 Oct 2021, 20:00 UTC". */
  when: string;
  meetingStatus: MeetingStatus;
  isPast: boolean;
  /** Minutes by which the agenda would be too long with it; 0 where it fits. */
  overMinutes: number;
  /** The same as far as the actor may know: executive items do not count for who may not read them. */
  visibleOverMinutes: number;
  /** Why the officers take it although it does not fit; empty where they do not. */
  overrideReason: string;
}

/** What a move of a slot request is weighed on. */
export interface SlotFacts extends Facts<SlotRequestStatus>, Requested {
  proposalStatus: string;
  /** Absent where the move names no meeting. */
  terms?: Terms;
}

const requester = { who: "the requester", may: isRequesterOf };

/** How a proposal gets time (DOMAIN 3): asked, offered, accepted. */
export const slotRequestMachine = defineMachine({
  subject: "slot_request",
  initial: "requested",
  statuses: slotStatusLabels,
  moves: {
    offer: {
      label: "Offer a slot",
      from: ["requested", "offered", "countered"],
      to: "offered",
      by: officers,
      unless: [notInDiscussion, meetingTakesNothing, meetingIsPast, tooLong],
      records: "slot.offered",
      needs: "a meeting with room for it, or an override with its reason",
    },
    accept: {
      label: "Accept the offer",
      from: ["offered"],
      to: "accepted",
      by: requester,
      unless: [notInDiscussion, meetingTakesNothing, meetingIsPast, tooLong],
      records: "slot.accepted",
      needs: "room on the agenda",
    },
    counter: {
      label: "Make a counter-offer",
      from: ["offered"],
      to: "countered",
      by: requester,
      unless: [notInDiscussion, meetingTakesNothing, meetingIsPast],
      records: "slot.countered",
    },
    accept_counter: {
      label: "Accept the counter-offer",
      from: ["countered"],
      to: "accepted",
      by: officers,
      unless: [notInDiscussion, meetingTakesNothing, meetingIsPast, tooLong],
      records: "slot.accepted",
      needs: "room on the agenda, or an override with its reason",
    },
    decline: {
      label: "Decline the request",
      from: ["requested", "countered"],
      to: "declined",
      by: officers,
      records: "slot.declined",
      needs: "a reason",
    },
    decline_offer: {
      label: "Decline the offer",
      from: ["offered"],
      to: "declined",
      by: requester,
      records: "slot.declined",
      needs: "a reason",
    },
    withdraw: {
      label: "Withdraw the request",
      from: ["requested", "offered", "countered"],
      to: "withdrawn",
      by: requester,
      records: "slot.withdrawn",
    },
    expire: {
      label: "Let it expire",
      from: ["requested", "offered", "countered"],
      to: "expired",
      by: { who: "the portal, with time", may: (actor: Actor) => actor.kind === "system" },
      records: "slot.expired",
      needs: "no answer in time",
    },
    lapse: {
      label: "Let the request lapse",
      from: ["requested", "offered", "countered"],
      to: "withdrawn",
      by: {
        who: "the requester or an officer, with the proposal",
        may: (actor: Actor, facts: SlotFacts) => isRequesterOf(actor, facts) || mayRunMeetings(actor),
      },
      records: "slot.withdrawn",
      needs: "the proposal withdrawn, closed or placed on an agenda by other means",
    },
  },
} as const satisfies Parameters<typeof defineMachine<SlotRequestStatus, SlotFacts, string>>[0]);
export type SlotRequestMove = keyof typeof slotRequestMachine.moves;

function notInDiscussion({ proposalStatus }: SlotFacts): string | undefined {
  if (proposalStatus === "discussion") return undefined;
  return "Time is negotiated while the proposal is in discussion; it is not any more.";
}

function meetingTakesNothing({ terms }: SlotFacts): string | undefined {
  if (!terms || terms.meetingStatus === "planned" || terms.meetingStatus === "published") return undefined;
  const state = meetingStatusLabels[terms.meetingStatus].toLowerCase();
  return `The meeting of ${terms.when} is ${state}; choose one that is still to come.`;
}

function meetingIsPast({ terms }: SlotFacts): string | undefined {
  return terms?.isPast
    ? `The meeting of ${terms.when} is past; choose one that is still to come.`
    : undefined;
}

function tooLong({ terms }: SlotFacts): string | undefined {
  if (!terms || terms.overMinutes <= 0 || terms.overrideReason) return undefined;
  // The number of minutes would tell of executive items to who may not know of them.
  if (terms.visibleOverMinutes < terms.overMinutes) {
    return `The meeting of ${terms.when} has no room for it any more. The secretary can offer another slot.`;
  }
  return `It does not fit into the meeting of ${terms.when}: the agenda would be ${overWords(terms.overMinutes)}. Take fewer minutes or another meeting; the chair or the secretary may override this with a reason.`;
}
