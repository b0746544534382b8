import { expect, test } from "vitest";
import type { z } from "zod";
import { judgeEvidenceInput, submitEvidenceInput } from "../../../lib/region/evidence-schema";
import { moveRegionInput } from "../../../lib/region/schema";

const given = { region: "stream", capability: "dns", criterion: "A resolver outside gives the records" };

function problems(schema: z.ZodType, input: unknown): string {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n");
}

test.each([[{ link: "https://status.example.org/dig" }], [{ note: "dig gives 192.0.2.10" }]])(
  "evidence with %o is taken",
  (proof) => {
    expect(problems(submitEvidenceInput, { ...given, ...proof })).toBe("");
  },
);

test.each([
  [{}, "link: Give a link to what shows it, a file, an output, or a note"],
  [{ note: " \u200b" }, "link: Give a link to what shows it, a file, an output, or a note"],
  [{ link: "javascript:alert(1)" }, "link: Give an address such as"],
  [{ link: "https://me:pw@example.org" }, "link: Give an address such as"],
  [{ link: `https://example.org/${"a".repeat(2000)}` }, "link: The address is too long"],
  [{ note: "ok", criterion: " " }, "criterion: Choose the criterion"],
  [{ note: "ok", capability: "../dns" }, "capability: There is no such"],
  [{ note: "x".repeat(10_001) }, "note: A note may have 10,000 characters"],
])("evidence with %o is refused at its field", (changes, problem) => {
  expect(problems(submitEvidenceInput, { ...given, ...changes })).toContain(problem);
});

test.each([
  [{ verdict: "accept" }, ""],
  [{ verdict: "refuse", reason: "The screenshot is from another region." }, ""],
  [{ verdict: "refuse" }, "reason: Say what is missing, so that better evidence can follow."],
  [{ verdict: "maybe" }, "verdict: Choose whether to accept or refuse it."],
])("a judgement %o gives “%s”", (judgement, problem) => {
  expect(problems(judgeEvidenceInput, { evidenceId: "1", version: "1", ...judgement })).toBe(problem);
});

test.each([
  [{ move: "startBuilding" }, ""],
  [{ move: "startSunset", reason: "The hardware is leased until June." }, ""],
  [{ move: "startSunset" }, "reason: “Start the sunset” needs a reason, in a sentence."],
  [{ move: "explode" }, "move: There is no such move; choose one of the buttons."],
])("moving a region by %o gives “%s”", (move, problem) => {
  expect(problems(moveRegionInput, { region: "stream", version: 1, ...move })).toBe(problem);
});
