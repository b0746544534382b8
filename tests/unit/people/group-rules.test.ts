import { describe, expect, it } from "vitest";
import { readGroupRules, rolesByGroups, standardGroupRules } from "../../../lib/people/group-rules";

function rulesOf(text: string) {
  const read = readGroupRules(text);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

const given = (groups: string[], rules = standardGroupRules) =>
  rolesByGroups(rulesOf(rules), groups).map(({ role, body }) => `${role}@${body}`);

describe("groups of an account", () => {
  it.each<[string[], string[]]>([
    [["sig-cloud"], ["sig_member@sig-cloud"]],
    [["sig-cloud-sponsors"], ["sig_chair@sig-cloud"]],
    [
      ["sig-cloud", "sig-cloud-sponsors"],
      ["sig_member@sig-cloud", "sig_chair@sig-cloud"],
    ],
    [
      ["board", "infra"],
      ["director@board", "infra@infra"],
    ],
    [["sig-", "sig", "boards", "xsig-cloud", "packagers", ""], []],
    [["sig-cloud", "sig-cloud"], ["sig_member@sig-cloud"]],
    [["sig-a/../board", "sig-a b"], []],
  ])("%j give the roles %j", (groups, roles) => {
    expect(given(groups)).toEqual(roles);
  });

  it("give what the settings say, the first rule that fits", () => {
    const rules = "centos-board-chair=chair@board, centos-board*=director@board, ops=operator@operators";
    expect(given(["centos-board-chair", "centos-board-x", "ops"], rules)).toEqual([
      "chair@board",
      "director@board",
      "operator@operators",
    ]);
  });

  it.each([
    ["a rule without a role", "board=@board"],
    ["a role that there is not", "board=king@board"],
    ["a star on one side only", "board=director@sig-*"],
    ["two stars", "a*b*=director@board"],
    ["words", "everybody is a director"],
  ])("are not mapped by %s", (_, text) => {
    expect(readGroupRules(text).ok).toBe(false);
  });
});
