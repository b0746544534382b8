import { type Actor, isOfficer } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import { overWords } from "./capacity";
import { isRequesterOf, mayPreside, mayRunMeetings, type Requested } from "./policy";
import { itemStatusLabels, meetingStatusLabels, minutesStatusLabels, slotStatusLabels } from "./ui-text";

export type SlotRequestStatus = keyof typeof slotStatusLabels;
export type MeetingStatus = keyof typeof meetingStatusLabels;
export type MinutesStatus = keyof typeof minutesStatusLabels;
export type AgendaItemStatus = keyof typeof itemStatusLabels;

const officers = { who: "the chair or the secretary", may: mayRunMeetings };
const chair = { who: "the chair", may: mayPreside };

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

/** What a move of a meeting is weighed on. */
export interface MeetingFacts extends Facts<MeetingStatus> {
  attendanceRecorded: boolean;
  /** Title of the item that is open; null where none is. */
  openItem: string | null;
}

export const meetingMachine = defineMachine({
  subject: "meeting",
  initial: "planned",
  statuses: meetingStatusLabels,
  moves: {
    publish: {
      label: "Publish the agenda",
      from: ["planned"],
      to: "published",
      by: officers,
      records: "meeting.published",
    },
    call_to_order: {
      label: "Call to order",
      from: ["published"],
      to: "in_session",
      by: chair,
      records: "meeting.called_to_order",
      needs: "a published agenda",
    },
    adjourn: {
      label: "Adjourn",
      from: ["in_session"],
      to: "adjourned",
      by: chair,
      unless: [itemStillOpen],
      records: "meeting.adjourned",
      needs: "no item open",
    },
    cancel: {
      label: "Cancel the meeting",
      from: ["planned", "published"],
      to: "cancelled",
      by: officers,
      records: "meeting.cancelled",
      needs: "a reason",
    },
  },
} as const satisfies Parameters<typeof defineMachine<MeetingStatus, MeetingFacts, string>>[0]);
export type MeetingMove = keyof typeof meetingMachine.moves;

/** What a move of the minutes is weighed on. Their subjectId is the meeting's id. */
export interface MinutesFacts extends Facts<MinutesStatus> {
  meetingStatus: MeetingStatus;
}

export const minutesMachine = defineMachine({
  subject: "minutes",
  initial: "none",
  statuses: minutesStatusLabels,
  moves: {
    draft: {
      label: "Draft the minutes",
      from: ["none", "draft"],
      to: "draft",
      by: officers,
      unless: [notCalledToOrder],
      records: "minutes.drafted",
      needs: "a meeting that was called to order",
    },
    publish: {
      label: "Publish the minutes",
      from: ["draft"],
      to: "published",
      by: officers,
      unless: [notAdjourned],
      records: "minutes.published",
      needs: "an adjourned meeting",
    },
  },
} as const satisfies Parameters<typeof defineMachine<MinutesStatus, MinutesFacts, string>>[0]);
export type MinutesMove = keyof typeof minutesMachine.moves;

/** What a move of an agenda item is weighed on. */
export interface AgendaItemFacts extends Facts<AgendaItemStatus>, Requested {
  meetingStatus: MeetingStatus;
  attendanceRecorded: boolean;
  /** Title of another item that is open; null where none is. */
  otherOpenItem: string | null;
}

export const agendaItemMachine = defineMachine({
  subject: "agenda_item",
  initial: "planned",
  statuses: itemStatusLabels,
  moves: {
    open: {
      label: "Open the item",
      from: ["planned"],
      to: "open",
      by: chair,
      unless: [notInSession, noAttendance, otherItemOpen],
      records: "agenda_item.opened",
      needs: "the meeting in session and attendance recorded",
    },
    close: {
      label: "Close the item",
      from: ["open"],
      to: "done",
      by: chair,
      records: "agenda_item.closed",
    },
    carry: {
      label: "Carry over",
      from: ["planned", "open"],
      to: "carried",
      by: officers,
      records: "agenda_item.carried",
      needs: "a next meeting",
    },
    withdraw: {
      label: "Take off the agenda",
      from: ["planned"],
      to: "withdrawn",
      by: {
        who: "the requester, the chair or the secretary",
        may: (actor: Actor, facts: AgendaItemFacts) =>
          isRequesterOf(actor, facts) || isOfficer(actor) || actor.kind === "system",
      },
      records: "agenda_item.withdrawn",
      needs: "a reason",
    },
  },
} as const satisfies Parameters<typeof defineMachine<AgendaItemStatus, AgendaItemFacts, string>>[0]);
export type AgendaItemMove = keyof typeof agendaItemMachine.moves;

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

function itemStillOpen({ openItem }: MeetingFacts): string | undefined {
  return openItem === null ? undefined : `“${openItem}” is still open; close it or carry it over first.`;
}

function notCalledToOrder({ meetingStatus }: MinutesFacts): string | undefined {
  if (meetingStatus === "in_session" || meetingStatus === "adjourned") return undefined;
  return "Minutes are drafted from what was said: the meeting has not been called to order.";
}

function notAdjourned({ meetingStatus }: MinutesFacts): string | undefined {
  return meetingStatus === "adjourned" ? undefined : "Minutes are published once the meeting is adjourned.";
}

function notInSession({ meetingStatus }: AgendaItemFacts): string | undefined {
  return meetingStatus === "in_session"
    ? undefined
    : "The meeting is not in session; call it to order first.";
}

function noAttendance({ attendanceRecorded }: AgendaItemFacts): string | undefined {
  return attendanceRecorded ? undefined : "Record who is there before you open an item.";
}

function otherItemOpen({ otherOpenItem }: AgendaItemFacts): string | undefined {
  return otherOpenItem === null ? undefined : `“${otherOpenItem}” is open; close it or carry it over first.`;
}
