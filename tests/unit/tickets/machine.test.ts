import { describe, expect, test } from "vitest";
import { keysOf } from "@/lib/keys-of";
import { ticketMachine } from "../../../lib/tickets/machine";
import {
  gateOf,
  mayEdit,
  moveNames,
  movesWithReason,
  type TicketFacts,
  type TicketMove,
  type TicketStatus,
  ticketStatuses,
} from "../../../lib/tickets/policy";
import { allowedMoves, decide } from "../../../lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";
import { people, sigBody, ticketFacts, type Who } from "./actors";

interface Row {
  move: TicketMove;
  from: readonly TicketStatus[];
  to: TicketStatus;
  mayOnInfra: readonly Who[];
  mayOnSig: readonly Who[];
  /** What has happened before it. */
  after?: Partial<TicketFacts>;
}

const requesters = ["requester", "proposer"] as const;
const infraTeam = ["infra"] as const;
const sigWorkers = ["sigMember", "chair", "secretary"] as const;
const underWay = ["filed", "needs_review", "waiting_on_assignee", "waiting_on_reporter", "reopened"] as const;

function worked(move: TicketMove, from: readonly TicketStatus[], to: TicketStatus): Row {
  return { move, from, to, mayOnInfra: infraTeam, mayOnSig: sigWorkers };
}

const table: Row[] = [
  { move: "file", from: ["draft"], to: "filed", mayOnInfra: requesters, mayOnSig: requesters },
  worked("takeUp", ["filed", "reopened"], "needs_review"),
  worked("accept", ["needs_review", "reopened"], "waiting_on_assignee"),
  worked("askReporter", ["needs_review", "waiting_on_assignee"], "waiting_on_reporter"),
  {
    move: "answerReporter",
    from: ["waiting_on_reporter"],
    to: "waiting_on_assignee",
    mayOnInfra: requesters,
    mayOnSig: requesters,
  },
  worked("fulfil", ["waiting_on_assignee"], "done"),
  worked("decline", [...underWay, "bounced"], "declined"),
  worked("markDuplicate", underWay, "duplicate"),
  {
    move: "reopen",
    from: ["done"],
    to: "reopened",
    mayOnInfra: [...requesters, ...infraTeam],
    mayOnSig: [...requesters, ...sigWorkers],
  },
  {
    move: "withdraw",
    from: ["draft", "filed"],
    to: "declined",
    mayOnInfra: requesters,
    mayOnSig: requesters,
  },
  worked("bounce", underWay, "bounced"),
  worked("takeBack", ["bounced"], "needs_review"),
  {
    move: "returnFromBoard",
    from: ["bounced"],
    to: "needs_review",
    mayOnInfra: ["chair", "secretary"],
    mayOnSig: ["chair", "secretary"],
  },
  {
    move: "declineByBoard",
    from: ["bounced"],
    to: "declined",
    mayOnInfra: ["chair"],
    mayOnSig: ["chair"],
    after: { boardOutcome: "declined" },
  },
];

function onInfra(status: TicketStatus): TicketFacts {
  return ticketFacts({ status });
}

function aSigs(status: TicketStatus): TicketFacts {
  return ticketFacts({ status, destination: "sig", ownerPersonId: null, ownerBodyId: sigBody });
}

function refusalOf(move: TicketMove, who: Who, facts: TicketFacts) {
  const weighed = decide(ticketMachine, move, people[who], facts);
  return weighed.ok ? undefined : weighed.refusal;
}

test("the table speaks of every move", () => {
  expect(table.map((row) => row.move)).toEqual([...moveNames]);
});

describe.each(table)("$move", ({ move, from, to, mayOnInfra, mayOnSig, after }) => {
  const infras = (status: TicketStatus) => ({ ...onInfra(status), ...after });
  const sigs = (status: TicketStatus) => ({ ...aSigs(status), ...after });
  test.each(from)(`leads from %s to ${to}`, (status) => {
    for (const who of mayOnInfra) {
      expect(decide(ticketMachine, move, people[who], infras(status))).toMatchObject({
        ok: true,
        value: { to },
      });
    }
  });

  test("is refused from every other status, with both statuses in the sentence", () => {
    const who = mayOnInfra[0] ?? "infra";
    for (const status of ticketStatuses.filter((other) => !from.includes(other))) {
      expect(refusalOf(move, who, infras(status))).toMatchObject({
        code: "refused",
        message: expect.stringContaining("would have to be"),
      });
    }
  });

  test("is for the right people only", () => {
    for (const status of from) {
      for (const who of keysOf(people)) {
        expect([who, refusalOf(move, who, infras(status))?.code]).toEqual([
          who,
          mayOnInfra.includes(who) ? undefined : "forbidden",
        ]);
        expect([who, refusalOf(move, who, sigs(status))?.code]).toEqual([
          who,
          mayOnSig.includes(who) ? undefined : "forbidden",
        ]);
      }
    }
  });
});

