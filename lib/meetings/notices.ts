import { dayInWords } from "../calendar-date";
import {
  type Audience,
  because,
  type Notice,
  type NoticeTable,
  ownerOf,
  people,
  type ToldEvent,
  textOf,
} from "../notifications/notice";

/** Whom requests for time, agendas and minutes tell. */
export const meetingNotices: NoticeTable = {
  "slot.requested": slot((event, name) => `${event.actor.name} asks for ${minutes(event)} for ${name}.`),
  "slot.offered": slot(
    (event, name) => `${event.actor.name} offers ${minutes(event)}${date(event)} for ${name}.`,
  ),
  "slot.countered": slot(
    (event, name) => `${event.actor.name} proposes ${minutes(event)}${date(event)} for ${name} instead.`,
  ),
  "slot.accepted": slot(
    (event, name) => `${event.actor.name} accepted ${minutes(event)}${date(event)} for ${name}.`,
  ),
  "slot.declined": slot(
    (event, name) => `${event.actor.name} declined the time for ${name}${because(event)}`,
  ),
  "slot.withdrawn": slot(
    (event, name) => `${event.actor.name} took the request of time for ${name} back${because(event)}`,
  ),

  "slot.expired": slot(
    (_event, name) =>
      `The negotiation of time for ${name} expired: nobody answered in time. Time can be asked for again.`,
  ),

  "agenda_item.carried": (event) =>
    event.proposal
      ? [
          {
            to: people(event.proposal.authorId, ...event.proposal.coAuthorIds),
            sentence: `#${event.proposal.number} ${event.proposal.title} goes to another meeting${date(event)}${because(event)}`,
            href: `/proposals/${event.proposal.number}/board`,
          },
        ]
      : [],

  "agenda_item.pulled": (event) =>
    event.meeting
      ? [
          {
            to: [...people(event.proposal?.authorId), { part: "officers" }],
            sentence: `${event.actor.name} pulled “${textOf(event.data, "title")}” in ${nameOf(event.meeting)}: it is talked about${because(event)}`,
            href: `/meetings/${event.meeting.date}`,
          },
        ]
      : [],

  "agenda_item.handed_over": ({ actor, meeting, data }) =>
    meeting
      ? [
          {
            to: people(Number(data.personId)),
            sentence: `${actor.name} asks you to present “${textOf(data, "title")}” in ${nameOf(meeting)}.`,
            href: `/meetings/${meeting.date}`,
          },
        ]
      : [],

  "meeting.moved": onMeeting(
    toAll,
    (name, event) => `${name} was moved from ${dayInWords(textOf(event.data, "oldDate"))}${because(event)}`,
  ),
  "meeting.published": onMeeting(toAll, (name) => `The agenda of ${name} is published.`),
  "meeting.cancelled": onMeeting(toAll, (name, event) => `${name} is cancelled${because(event)}`),
  "minutes.published": onMeeting(toAll, (name) => `The minutes of ${name} are published.`, "/minutes"),

  "minutes.line_written": action,
  "minutes.action_assigned": action,
};

/** Both sides of a request for time; whoever moved it is not told. */
function slot(words: (event: ToldEvent, name: string) => string): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { proposal, slotRequestedById } = event;
    if (!proposal) return [];
    const { authorId, coAuthorIds } = proposal;
    const to: Audience[] = [...people(slotRequestedById, authorId, ...coAuthorIds), { part: "officers" }];
    const sentence = words(event, `#${proposal.number} ${proposal.title}`);
    return [{ to, sentence, href: `/proposals/${proposal.number}/board` }];
  };
}

function onMeeting(
  to: (concernedIds: readonly number[]) => Audience[],
  words: (name: string, event: ToldEvent) => string,
  part = "",
): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { meeting } = event;
    if (!meeting) return [];
    const sentence = words(nameOf(meeting), event);
    return [{ to: to(meeting.concernedIds), sentence, href: `/meetings/${meeting.date}${part}` }];
  };
}

/** Authors whose proposals it deals with, the directors and the officers. */
function toAll(concernedIds: readonly number[]): Audience[] {
  return [...people(...concernedIds), { part: "directors" }, { part: "officers" }];
}

/** An ACTION reaches who is to do it. */
function action({ line, meeting }: ToldEvent): Notice[] {
  if (line?.kind !== "action" || !meeting) return [];
  const sentence = `ACTION for you, from ${nameOf(meeting)}: ${line.text}`;
  return [{ to: ownerOf(line.ownerPersonId, line.ownerBodyId), sentence, href: `/meetings/${meeting.date}` }];
}

function nameOf({ title, date }: { title: string; date: string }): string {
  return `${title} of ${dayInWords(date)}`;
}

function minutes({ data }: ToldEvent): string {
  return `${textOf(data, "presentMinutes")} + ${textOf(data, "qaMinutes") || "0"} minutes`;
}

function date({ data }: ToldEvent): string {
  const meeting = textOf(data, "meeting");
  return meeting ? ` on ${dayInWords(meeting)}` : "";
}
