import { describe, expect, it } from "vitest";
import { type ProposalFacts, type ProposalMove, proposalMachine } from "@/lib/proposals/machine";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";
import { decide, entriesOf } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const someone = (personId: number, ...roles: Role[]): Actor => ({
  kind: "person",
  personId,
  handle: `p${personId}`,
  name: `Person ${personId}`,
  timeZone: "UTC",
  roles: roles.map((role) => ({ role, bodyId: 1 })),
});
const author = someone(1);
const stranger = someone(2);
const director = someone(3, "director");
const secretary = someone(4, "secretary");
const chair = someone(5, "chair");
const portal: Actor = { kind: "system", name: "the portal" };

const ready: ProposalFacts = {
  status: "draft",
  authorId: 1,
  imported: false,
  title: "A region",
  summary: "On Stream.",
  coAuthorIds: [],
  askCount: 1,
  asksWithoutOwner: [],
  unaccounted: [],
  openTickets: 0,
};

const whoMay: Record<ProposalMove, Actor[]> = {
  publish: [author],
  schedule: [author, secretary, chair],
  unschedule: [author, secretary, chair],
  review: [chair],
  review_by_ballot: [chair],
  return: [chair],
  split: [chair],
  decline: [chair],
  confirm: [author],
  complete: [portal],
  withdraw: [author],
  close_without_follow_up: [secretary, chair],
  take_up: [chair],
};

describe("a proposal", () => {
  it("can reach every status, and none is a dead end that should not be one", () => {
    expect(unreachable(proposalMachine)).toEqual([]);
    expect(deadEnds(proposalMachine)).toEqual([]);
    expect(oddEventNames(proposalMachine)).toEqual([]);
  });

  for (const [name, move] of entriesOf(proposalMachine)) {
    for (const status of move.from) {
      // An imported thread's requester may be played by the officers, so only the take-up is tried on one.
      const facts = { ...ready, status, imported: name === "take_up" };
      for (const actor of [thePublic, author, stranger, director, secretary, chair, portal]) {
        const may = whoMay[name].includes(actor);
        const who =
          actor.kind === "person" ? `${actor.name} (${actor.roles[0]?.role ?? "no role"})` : actor.kind;
        it(`${status}: “${move.label}” is ${may ? "" : "not "}for ${who}`, () => {
          const result = decide(proposalMachine, name, actor, facts);
          expect(result.ok ? result.value.to : result.refusal.code).toBe(may ? move.to : "forbidden");
        });
      }
    }
  }

  it.each([
    [
      "confirm",
      "splitting",
      { unaccounted: ["ask 3", "question 2"] },
      "Not everything is accounted for yet: ask 3, question 2.",
    ],
    ["publish", "draft", { title: " " }, "Give it a title before you publish it."],
    [
      "publish",
      "draft",
      { asksWithoutOwner: [2, 3] },
      "Name an owner for ask 2, 3: a person, a body or a role that commits to it.",
    ],
    [
      "publish",
      "discussion",
      {},
      "“Publish” is not possible: the proposal is in discussion, it would have to be draft.",
    ],
  ] as const)("%s from %s is refused with the rule in words", (move, status, change, sentence) => {
    const result = decide(proposalMachine, move, author, { ...ready, ...change, status });
    expect(result).toMatchObject({ ok: false, refusal: { message: sentence } });
  });

  it("is completed only with its last ticket", () => {
    const facts: ProposalFacts = { ...ready, status: "delivering", openTickets: 2 };
    expect(decide(proposalMachine, "complete", portal, facts)).toMatchObject({
      refusal: { message: "2 of its tickets are still open." },
    });
  });

  it("that was written here is not taken up again once it is closed", () => {
    expect(decide(proposalMachine, "take_up", secretary, { ...ready, status: "closed" })).toMatchObject({
      ok: false,
    });
  });
});
