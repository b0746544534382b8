import { describe, expect, it } from "vitest";
import { changeWords, diffRevisions } from "@/lib/proposals/revision-diff";
import { readRevision } from "@/lib/proposals/revision-text";

const ask = {
  number: 1,
  kind: "board_decision",
  text: "Say yes to the region.",
  rationale: "So that it is ours.",
  acceptanceTest: "It stands in the minutes.",
  size: "days",
  owner: { kind: "body", handle: "board", name: "Board of Directors" },
  ownerRole: null,
};
const section = (key: string, markdown: string) => ({ key, markdown, html: `<p>${markdown}</p>` });
const first = {
  number: 1,
  title: "A region",
  summary: "Everything as elsewhere.",
  sections: [section("why", "So that it is used."), section("how", "A SIG does it.")],
  asks: [ask],
};
const compare = (later: Partial<typeof first>) =>
  diffRevisions(readRevision(first), readRevision({ ...first, number: 2, ...later }));
const namesOf = (later: Partial<typeof first>) =>
  compare(later).changes.map(({ name, state }) => `${name} ${state}`);

describe("what changed from one revision to another", () => {
  const table = [
    { case: "nothing", later: {}, changes: [] },
    { case: "the title", later: { title: "Two regions" }, changes: ["Title changed"] },
    { case: "a summary taken away", later: { summary: "" }, changes: ["Summary removed"] },
    {
      case: "a section written anew",
      later: { sections: [section("why", "So that it is used."), section("how", "Two SIGs do it.")] },
      changes: ["Who does it, and how changed"],
    },
    {
      case: "a section added and one removed",
      later: { sections: [section("how", "A SIG does it."), section("risks", "It may fail.")] },
      changes: ["What is wanted of the board, and why removed", "Risks and exit added"],
    },
    { case: "an ask added", later: { asks: [ask, { ...ask, number: 2 }] }, changes: ["Ask 2 added"] },
    { case: "an ask removed", later: { asks: [] }, changes: ["Ask 1 removed"] },
    {
      case: "asks are read before sections",
      later: { asks: [{ ...ask, text: "Say no." }], sections: [section("how", "A SIG does it.")] },
      changes: ["Ask 1 changed", "What is wanted of the board, and why removed"],
    },
  ];

  it.each(table)("$case", ({ later, changes }) => {
    expect(namesOf(later)).toEqual(changes);
  });

  const askTable = [
    { field: "Kind", change: { kind: "infra_request" } },
    { field: "Text", change: { text: "Say yes to two regions." } },
    { field: "Rationale", change: { rationale: "" } },
    { field: "Owner", change: { owner: { kind: "person", handle: "ruth", name: "Ruth Achterberg" } } },
    { field: "Owner", change: { owner: null, ownerRole: "sig-leaders" } },
    { field: "Acceptance test", change: { acceptanceTest: "We can log in." } },
    { field: "Size", change: { size: "weeks" } },
  ];

  it.each(askTable)("in an ask: $field", ({ field, change }) => {
    const [changed] = diffRevisions(
      readRevision(first),
      readRevision({ ...first, asks: [{ ...ask, ...change }] }),
    ).changes;
    expect(changed?.fields.map(({ label }) => label)).toEqual([field]);
  });

  it("names owners, and tells two people of one name apart", () => {
    const owner = (handle: string) => ({ ...ask, owner: { kind: "person", handle, name: "Ruth" } });
    const [changed] = diffRevisions(
      readRevision({ ...first, asks: [owner("ruth")] }),
      readRevision({ ...first, asks: [owner("ruth-2")] }),
    ).changes;
    expect(changed?.fields[0]?.parts.map(({ text }) => text).join("")).toMatch(/Ruth \(@.*ruth.*\)/);
  });

  it("says in one sentence what did not change", () => {
    expect(compare({ title: "Two regions" }).unchanged).toBe("Summary, 2 sections and ask 1 are unchanged.");
    expect(
      diffRevisions(
        readRevision({ ...first, sections: [], asks: [] }),
        readRevision({ ...first, sections: [], asks: [], title: "Other" }),
      ).unchanged,
    ).toBe("Summary is unchanged.");
  });

  it("reads a revision from before asks had a size, a rationale and roles as having none", () => {
    const { rationale, size, ownerRole, ...old } = ask;
    const earlier = readRevision({ ...first, asks: [old] });
    expect(earlier.asks[0]).toMatchObject({ rationale: "", size: null, ownerRole: null });
    const later = readRevision({ ...first, asks: [{ ...old, rationale: "", size: null }] });
    expect(diffRevisions(earlier, later).changes).toEqual([]);
  });
});

describe("a phrase for what changed", () => {
  const table = [
    { keys: [], phrase: "" },
    { keys: ["title"], phrase: "title" },
    { keys: ["summary", "section why", "section how", "ask 3"], phrase: "summary, 2 sections and ask 3" },
    { keys: ["section risks"], phrase: "“Risks and exit”" },
    { keys: ["ask 1", "ask 2"], phrase: "asks 1 and 2" },
    { keys: ["ask 1", "ask 2", "ask 3", "ask 4", "ask 5"], phrase: "5 asks" },
  ];

  it.each(table)("$phrase", ({ keys, phrase }) => {
    expect(changeWords(keys)).toBe(phrase);
  });
});