describe("what stands in the way of filing", () => {
  const gated = { boardGated: true } as const;
  test.each([
    ["no owner", { ownerPersonId: null }, /no owner/],
    ["details that are not complete", { hasDetailsValid: false }, /details/],
    ["a proposal under discussion", { proposalStatus: "discussion" }, /not decided/],
    ["a proposal in review", { proposalStatus: "under_review" }, /not decided/],
    ["a gate without a decision", { ...gated, gate: "needs_decision" }, /board decision/],
    ["a gate without minutes", { ...gated, gate: "needs_minutes" }, /minutes/],
    [
      "a proposal closed without it",
      { proposalStatus: "closed", proposalClosedAs: "no_follow_up" },
      /closed without/,
    ],
    [
      "a proposal that was withdrawn",
      { proposalStatus: "closed", proposalClosedAs: "withdrawn" },
      /closed without/,
    ],
  ] satisfies [string, Partial<TicketFacts>, RegExp][])("%s", (_name, changes, sentence) => {
    expect(refusalOf("file", "requester", ticketFacts(changes))).toMatchObject({
      code: "refused",
      message: expect.stringMatching(sentence),
    });
  });

  test.each([
    ["a gate that is open", { ...gated, gate: "open" }],
    ["a ticket that is not gated", { gate: "needs_decision" }],
    [
      "a gated ticket that is not for the infra team",
      { ...gated, gate: "needs_decision", destination: "board" },
    ],
    ["a body as owner", { ownerPersonId: null, ownerBodyId: 2 }],
    ["no proposal behind it", { proposalStatus: null, proposalRequesterId: null }],
    ["a proposal that is being delivered", { proposalStatus: "delivering" }],
  ] satisfies [string, Partial<TicketFacts>][])("not %s", (_name, changes) => {
    expect(refusalOf("file", "requester", ticketFacts(changes))).toBeUndefined();
  });
});

test.each([
  [{ openBlockers: 1 }, /blocked by a ticket/],
  [{ openBlockers: 3 }, /blocked by 3 tickets/],
  [{ openParts: 1 }, /One of its parts/],
  [{ openParts: 2 }, /2 of its parts/],
] satisfies [Partial<TicketFacts>, RegExp][])(
  "a ticket with %o is not done before them",
  (changes, sentence) => {
    const facts = ticketFacts({ status: "waiting_on_assignee", ...changes });
    expect(refusalOf("fulfil", "infra", facts)?.message).toMatch(sentence);
    expect(refusalOf("decline", "infra", facts)).toBeUndefined();
  },
);

test("an initiative is worked on by the infra team too, by its owner and the officers", () => {
  const facts = ticketFacts({ status: "filed", destination: "initiative" });
  for (const who of ["infra", "owner", "chair"] as const)
    expect(refusalOf("takeUp", who, facts)).toBeUndefined();
  expect(refusalOf("takeUp", "requester", facts)?.code).toBe("forbidden");
});

test("a ticket of a proposal that was closed without it is still declined or finished by those who work on it", () => {
  const left = { proposalStatus: "closed", proposalClosedAs: "no_follow_up" };
  expect(refusalOf("decline", "infra", ticketFacts({ status: "filed", ...left }))).toBeUndefined();
  expect(
    refusalOf("fulfil", "infra", ticketFacts({ status: "waiting_on_assignee", ...left })),
  ).toBeUndefined();
  expect(refusalOf("withdraw", "requester", ticketFacts(left))).toBeUndefined();
});

test("a ticket without an owner goes nowhere but to an end", () => {
  const ends = ["declined", "duplicate", "done", "waiting_on_reporter", "bounced"];
  for (const row of table.filter((each) => !ends.includes(each.to))) {
    const facts = ticketFacts({ status: row.from[0] ?? "draft", ownerPersonId: null });
    expect(refusalOf(row.move, row.mayOnInfra[0] ?? "infra", facts)?.message).toMatch(/no owner/);
  }
});

