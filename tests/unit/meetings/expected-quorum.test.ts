import { describe, expect, it } from "vitest";
import { expectedQuorum, expectedQuorumSentence, type Seat } from "@/lib/meetings/expected-quorum";

function seats(text: string): Seat[] {
  const answers = { y: "attends", n: "regrets", "?": null } as const;
  return [...text].map((sign, place) => {
    const name = ["Ada", "Bea", "Cleo", "Dora", "Edda", "Fay", "Gro", "Hedy", "Ida"][place] ?? "";
    return { handle: name.toLowerCase(), name, answer: answers[sign as keyof typeof answers] }; // a sign of the table
  });
}

describe("the quorum that is to be expected", () => {
  it.each([
    ["??????", "open", 0],
    ["yyy???", "open", 3],
    ["yyyy??", "sure", 4],
    ["nnn???", "lost", 0],
    ["nn????", "open", 0],
    ["yyynnn", "lost", 3],
    ["y", "sure", 1],
    ["n", "lost", 0],
    ["yyyyn????", "open", 4],
    ["yyyyyn???", "sure", 5],
    ["", "lost", 0],
  ] as const)("of directors who said %s is %s, with %i who mean to come", (said, outlook, attending) => {
    expect(expectedQuorum(seats(said))).toMatchObject({ outlook, attending });
  });

  it("names who is missing, and who has not said anything", () => {
    expect(expectedQuorumSentence(expectedQuorum(seats("yyyn??")))).toBe(
      "3 of 6 directors mean to come; 4 are needed. Regrets: Dora. No word yet from Edda and Fay.",
    );
    expect(expectedQuorumSentence(expectedQuorum(seats("ynnn")))).toBe(
      "1 of 4 directors means to come; 3 are needed. Without a change of mind there will be no quorum. Regrets: Bea, Cleo and Dora.",
    );
    expect(expectedQuorumSentence(expectedQuorum([]))).toBe(
      "Nobody sits on the board, so there is no quorum to expect.",
    );
  });
});
