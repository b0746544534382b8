import { type Actor, isDirector, isOfficer, readsExecutive } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import { isRequesterOf, mayPreside, mayRunMeetings, type Requested } from "./policy";
import { itemStatusLabels, meetingStatusLabels, minutesStatusLabels } from "./ui-text";

export type MeetingStatus = keyof typeof meetingStatusLabels;
export type MinutesStatus = keyof typeof minutesStatusLabels;
export type AgendaItemStatus = keyof typeof itemStatusLabels;

const officers = { who: "the chair or the secretary", may: mayRunMeetings };
const chair = { who: "the chair", may: mayPreside };

/** What a move of a meeting is weighed on. */
export interface MeetingFacts extends Facts<MeetingStatus> {
  attendanceRecorded: boolean;
  /** Title of the item that is open; null where none is. */
  openItem: string | null;
  /** Why a motion holds the meeting, in a sentence; absent where none does. */
  openMotion?: string | undefined;
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
      unless: [itemStillOpen, motionStillOpen],
      records: "meeting.adjourned",
      needs: "no item and no motion open",
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
  /** Comments on the draft that nobody has resolved. */
  openComments: number;
}

export const minutesMachine = defineMachine({
  subject: "minutes",
  initial: "none",
  statuses: minutesStatusLabels,
  moves: {
    // A draft is drafted again, so that adjourning never fails for what a secretary did ahead.
    draft: {
      label: "Draft the minutes",
      from: ["none", "draft"],
      to: "draft",
      by: officers,
      unless: [notCalledToOrder],
      records: "minutes.drafted",
      needs: "a meeting that was called to order",
    },
    review: {
      label: "I reviewed this",
      from: ["draft", "reviewed"],
      to: "reviewed",
      by: { who: "a director", may: isDirector },
      unless: [notOver, commentsOpen],
      records: "minutes.reviewed",
      needs: "no open comment",
    },
    // A comment on reviewed minutes takes them back.
    reopen: {
      label: "Back to the draft",
      from: ["reviewed"],
      to: "draft",
      by: { who: "the board and its officers", may: readsExecutive },
      records: "minutes.reopened",
    },
    publish: {
      label: "Publish the minutes",
      from: ["draft", "reviewed"],
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
  /** The guests were sent out, and this item is everybody's. */
  waitsForGuests?: boolean;
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
      unless: [notInSession, noAttendance, otherItemOpen, guestsAreOut],
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

function itemStillOpen({ openItem }: MeetingFacts): string | undefined {
  return openItem === null ? undefined : `“${openItem}” is still open; close it or carry it over first.`;
}

function motionStillOpen({ openMotion }: MeetingFacts): string | undefined {
  return openMotion;
}

function notCalledToOrder({ meetingStatus }: MinutesFacts): string | undefined {
  if (meetingStatus === "in_session" || meetingStatus === "adjourned") return undefined;
  return "Minutes are drafted from what was said: the meeting has not been called to order.";
}

function notAdjourned({ meetingStatus }: MinutesFacts): string | undefined {
  return meetingStatus === "adjourned" ? undefined : "Minutes are published once the meeting is adjourned.";
}

function notOver({ meetingStatus }: MinutesFacts): string | undefined {
  return meetingStatus === "adjourned" ? undefined : "A draft is reviewed once the meeting is adjourned.";
}

function commentsOpen({ openComments }: MinutesFacts): string | undefined {
  if (openComments === 0) return undefined;
  return openComments === 1
    ? "A comment on the draft is open; it is resolved first."
    : `${openComments} comments on the draft are open; they are resolved first.`;
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

function guestsAreOut({ waitsForGuests }: AgendaItemFacts): string | undefined {
  return waitsForGuests
    ? "The meeting is in executive session: guests could not follow this item. End the executive session first."
    : undefined;
}
