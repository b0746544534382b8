import { dayInWords } from "../calendar-date";
import {
  type Audience,
  because,
  type Notice,
  type NoticeTable,
  people,
  type ToldEvent,
  type ToldProposal,
  textOf,
} from "../notifications/notice";
import type { NamedOwner } from "./save-asks";
import { supportNotices } from "./support-notices";

/** Whom the journey of a proposal tells. What a decision does to it is told by the decision. */
export const proposalNotices: NoticeTable = {
  ...supportNotices,
  "proposal.published": (event) => [
    ...toNamedOwners(event),
    ...say("officers", ({ actor }, name) => `${actor.name} published ${name}.`)(event),
  ],
  "proposal.revised": (event) => toNamedOwners(event),
  "proposal.co_author_added": toCoAuthor((by, name) => `${by} took you in as co-author of ${name}.`),
  "proposal.co_author_removed": (event) =>
    event.data.left
      ? say("authors", ({ actor }, name) => `${actor.name} does not write ${name} with you any more.`)(event)
      : toCoAuthor((by, name) => `${by} let you go as co-author of ${name}.`)(event),
  "ask.confirmed": aboutAsk("confirmed to own"),
  "ask.declined": aboutAsk("declined to own"),
  "proposal.scheduled": say("authors", (event, name) => `${name} stands on the agenda${meetingOf(event)}.`),
  "proposal.unscheduled": say("both", (event, name) => `${name} was taken off the agenda${because(event)}`),
  "proposal.review_opened": say("authors", (_event, name) => `The board has opened its review of ${name}.`),
  "proposal.completed": say("both", ({ data }, name) =>
    data.tickets === 0
      ? `${name} is completed: its split left nothing to do.`
      : `${name} is completed: its last ticket is done.`,
  ),
  "proposal.withdrawn": say(
    "officers",
    (event, name) => `${event.actor.name} withdrew ${name}${because(event)}`,
  ),
  "proposal.closed_without_follow_up": say(
    "authors",
    (event, name) => `${event.actor.name} closed ${name} without follow-up${because(event)}`,
  ),
  "proposal.taken_up": say(
    "authors",
    (event, name) => `${event.actor.name} took ${name} up where it had stopped.`,
  ),
};

type Whom = "authors" | "officers" | "both";

function say(whom: Whom, words: (event: ToldEvent, name: string) => string): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { proposal } = event;
    if (!proposal) return [];
    const to = [
      ...(whom === "officers" ? [] : authorsOf(proposal)),
      ...(whom === "authors" ? [] : [{ part: "officers" } as const]),
    ];
    return [{ to, sentence: words(event, nameOf(proposal)), href: `/proposals/${proposal.number}` }];
  };
}

/** The requester, and who writes with them. */
export function authorsOf(proposal: Pick<ToldProposal, "authorId" | "coAuthorIds">): Audience[] {
  return people(proposal.authorId, ...proposal.coAuthorIds);
}

function toCoAuthor(words: (by: string, name: string) => string): (event: ToldEvent) => Notice[] {
  return ({ proposal, actor, data }) => {
    if (!proposal) return [];
    const sentence = words(actor.name, nameOf(proposal));
    return [{ to: people(Number(data.personId)), sentence, href: `/proposals/${proposal.number}` }];
  };
}

/** What an ask's owner says is news to those who wrote it. */
function aboutAsk(does: string): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { proposal, actor } = event;
    if (!proposal) return [];
    const ask = textOf(event.data, "ask");
    const sentence = `${actor.name} ${does} ask ${ask} of ${nameOf(proposal)}${because(event)}`;
    return [{ to: authorsOf(proposal), sentence, href: `/proposals/${proposal.number}#ask-${ask}` }];
  };
}

/** Whom a text names anew as owner of an ask: each hears once, of all their asks. */
function toNamedOwners({ proposal, data }: ToldEvent): Notice[] {
  if (!proposal) return [];
  const asksOf = new Map<string, { to: Audience; asks: number[] }>();
  for (const { ask, ...owner } of namedIn(data.named)) {
    const key = JSON.stringify(owner);
    const known = asksOf.get(key) ?? { to: owner, asks: [] };
    asksOf.set(key, { ...known, asks: [...known.asks, ask] });
  }
  return [...asksOf.values()].map(({ to, asks }) => ({
    to: [to],
    sentence: `${"personId" in to ? "You are" : "A group of yours is"} named as owner of ${asksInWords(asks)} of ${nameOf(proposal)}: confirm or decline.`,
    href: `/proposals/${proposal.number}#ask-${asks[0]}`,
    addressed: true,
  }));
}

function asksInWords(asks: readonly number[]): string {
  const [first, ...rest] = asks;
  return rest.length === 0 ? `ask ${first}` : `asks ${asks.join(", ")}`;
}

/** What save-asks.ts put into the event, read back from JSON. */
function namedIn(value: unknown): NamedOwner[] {
  return Array.isArray(value) ? (value as NamedOwner[]) : []; // written only there, in this shape
}

function nameOf(proposal: ToldProposal): string {
  return `#${proposal.number} ${proposal.title}`;
}

function meetingOf({ meeting }: ToldEvent): string {
  return meeting ? ` of ${dayInWords(meeting.date)}` : "";
}
