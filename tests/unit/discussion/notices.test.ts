import { describe, expect, it, test } from "vitest";
import { isAmong, namedIn } from "@/lib/notifications/audience";
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
  askedOfRole: null,
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
const meeting = { title: "Board meeting", date: "2026-10-14", concernedIds: [author] };
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
    what: "a question of a role reaches everybody who holds it",
    event: event("question.asked", {
      question: { ...question, askedOfPersonId: null, askedOfRole: "sig-leaders" },
    }),
    to: [{ role: "sig-leaders" }],
    sentence: /Who pays/,
    href: "/proposals/63/questions#question-2",
  },
  {
    what: "one answer of several reaches who asked",
    event: event("question.answer_given", { question }),
    to: [person(asker)],
    sentence: /^Ada gave an answer to your question 2 .*Others still owe theirs\.$/,
    href: "/proposals/63/questions#question-2",
  },
  {
    what: "an accepted answer reaches everybody who gave one",
    event: event("question.accepted", { question, data: { answeredIds: [4, 5] } }),
    to: [person(4), person(5)],
    sentence: /^Ada accepted your answer to question 2/,
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
    sentence: /^Ada offers 10 \+ 10 minutes on 14 October 2026 for #63/,
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
    sentence: /^The minutes of Board meeting of 14 October 2026 are published\.$/,
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
  const [notice, ...more] = noticesOf(given).filter((each) => !each.silent && namedIn(each).length > 0);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ to, href, sentence: expect.stringMatching(sentence) });
});

/** The words that reach somebody who is named: the first notice that names them counts. */
function wordsFor(given: ToldEvent, personId: number): string | undefined {
  const first = noticesOf(given).find((notice) =>
    namedIn(notice).some((audience) => isAmong({ id: personId, grants: [] }, audience)),
  );
  return first?.silent ? undefined : first?.sentence;
}

describe("one deed tells a person once, by what concerns them most", () => {
  test.each([
    ["asked in a comment: by the question only", { asked: [question] }, undefined],
    ["answered in it: by the answer only", { answered: [{ ...question, askedById: author }] }, undefined],
    [
      "called in it by name: as called",
      { data: { commentId: 5, mentioned: { people: [author] } } },
      /mentioned you/,
    ],
    ["who wrote the proposal: of the comment", {}, /^Ada commented on #63/],
  ] as const)("%s", (_who, more, words) => {
    const told = wordsFor(event("comment.posted", more), author);
    if (words) expect(told).toMatch(words);
    else expect(told).toBeUndefined();
  });

  test("whoever is asked and called in one comment hears of the question", () => {
    const both = { asked: [question], data: { commentId: 5, mentioned: { people: [author] } } };
    expect(wordsFor(event("comment.posted", both), author)).toBeUndefined();
  });
});

test("a comment that calls a body or a role reaches all of it", () => {
  const mentioned = { people: [], bodies: [infra], roles: ["directors"] };
  const [, called] = noticesOf(event("comment.posted", { data: { commentId: 5, mentioned } }));
  expect(called).toMatchObject({ to: [{ bodyId: infra }, { role: "directors" }], addressed: true });
});

describe("those who follow a proposal", () => {
  const followers = (given: ToldEvent) =>
    noticesOf(given).filter(({ to }) => to.some((audience) => "followers" in audience));

  test.each([
    [
      "comment.posted",
      { commentId: 5 },
      "Ada commented on #63 A region.",
      "/proposals/63?comment=5#comment-5",
    ],
    ["proposal.revised", { revision: 3 }, "#63 A region: Ada wrote revision 3.", "/proposals/63/revisions"],
    [
      "question.accepted",
      { number: 2 },
      /Ada accepted the answer to question 2\.$/,
      "/proposals/63/questions#question-2",
    ],
    [
      "concern.opened",
      { number: 1, of: "Bo", text: "Who?" },
      /raised concern 1/,
      "/proposals/63/concerns#concern-1",
    ],
    ["material.added", { title: "Slides" }, /added/, "/proposals/63/materials"],
    ["decision.recorded", { outcome: "approved" }, /^#63 A region: Ada/, "/proposals/63/board"],
  ] as const)("hear of %s, at its place", (type, data, sentence, href) => {
    expect(followers(event(type, { data }))).toMatchObject([
      { href, sentence: typeof sentence === "string" ? sentence : expect.stringMatching(sentence) },
    ]);
  });

  it("of a ticket hear what was said on it, at its place", () => {
    expect(followers(event("comment.posted", { ticket, data: { commentId: 5 } }))).toMatchObject([
      { href: "/tickets/12?comment=5#comment-5", sentence: "Ada commented on ticket 12 Three hosts." },
    ]);
  });

  test.each([
    ["a draft that was saved", event("proposal.draft_saved")],
    [
      "a question that a comment asked: the comment tells it",
      event("question.asked", { data: { commentId: 5 } }),
    ],
    [
      "an answer that a new comment gave",
      event("question.answered", { data: { commentId: 5, isNew: true } }),
    ],
    ["a change of a ticket's label", event("ticket.updated", { ticket })],
    ["a director who has read a material", event("preread.marked")],
  ] as const)("do not hear of %s", (_what, given) => {
    expect(followers(given)).toEqual([]);
  });
});

test("an event that concerns nobody tells nobody", () => {
  expect(noticesOf(event("proposal.draft_saved"))).toEqual([]);
  expect(noticesOf(event("something.unheard_of"))).toEqual([]);
});
