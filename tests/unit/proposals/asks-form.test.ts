import { describe, expect, it } from "vitest";
import { fieldOfProposalForm, proposalInput, readProposalForm, reviseInput } from "@/lib/proposals/schema";

const row = (n: number, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`asks.${n}.${field}`, value]));

const filled = {
  kind: "inform",
  text: "Know of it.",
  owner: "",
  rationale: "",
  acceptanceTest: "",
  size: "",
};

function parse(values: Record<string, string>) {
  return proposalInput.safeParse(readProposalForm({ title: "A region", ...values }));
}

function faultsOf(values: Record<string, string>): [string, string][] {
  return (parse(values).error?.issues ?? []).map((issue) => [
    fieldOfProposalForm(issue.path.join("."), values),
    issue.message,
  ]);
}

describe("the asks of the form", () => {
  it("keep their reason and their size", () => {
    const asks = parse(row(0, { ...filled, rationale: "Hosts come late.", size: "weeks" })).data?.asks;
    expect(asks).toMatchObject([{ rationale: "Hosts come late.", size: "weeks" }]);
  });

  it("have no size where none was chosen", () => {
    expect(parse(row(0, filled)).data?.asks).toMatchObject([{ size: null, rationale: "" }]);
    expect(proposalInput.parse({ title: "A", asks: [{ kind: "inform", text: "Know." }] }).asks).toMatchObject(
      [{ size: null }],
    );
  });

  it("do not take a size that nobody understands", () => {
    expect(faultsOf(row(3, { ...filled, size: "moons" }))).toEqual([
      ["asks.3.size", "Choose hours, days, weeks or months, or leave the size open."],
    ]);
  });

  it.each(["rationale", "acceptanceTest", "owner", "size"])(
    "with only their %s filled, say at the row what is missing",
    (field) => {
      const value = field === "size" ? "days" : "infra";
      expect(faultsOf({ ...row(0, filled), ...row(5, { ...filled, text: "", [field]: value }) })).toEqual([
        ["asks.5.text", "Say what is asked, in one sentence."],
      ]);
    },
  );

  it("are no asks where nothing but the kind was chosen", () => {
    expect(
      parse({ ...row(0, filled), ...row(1, { kind: "sig_work", text: "  ", owner: "" }) }).data?.asks,
    ).toHaveLength(1);
  });

  it("say how long a reason may be", () => {
    const [[field, message] = []] = faultsOf(row(0, { ...filled, rationale: "x".repeat(1_001) }));
    expect(field).toBe("asks.0.rationale");
    expect(message).toMatch(/may have 1,000 characters; this has 1,001/);
  });

  it.each([101, 300, 1_500])("of which there are %i are too many, and it says how many", (count) => {
    const values = Object.assign({}, ...Array.from({ length: count }, (_, n) => row(n, filled)));
    expect(faultsOf(values)).toEqual([["asks", `A proposal may have 100 asks; this has ${count}.`]]);
  });

  it("of which there are 100 are all taken, in their order", () => {
    const values = Object.assign(
      {},
      ...Array.from({ length: 100 }, (_, n) => row(n, { ...filled, text: `Ask ${n}` })),
    );
    expect(parse(values).data?.asks.map(({ text }) => text)).toEqual(
      Array.from({ length: 100 }, (_, n) => `Ask ${n}`),
    );
  });
});

describe("the form of a revision", () => {
  it("leaves who may read it as it is, unless it asks", () => {
    expect(reviseInput.parse({ number: "6", version: "1", title: "A region" }).visibility).toBeUndefined();
  });
});
