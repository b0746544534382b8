import { describe, expect, it } from "vitest";
import { keysOf } from "@/lib/keys-of";
import { type ConsentFacts, type ConsentState, consentMachine } from "@/lib/proposals/consent-machine";
import type { ProposalStatus } from "@/lib/proposals/machine";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";
import { allowedMoves, decide } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const [board, infra, cloud, operators] = [1, 2, 3, 4];

const someone = (personId: number, role?: Role, bodyId = board): Actor => ({
  kind: "person",
  personId,
  handle: `p${personId}`,
  name: `Person ${personId}`,
  timeZone: "UTC",
  roles: role ? [{ role, bodyId }] : [],
});
const ada = someone(1);
const people = {
  "the person": ada,
  "somebody else": someone(2),
  "a director": someone(3, "director"),
  "the chair of the board": someone(4, "chair"),
  "the secretary": someone(5, "secretary"),
  "the architect": someone(6, "community_architect"),
  "a SIG's chair": someone(7, "sig_chair", cloud),
  "another SIG's chair": someone(8, "sig_chair", 9),
  "a SIG's member": someone(9, "sig_member", cloud),
  "the infra team": someone(10, "infra", infra),
  "an operator": someone(11, "operator", operators),
  "the portal": { kind: "system", name: "the portal" },
  "the public": thePublic,
} as const satisfies Record<string, Actor>;

type Who = keyof typeof people;
const everybody = keysOf(people);

const nobody = { ownerPersonId: null, ownerBodyId: null, ownerRole: null };
const asked: ConsentFacts = {
  ...nobody,
  status: "named",
  proposalStatus: "discussion",
  boardDecides: false,
};

const owners: [whom: string, owner: Partial<ConsentFacts>, speak: Who[]][] = [
  ["a person", { ownerPersonId: 1 }, ["the person"]],
  ["a SIG", { ownerBodyId: cloud }, ["a SIG's chair"]],
  ["the infra team", { ownerBodyId: infra }, ["the infra team"]],
  ["the operators", { ownerBodyId: operators }, ["an operator"]],
  ["the board", { ownerBodyId: board }, ["a director", "the chair of the board", "the secretary"]],
  ["the SIG leaders", { ownerRole: "sig-leaders" }, ["a SIG's chair", "another SIG's chair"]],
  ["the directors", { ownerRole: "directors" }, ["a director", "the chair of the board"]],
  ["the secretary", { ownerRole: "secretary" }, ["the secretary"]],
  ["the operators as a role", { ownerRole: "region-operators" }, ["an operator"]],
  ["a role that is no more", { ownerRole: "scribes" }, []],
  ["nobody", {}, []],
];

describe("the owner of an ask", () => {
  it("can always come back to their word: no answer is a dead end", () => {
    expect(unreachable(consentMachine)).toEqual([]);
    expect(deadEnds(consentMachine)).toEqual([]);
    expect(oddEventNames(consentMachine)).toEqual([]);
  });

  it.each(owners)(
    "where an ask names %s, those and nobody else confirm or decline it",
    (_whom, owner, speak) => {
      const may = everybody.filter(
        (who) => decide(consentMachine, "confirm", people[who], { ...asked, ...owner }).ok,
      );
      const mayDecline = everybody.filter(
        (who) => decide(consentMachine, "decline", people[who], { ...asked, ...owner }).ok,
      );
      expect(may).toEqual(speak);
      expect(mayDecline).toEqual(speak);
    },
  );

  const offers: [ConsentState, string[]][] = [
    ["named", ["confirm", "decline"]],
    ["confirmed", ["decline"]],
    ["declined", ["confirm"]],
  ];
  it.each(offers)("who is %s may %s", (status, moves) => {
    const facts = { ...asked, ownerPersonId: 1, status };
    expect(allowedMoves(consentMachine, ada, facts).map(({ name }) => name)).toEqual(moves);
  });

  const journey: [ProposalStatus, RegExp | null][] = [
    ["draft", null],
    ["discussion", null],
    ["scheduled", null],
    ["under_review", null],
    ["splitting", null],
    ["delivering", /tickets say who does what/],
    ["closed", /closed/],
  ];
  it.each(journey)("while the proposal is %s: %s", (proposalStatus, refusal) => {
    const facts = { ...asked, ownerPersonId: 1, proposalStatus };
    for (const move of ["confirm", "decline"] as const) {
      const result = decide(
        consentMachine,
        move,
        ada,
        move === "confirm" ? facts : { ...facts, status: "named" },
      );
      if (refusal === null) expect(result.ok).toBe(true);
      else expect(result).toMatchObject({ refusal: { message: expect.stringMatching(refusal) } });
    }
  });

  it("never says yes beforehand to what the board is asked to decide", () => {
    const facts = { ...asked, ownerBodyId: board, boardDecides: true };
    for (const move of ["confirm", "decline"] as const) {
      expect(decide(consentMachine, move, people["a director"], facts)).toMatchObject({
        refusal: { code: "refused", message: expect.stringContaining("in a meeting") },
      });
    }
  });
});
