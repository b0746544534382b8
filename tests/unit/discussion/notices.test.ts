import { describe, expect, test } from "vitest";
import type { Audience, ToldEvent, ToldQuestion } from "@/lib/notifications/notice";
import { noticesOf } from "@/lib/notifications/tables";

const author = 1;
const asker = 2;
const requester = 3;
const infra = 20;

const question: ToldQuestion = {
  number: 2,
  text: "Who pays?",
  askedById: asker,
  askedOfPersonId: author,
  askedOfBodyId: null,
};

function event(type: string, more: Partial<ToldEvent> = {}): ToldEvent {
  return {
    type,
    actor: { id: 99, name: "Ada" },
    data: { commentId: 5 },
    executive: false,
    proposal: {
      number: 63,
      title: "A region",
      coAuthorIds: [],
      authorId: author,
      status: "discussion",
      visibility: "public",
    },
    ticket: null,
    meeting: null,
    region: null,
    question: null,
    asked: [],
    answered: [],
    line: null,
    slotRequestedById: null,
    evidenceById: null,
    ...more,
  };
}

const ticket = {
  number: 12,
  title: "Three hosts",
  requesterId: requester,
  ownerPersonId: null,
  ownerBodyId: infra,
};
const meeting = { title: "Board meeting", date: "2026-10-14", authorIds: [author] };
const officers: Audience = { part: "officers" };
const directors: Audience = { part: "directors" };
const person = (personId: number): Audience => ({ personId });

interface Row {
  what: string;
  event: ToldEvent;
  to: Audience[];
  sentence: RegExp;
  href: string;
}

const table: Row[] = [
  {
    what: "a question reaches who owes the answer",
    event: event("question.asked", { question }),
    to: [person(author)],
    sentence: /^Ada asks on #63 A region: Who pays\?$/,
    href: "/proposals/63/questions#question-2",
  },
  {
    what: "a question of a body reaches the body",
    event: event("question.asked", {
      question: { ...question, askedOfPersonId: null, askedOfBodyId: infra },
    }),
    to: [{ bodyId: infra }],
    sentence: /Who pays/,
    href: "/proposals/63/questions#question-2",
  },
  {
    what: "an answer reaches who asked",
    event: event("question.answered", { question }),
    to: [person(asker)],
    sentence: /^Ada answered your question 2/,
    href: "/proposals/63/questions#question-2",
  },
  {
    what: "a comment reaches the author, at its place in the talk",
    event: event("comment.posted"),
    to: [person(author)],
    sentence: /^Ada commented on #63/,
    href: "/proposals/63?comment=5#comment-5",
  },
  {
    what: "a published proposal reaches the officers",
    event: event("proposal.published"),
    to: [officers],
    sentence: /^Ada published #63/,
    href: "/proposals/63",
  },
  {
    what: "an offer of time reaches the requester, and the officers who did not make it",
    event: event("slot.offered", {
      slotRequestedById: author,
      data: { presentMinutes: 10, qaMinutes: 10, meeting: "2026-10-14" },
    }),
    to: [person(author), person(author), officers],
    sentence: /^Ada offers 10 \+ 10 minutes on 2026-10-14 for #63/,
    href: "/proposals/63/board",
  },
  {
    what: "a redirected proposal is not said to be approved",
    event: event("decision.recorded", { data: { outcome: "redirected" } }),
    to: [person(author)],
    sentence: /^The board redirected #63/,
    href: "/proposals/63/board",
  },
  {
    what: "published minutes reach the authors, the directors and the officers",
    event: event("minutes.published", { proposal: null, meeting }),
    to: [person(author), directors, officers],
    sentence: /^The minutes of Board meeting of 2026-10-14 are published\.$/,
    href: "/meetings/2026-10-14/minutes",
  },
  {
    what: "a filed ticket reaches its owner",
    event: event("ticket.filed", { ticket }),
    to: [{ bodyId: infra }],
    sentence: /^Ada filed ticket 12/,
    href: "/tickets/12",
  },
  {
    what: "a ticket that waits for its requester tells them for what",
    event: event("ticket.reporter_asked", { ticket, data: { reason: "Which site?" } }),
    to: [person(requester)],
    sentence: /waits for your answer on ticket 12 Three hosts: Which site\?$/,
    href: "/tickets/12",
  },
  {
    what: "a ticket that is done reaches its requester and the proposal's author",
    event: event("ticket.fulfilled", { ticket }),
    to: [person(requester), person(author)],
    sentence: /^Done: ticket 12 Three hosts\.$/,
    href: "/tickets/12",
  },
];

test.each(table)("$what", ({ event: given, to, sentence, href }) => {
  const [notice, ...more] = noticesOf(given);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ to, href, sentence: expect.stringMatching(sentence) });
});

describe("one deed tells a person once", () => {
  test("the comment that asks the author is told as the question only", () => {
    expect(noticesOf(event("comment.posted", { asked: [question] }))).toEqual([]);
  });

  test("the comment that answers the author is told as the answer only", () => {
    expect(noticesOf(event("comment.posted", { answered: [{ ...question, askedById: author }] }))).toEqual(
      [],
    );
  });
});

test("an event that concerns nobody tells nobody", () => {
  expect(noticesOf(event("proposal.draft_saved"))).toEqual([]);
  expect(noticesOf(event("something.unheard_of"))).toEqual([]);
});
