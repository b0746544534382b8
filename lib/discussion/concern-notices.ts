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

/** Whom a concern tells: who raised it, who is to resolve it, and whose proposal it is about. */
export const concernNotices: NoticeTable = {
  "concern.opened": (event) => [
    ...tell(
      event,
      resolverOf(event),
      (where) => `${event.actor.name} raised ${where} for you to resolve: ${textOf(event.data, "text")}`,
    ),
    ...tell(
      event,
      authorsOf(event),
      (where) => `${event.actor.name} raised ${where}: ${textOf(event.data, "text")}`,
    ),
  ],
  "concern.addressed": (event) =>
    tell(
      event,
      openerOf(event),
      (where) => `${event.actor.name} says what was done about your ${where}. Does that resolve it?`,
    ),
  "concern.reopened": (event) =>
    tell(
      event,
      [...resolverOf(event), ...authorsOf(event)],
      (where) => `${event.actor.name} says that ${where} still stands${because(event)}`,
    ),
  "concern.resolved": (event) =>
    tell(
      event,
      [...resolverOf(event), ...authorsOf(event)],
      (where) => `${event.actor.name} resolved ${where}${because(event)}`,
    ),
  "concern.settled": (event) =>
    tell(
      event,
      [...openerOf(event), ...resolverOf(event), ...authorsOf(event)],
      (where) => `${event.actor.name} resolved ${where} in its opener’s place${because(event)}`,
    ),
  "concern.withdrawn": (event) =>
    tell(
      event,
      [...resolverOf(event), ...authorsOf(event)],
      (where) => `${event.actor.name} took ${where} back${because(event)}`,
    ),
};

function tell({ proposal, data }: ToldEvent, to: Audience[], say: (where: string) => string): Notice[] {
  if (!proposal) return [];
  const number = textOf(data, "number");
  const sentence = say(`concern ${number} on #${proposal.number} ${proposal.title}`);
  return [{ to, sentence, href: `/proposals/${proposal.number}/concerns#concern-${number}` }];
}

function openerOf({ data }: ToldEvent): Audience[] {
  return people(idIn(data.openerId));
}

function resolverOf({ data }: ToldEvent): Audience[] {
  return ownerOf(idIn(data.resolverPersonId), idIn(data.resolverBodyId));
}

function authorsOf({ proposal }: ToldEvent): Audience[] {
  return proposal ? people(proposal.authorId, ...proposal.coAuthorIds) : [];
}

function idIn(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
