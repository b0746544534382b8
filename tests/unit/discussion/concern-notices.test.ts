import { expect, test } from "vitest";
import { concernNotices } from "@/lib/discussion/concern-notices";
import type { Audience, ToldEvent } from "@/lib/notifications/notice";
import { supportNotices } from "@/lib/proposals/support-notices";

const [author, coAuthor, opener, resolver, infra] = [1, 2, 3, 4, 20];
const person = (personId: number): Audience => ({ personId });
const authors = [person(author), person(coAuthor)];

function told(type: string, data: object = {}) {
  const parties = { openerId: opener, resolverPersonId: resolver, resolverBodyId: null };
  const event = {
    type,
    actor: { id: 99, name: "Ada" },
    data: { number: 2, text: "Who pays?", ...parties, ...data },
    executive: false,
    proposal: {
      ...{ number: 63, title: "A region", status: "discussion", visibility: "public" },
      ...{ authorId: author, coAuthorIds: [coAuthor] },
    },
    asked: [],
    answered: [],
  };
  const weigh = { ...concernNotices, ...supportNotices }[type];
  return weigh?.(event as unknown as ToldEvent) ?? []; // the rest of an event is not weighed here
}

test.each([
  ["concern.addressed", [person(opener)], /^Ada says what was done about your concern 2 on #63 A region\./],
  ["concern.reopened", [person(resolver), ...authors], /still stands: No\.$/],
  ["concern.resolved", [person(resolver), ...authors], /^Ada resolved concern 2 on #63 A region: No\.$/],
  ["concern.settled", [person(opener), person(resolver), ...authors], /in its opener’s place/],
  ["concern.withdrawn", [person(resolver), ...authors], /^Ada took concern 2 on #63 A region back/],
] as const)("%s is told to whom it concerns", (type, to, sentence) => {
  expect(told(type, { reason: "No." })).toMatchObject([
    { to, sentence: expect.stringMatching(sentence), href: "/proposals/63/concerns#concern-2" },
  ]);
});

test("a new concern is told to who is to resolve it, and to the authors in other words", () => {
  expect(told("concern.opened")).toMatchObject([
    { to: [person(resolver)], sentence: expect.stringContaining("for you to resolve: Who pays?") },
    { to: authors, sentence: "Ada raised concern 2 on #63 A region: Who pays?" },
  ]);
  expect(told("concern.opened", { resolverPersonId: null, resolverBodyId: infra })[0]).toMatchObject({
    to: [{ bodyId: infra }],
  });
});

test.each([
  ["endorsement.asked", [person(7)], /^Ada asks you to sponsor #63 A region\.$/],
  ["endorsement.confirmed", [person(5), person(author)], /^Ada sponsors #63 A region\.$/],
  ["endorsement.declined", [person(5), person(author)], /^Ada does not sponsor #63 A region\.$/],
  ["endorsement.taken_back", [person(7)], /took back the request to sponsor/],
  ["endorsement.stepped_back", [person(5), person(author)], /does not sponsor #63 A region any more\.$/],
] as const)("%s is told to whom it concerns", (type, to, sentence) => {
  expect(told(type, { part: "sponsor", personId: 7, askedById: 5 })).toMatchObject([
    { to, sentence: expect.stringMatching(sentence), href: "/proposals/63/support" },
  ]);
});

test("a relation is told to the author of the other proposal, unless it is the same person", () => {
  const data = { kind: "replaces", other: 12, otherAuthorId: 8 };
  expect(told("relation.added", data)).toMatchObject([
    { to: [person(8)], sentence: "Ada wrote down that #63 A region replaces your #12." },
  ]);
  expect(told("relation.added", { ...data, otherAuthorId: author })).toEqual([]);
  expect(told("relation.removed", data)).toEqual([]);
});