test("a ticket is not withdrawn from under a split", () => {
  const facts = ticketFacts({ accountsFor: 1, proposalStatus: "splitting" });
  expect(refusalOf("withdraw", "requester", facts)?.message).toMatch(/rests on this ticket/);
  expect(refusalOf("withdraw", "requester", { ...facts, proposalStatus: "delivering" })).toBeUndefined();
  expect(refusalOf("withdraw", "requester", { ...facts, accountsFor: 0 })).toBeUndefined();
});

test("a ticket of the board cannot be bounced to the board", () => {
  const facts = ticketFacts({ status: "filed", destination: "board" });
  expect(refusalOf("bounce", "chair", facts)?.message).toBe("The ticket is already with the board.");
});

test("a bounced ticket comes back with an approval, and its work waits for the published minutes", () => {
  const bounced = ticketFacts({ status: "bounced", boardGated: true, gate: "needs_decision" });
  expect(refusalOf("returnFromBoard", "chair", bounced)?.message).toMatch(/has not decided/);
  const approved = { ...bounced, gate: "needs_minutes", boardOutcome: "approved" } as const;
  expect(refusalOf("returnFromBoard", "chair", approved)).toBeUndefined();
  const returned = { ...approved, status: "needs_review" } as const;
  expect(refusalOf("accept", "infra", returned)?.message).toMatch(/not published yet/);
  expect(refusalOf("accept", "infra", { ...returned, gate: "open" })).toBeUndefined();
  expect(refusalOf("fulfil", "infra", { ...returned, status: "waiting_on_assignee" })?.message).toMatch(
    /minutes/,
  );
});

test("what stands on an agenda is not taken from the board, nor declined beside it", () => {
  const bounced = ticketFacts({ status: "bounced", boardGated: true });
  for (const move of ["takeBack", "decline"] as const) {
    expect(refusalOf(move, "infra", bounced)).toBeUndefined();
    expect(refusalOf(move, "infra", { ...bounced, isOnAgenda: true })?.message).toMatch(
      /stands on an agenda/,
    );
  }
});

test("only a decision that declines it declines a ticket in the board’s name", () => {
  const facts = ticketFacts({ status: "bounced", boardOutcome: "approved" });
  expect(refusalOf("declineByBoard", "chair", facts)).toMatchObject({ code: "forbidden" });
});

test.each([
  [{ boardGated: false, outcome: "redirected" }, "open"],
  [{ boardGated: false }, "open"],
  [{ boardGated: true }, "needs_decision"],
  [{ boardGated: true, outcome: "redirected", minutesPublished: true }, "needs_decision"],
  [{ boardGated: true, outcome: "declined", minutesPublished: true }, "needs_decision"],
  [{ boardGated: true, outcome: "approved", minutesPublished: false }, "needs_minutes"],
  [{ boardGated: true, outcome: "approved", minutesPublished: true }, "open"],
] as const)("the gate of %o is %s", (facts, gate) => {
  expect(gateOf(facts)).toBe(gate);
});

test("every status is reachable from a draft, and only declined and duplicate are final", () => {
  expect(unreachable(ticketMachine)).toEqual([]);
  expect(deadEnds(ticketMachine)).toEqual(["declined", "duplicate"]);
  expect(oddEventNames(ticketMachine)).toEqual([]);
});

test("the buttons of a filed infra request are those of the infra team, and nobody else has any", () => {
  const names = (who: Who) =>
    allowedMoves(ticketMachine, people[who], onInfra("filed")).map((move) => move.name);
  expect(names("infra")).toEqual(["takeUp", "decline", "markDuplicate", "bounce"]);
  expect(names("chair")).toEqual([]);
  expect(names("public")).toEqual([]);
});

test("moves that need a reason say what to write", () => {
  for (const move of movesWithReason) expect(ticketMachine.moves[move].needs).toMatch(/\.$/);
});

test("a finished ticket is not edited any more, an open one by those it concerns", () => {
  expect(mayEdit(people.requester, onInfra("filed"))).toBe(true);
  expect(mayEdit(people.infra, onInfra("filed"))).toBe(true);
  expect(mayEdit(people.stranger, onInfra("filed"))).toBe(false);
  expect(mayEdit(people.requester, onInfra("done"))).toBe(false);
});
