import {
  because,
  type Notice,
  type NoticeTable,
  numbersOf,
  ownerOf,
  people,
  type ToldEvent,
  type ToldTicket,
  textOf,
} from "../notifications/notice";

/** "Redirected" is never said as an approval (DOMAIN 4). */
const outcomes: Readonly<Record<string, string>> = {
  approved: "The board approved",
  redirected: "The board redirected",
  declined: "The board declined",
  needs_info: "The board needs more information on",
  deferred: "The board deferred",
  no_decision: "The board took no decision on",
};

/** The authors hear what the board decided; the seats, where they are to vote; who moved and who asked, what stands in the way. */
export const decisionNotices: NoticeTable = {
  "decision.recorded": ({ proposal, ticket, data }) => {
    const did = outcomes[textOf(data, "outcome")] ?? "The board recorded a decision on";
    if (ticket) return staysWithBoard(ticket, data.outcome, did);
    if (!proposal) return [];
    const sentence = `${did} #${proposal.number} ${proposal.title}.`;
    return [...toOwners(data, sentence, proposal.number), ...toAuthors(proposal, sentence)];
  },
  "decision.corrected": (event) => {
    const { proposal } = event;
    if (!proposal) return [];
    const sentence = `The decision on #${proposal.number} ${proposal.title} was corrected${because(event)}`;
    return toAuthors(proposal, sentence);
  },
  "ballot.opened": (event) => [
    {
      to: [{ part: "directors" }],
      sentence: `The vote is open${on(event)}: “${textOf(event.data, "text")}” Your position is wanted.`,
      href: ballotHref(event),
      addressed: true,
    },
  ],
  "position.taken": told,
  "position.changed": told,
  "ballot.closed": (event) => [
    {
      to: [{ part: "directors" }, { part: "officers" }, ...authorsOf(event)],
      sentence: `The vote${on(event)} is over. ${textOf(event.data, "sentence")}`,
      href: ballotHref(event),
    },
  ],
  "ballot.called_off": (event) => [
    {
      to: [{ part: "directors" }, ...authorsOf(event)],
      sentence: `The vote${on(event)} was called off${because(event)}`,
      href: ballotHref(event),
    },
  ],
};

/** Whoever owns a condition hears of it as theirs. */
function toOwners(data: ToldEvent["data"], sentence: string, number: number): Notice[] {
  const bodies = numbersOf(data, "ownerBodyIds").map((bodyId) => ({ bodyId }));
  const to = [...people(...numbersOf(data, "ownerPersonIds")), ...bodies];
  const href = `/proposals/${number}/board`;
  return to.length > 0
    ? [{ to, sentence: `${sentence} A condition is yours to meet.`, href, addressed: true }]
    : [];
}

/** A −1 concerns who moved it and who asks for it: they can do something about it. */
function told(event: ToldEvent): Notice[] {
  const { actor, data } = event;
  if (textOf(data, "value") !== "against") return [];
  const who = textOf(data, "person") || actor.name;
  return [
    {
      to: [...people(...numbersOf({ ids: [data.moverId] }, "ids")), ...authorsOf(event)],
      sentence: `${who} said −1${on(event)}: ${textOf(data, "reason")}`,
      href: ballotHref(event),
    },
  ];
}

/** A ticket that is approved or declined is told of by its move; one that stays with the board by the decision. */
function staysWithBoard(ticket: ToldTicket, outcome: unknown, did: string): Notice[] {
  if (outcome === "approved" || outcome === "declined") return [];
  const to = [...people(ticket.requesterId), ...ownerOf(ticket.ownerPersonId, ticket.ownerBodyId)];
  const sentence = `${did} T-${ticket.number} ${ticket.title}: it stays with the board.`;
  return [{ to, sentence, href: `/tickets/${ticket.number}` }];
}

function toAuthors(proposal: NonNullable<ToldEvent["proposal"]>, sentence: string): Notice[] {
  const to = people(proposal.authorId, ...proposal.coAuthorIds);
  return [{ to, sentence, href: `/proposals/${proposal.number}/board` }];
}

function authorsOf({ proposal }: ToldEvent) {
  return proposal ? people(proposal.authorId, ...proposal.coAuthorIds) : [];
}

function on({ proposal }: ToldEvent): string {
  return proposal ? ` on #${proposal.number} ${proposal.title}` : "";
}

function ballotHref({ data }: ToldEvent): string {
  return `/ballots/${textOf(data, "ballot")}`;
}
