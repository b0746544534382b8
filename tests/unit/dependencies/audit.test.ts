import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exceptionsSchema, judgeAudit, judgeSignatures } from "../../dependencies/judge-audit";

const id = "GHSA-abcd-1234-efgh";

function reportOf(severity: string): string {
  const via = [
    {
      source: 1,
      name: "left-pad",
      title: "It pads",
      url: `https://github.com/advisories/${id}`,
      severity,
      range: "<2",
    },
  ];
  const vulnerabilities = { "left-pad": { via }, "right-pad": { via: ["left-pad"] } };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities });
}

const exception = {
  advisory: id,
  package: "left-pad",
  until: "2027-01-31",
  why: "Only strings of ours are padded.",
};

describe("the audit of dependencies", () => {
  it.each(["high", "critical"])("fails for a hole that is %s", (severity) => {
    const { ok, sentences } = judgeAudit(reportOf(severity), [], "2026-11-29");
    expect(ok).toBe(false);
    expect(sentences.join(" ")).toMatch(/left-pad <2 has a hole .*GHSA-abcd-1234-efgh/);
  });

  it("lets smaller ones pass, and one that has an exception until its day is over", () => {
    expect(judgeAudit(reportOf("moderate"), [], "2026-11-29").ok).toBe(true);
    expect(judgeAudit(reportOf("high"), [exception], "2027-01-31").ok).toBe(true);
    expect(judgeAudit(reportOf("high"), [exception], "2027-02-01").ok).toBe(false);
  });

  it("names an exception that is needed no more", () => {
    const clean = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} });
    expect(judgeAudit(clean, [exception], "2026-11-29")).toMatchObject({
      ok: true,
      sentences: [expect.stringContaining("needed no more"), expect.anything()],
    });
  });

  it.each(["", "<html>", JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 })])(
    "says that the registry could not be asked, where it answered %j",
    (said) => {
      for (const { ok, sentences } of [judgeAudit(said, [], "2026-11-29"), judgeSignatures(said)]) {
        expect(ok).toBe(true);
        expect(sentences[0]).toContain("NOT CHECKED");
      }
    },
  );

  it("fails for a package that is not what its registry signed", () => {
    const invalid = [{ name: "left-pad", version: "1.0.0" }];
    expect(judgeSignatures(JSON.stringify({ invalid, missing: [] })).ok).toBe(false);
    expect(judgeSignatures(JSON.stringify({ invalid: [], missing: [] })).ok).toBe(true);
  });

  it("has exceptions that say why, and until when", () => {
    const text = readFileSync("tests/dependencies/exceptions.json", "utf8");
    expect(exceptionsSchema.safeParse(JSON.parse(text)).success).toBe(true);
    expect(exceptionsSchema.safeParse([{ ...exception, why: "" }]).success).toBe(false);
  });
});
