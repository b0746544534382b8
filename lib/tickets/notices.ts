import {
  type Audience,
  because,
  type Notice,
  type NoticeTable,
  ownerOf,
  people,
  type ToldEvent,
  type ToldTicket,
  textOf,
} from "../notifications/notice";
import { quarterText } from "./quarter";

import { splitNotices } from "./split-notices";

/** Whom the journey of a ticket tells: who works on it, and who waits for it. */
export const ticketNotices: NoticeTable = {
  ...splitNotices,
  "ticket.updated": (event) => (ownerChanged(event) ? newOwner(event) : []),
  "ticket.filed": say(owner, (name, event) => `${event.actor.name} filed ${name}: it is yours.`),
  "ticket.accepted": say(requester, (name, event) => `${event.actor.name} accepted the work of ${name}.`),
  "ticket.reporter_asked": say(
    requester,
    (name, event) => `${event.actor.name} waits for your answer on ${name}${because(event)}`,
  ),
  "ticket.reporter_answered": say(
    owner,
    (name, event) => `${event.actor.name} answered on ${name}${because(event)}`,
  ),
  "ticket.fulfilled": say(requesters, (name) => `Done: ${name}.`),
  "ticket.declined": say(
    requesters,
    (name, event) => `${event.actor.name} declined ${name}${because(event)}`,
  ),
  "ticket.marked_duplicate": say(
    requesters,
    (name, event) => `${event.actor.name} marked ${name} as a duplicate${because(event)}`,
  ),
  "ticket.reopened": say(all, (name, event) => `${event.actor.name} reopened ${name}${because(event)}`),
  "ticket.bounced": say(
    (event, ticket) => [{ part: "officers" }, ...requesters(event, ticket)],
    (name, event) => `${name} needs a board decision${because(event)}`,
  ),
  "ticket.taken_back": say(
    (event, ticket) => [{ part: "officers" }, ...requesters(event, ticket)],
    (name, event) => `${name} needs no board decision after all${because(event)}`,
  ),
  "ticket.returned_from_board": say(
    all,
    (name, event) => `The board approved ${name}: it is back with who works on it${because(event)}`,
  ),
  "ticket.declined_by_board": say(all, (name, event) => `The board declined ${name}${because(event)}`),
  "ticket.withdrawn": say(owner, (name, event) => `${event.actor.name} withdrew ${name}${because(event)}`),
  "ticket.unblocked": say(owner, (name) => `Nothing blocks ${name} any more.`),
  "ticket.rerouted": say(
    all,
    (name, event) => `${event.actor.name} made ${name} an initiative${because(event)}`,
  ),
  "ticket.planned": say(all, (name, event) => plannedWords(name, event)),
  "ticket.reassigned": say(
    owner,
    (name, event) => `${textOf(event.data, "of")} has left: ${name} is yours now.`,
  ),
  "ticket.reminded": (event) =>
    textOf(event.data, "kind") === "reporter" ? waitsForYou(event) : noNews(event),
  "ticket.issue_linked": say(
    requester,
    (name, event) => `${event.actor.name} linked ${name} to its outside issue.`,
  ),
};

const waitsForYou = say(
  requesters,
  (name, event) => `${name} has waited for your answer for ${textOf(event.data, "days")} days.`,
);
const noNews = say(
  owner,
  (name, event) => `There is no news of ${name} for ${textOf(event.data, "days")} days: say how it stands.`,
);

function plannedWords(name: string, event: ToldEvent): string {
  const quarter = quarterText(textOf(event.data, "quarter"));
  return event.data.slips === true
    ? `${name} slips to ${quarter}${because(event)}`
    : `${event.actor.name} planned ${name} for ${quarter}.`;
}

const newOwner = say(owner, (name, event) => `${event.actor.name} gave ${name} to you.`);

function ownerChanged({ data }: ToldEvent): boolean {
  return Array.isArray(data.changed) && data.changed.includes("the owner");
}

type Whom = (event: ToldEvent, ticket: ToldTicket) => Audience[];

function say(whom: Whom, words: (name: string, event: ToldEvent) => string): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { ticket } = event;
    if (!ticket) return [];
    const sentence = words(`ticket ${ticket.number} ${ticket.title}`, event);
    const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
    return [{ to: whom(event, ticket), sentence: capital, href: `/tickets/${ticket.number}` }];
  };
}

function owner(_event: ToldEvent, ticket: ToldTicket): Audience[] {
  return ownerOf(ticket.ownerPersonId, ticket.ownerBodyId);
}

function requester(_event: ToldEvent, ticket: ToldTicket): Audience[] {
  return people(ticket.requesterId);
}

/** Also the author of the proposal that the ticket came from. */
function requesters({ proposal }: ToldEvent, ticket: ToldTicket): Audience[] {
  return people(ticket.requesterId, proposal?.authorId);
}

function all(event: ToldEvent, ticket: ToldTicket): Audience[] {
  return [...owner(event, ticket), ...requesters(event, ticket)];
}
