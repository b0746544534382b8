import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadinessFacts, type ReadinessSetting, readinessOf } from "@/lib/proposals/readiness";

const setting: ReadinessSetting = {
  number: 63,
  now: new Date("2021-10-01T12:00:00Z"),
  noticeHours: 48,
  mayWrite: true,
};
const october = { date: "2021-10-13", startsAt: "2021-10-13T20:00:00+00:00" };
const november = { date: "2021-11-10", startsAt: "2021-11-10T20:00:00+00:00" };

const complete: ReadinessFacts = {
  summary: true,
  saysWhy: true,
  asks: [
    { number: 1, kind: "board_decision", owned: true, tested: true },
    { number: 2, kind: "infra_request", owned: true, tested: true },
    { number: 3, kind: "sig_work", owned: true, tested: true },
    { number: 4, kind: "external", owned: true, tested: true },
  ],
  questions: [],
  concerns: [],
  sponsor: { confirmed: "Mira Lindqvist", asked: null },
  materials: [],
  revision: 3,
  informationAt: "2021-09-20T08:00:00+00:00",
  meeting: null,
  coming: [october, november],
};

const asksLacking = (field: "owned" | "tested", ...numbers: number[]) =>
  complete.asks.map((ask) => ({ ...ask, [field]: !numbers.includes(ask.number) }));
const question = (number: number, of = "Ada") => ({ number, of });

/** The needs of a sentence, between "Needs:" and the full stop. */
function needsOf(facts: Partial<ReadinessFacts>, with_: Partial<ReadinessSetting> = {}): string {
  return readinessOf({ ...complete, ...facts }, { ...setting, ...with_ }).sentence.split(". ")[0] ?? "";
}

describe("readiness for the board", () => {
  it("says so where nothing is missing, with the meeting", () => {
    const { ready, sentence } = readinessOf(complete, setting);
    expect(ready).toBe(true);
    expect(sentence).toBe("Ready for the board. Earliest meeting: 13 Oct 20:00 UTC.");
  });

  it("says what is missing as the domain says it", () => {
    const facts = { ...complete, questions: [question(1), question(2)], asks: asksLacking("owned", 3) };
    expect(readinessOf(facts, setting).sentence).toBe(
      "Needs: an owner for ask 3, answers to 2 questions. Earliest meeting: 13 Oct 20:00 UTC.",
    );
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    ["no summary", { summary: false }, "a summary"],
    ["no ask", { asks: [] }, "an ask, what the board must do"],
    ["one ask without an owner", { asks: asksLacking("owned", 3) }, "an owner for ask 3"],
    ["two asks without owners", { asks: asksLacking("owned", 1, 4) }, "owners for asks 1 and 4"],
    ["one ask without a test", { asks: asksLacking("tested", 1) }, "an acceptance test for ask 1"],
    [
      "three asks without tests",
      { asks: asksLacking("tested", 1, 2, 4) },
      "acceptance tests for asks 1, 2 and 4",
    ],
    ["nothing said of why", { saysWhy: false }, "what the board must do"],
    ["no ask of the board", { asks: complete.asks.slice(1) }, "what the board must do"],
    ["one open question", { questions: [question(4)] }, "an answer to question 4"],
    ["two open questions", { questions: [question(1), question(4)] }, "answers to 2 questions"],
    ["one concern", { concerns: [{ number: 2, waitsFor: "Bea" }] }, "concern 2 resolved"],
    [
      "two concerns",
      {
        concerns: [
          { number: 1, waitsFor: "Bea" },
          { number: 2, waitsFor: "Cy" },
        ],
      },
      "concerns 1 and 2 resolved",
    ],
    ["nobody asked to sponsor", { sponsor: { confirmed: null, asked: null } }, "a sponsor"],
    ["a sponsor who has not confirmed", { sponsor: { confirmed: null, asked: "Mira" } }, "a sponsor"],
    [
      "material of an earlier text",
      {
        materials: [
          { number: 1, outdated: false },
          { number: 2, outdated: true },
        ],
      },
      "material 2 pinned to the current revision",
    ],
    ["a draft", { informationAt: null }, "publication"],
    [
      "a change too near to its meeting",
      { meeting: october, informationAt: "2021-10-12T20:00:01+00:00" },
      "48 hours without a change before the meeting",
    ],
  ])("%s is missing and said", (_, facts, need) => {
    expect(needsOf(facts)).toBe(`Needs: ${need}`);
    expect(readinessOf({ ...complete, ...facts }, setting).ready).toBe(false);
  });

  it("names no more than five of very many asks", () => {
    const asks = Array.from({ length: 300 }, (_, place) => ({
      number: place + 1,
      kind: "inform",
      owned: false,
      tested: true,
    }));
    expect(needsOf({ asks })).toBe("Needs: owners for asks 1, 2, 3, 4, 5 and 295 more");
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    [
      "an ask that informs is enough",
      { asks: [{ number: 1, kind: "inform", owned: true, tested: true }] },
      "",
    ],
    ["no material is no obstacle", { materials: [] }, ""],
    ["current materials are there", { materials: [{ number: 1, outdated: false }] }, ""],
    ["exactly 48 hours are enough", { meeting: october, informationAt: "2021-10-11T20:00:00+00:00" }, ""],
  ])("%s", (_, facts) => {
    expect(readinessOf({ ...complete, ...facts }, setting).ready).toBe(true);
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    ["the meeting that it stands on", { meeting: november }, "Meeting: 10 Nov 20:00 UTC."],
    ["the next one", {}, "Earliest meeting: 13 Oct 20:00 UTC."],
    [
      "the one after next, where the text came out less than 48 hours before",
      {
        coming: [{ date: "2021-10-02", startsAt: "2021-10-02T10:00:00Z" }, november],
        informationAt: "2021-10-01T00:00:00Z",
      },
      "Earliest meeting: 10 Nov 20:00 UTC.",
    ],
    [
      "the very next one, where the text was out in time",
      { coming: [{ date: "2021-10-02", startsAt: "2021-10-02T10:00:00Z" }, november] },
      "Earliest meeting: 2 Oct 10:00 UTC.",
    ],
    [
      "not that one, where the text has still to change",
      { summary: false, coming: [{ date: "2021-10-02", startsAt: "2021-10-02T10:00:00Z" }, november] },
      "Earliest meeting: 10 Nov 20:00 UTC.",
    ],
    [
      "but that one, where only an answer is missing",
      {
        questions: [question(1)],
        coming: [{ date: "2021-10-02", startsAt: "2021-10-02T10:00:00Z" }, november],
      },
      "Earliest meeting: 2 Oct 10:00 UTC.",
    ],
    [
      "one of another year, with its year",
      { coming: [{ date: "2022-01-12", startsAt: "2022-01-12T20:00:00Z" }] },
      "Earliest meeting: 12 Jan 2022 20:00 UTC.",
    ],
    ["that none is planned", { coming: [] }, "No meeting is planned that leaves 48 hours to read it."],
  ])("the sentence ends with %s", (_, facts, end) => {
    expect(readinessOf({ ...complete, ...facts }, setting).sentence.endsWith(end)).toBe(true);
  });

  it("asks for no hours where the setting is 0", () => {
    const facts = { meeting: october, informationAt: october.startsAt };
    expect(readinessOf({ ...complete, ...facts }, { ...setting, noticeHours: 0 }).ready).toBe(true);
    expect(readinessOf({ ...complete, coming: [] }, { ...setting, noticeHours: 0 }).sentence).toContain(
      "No meeting is planned yet.",
    );
  });

  it("says who owes the answers, each once", () => {
    const questions = [question(1, "Ada"), question(2, "the SIG leaders"), question(5, "Ada")];
    const item = readinessOf({ ...complete, questions }, setting).items.find(
      ({ key }) => key === "questions",
    );
    expect(item).toMatchObject({
      waitsFor: "Ada and the SIG leaders",
      href: "/proposals/63/questions#question-1",
    });
  });

  it("leads who may write into the form, and others to where it is read", () => {
    const facts = { ...complete, asks: asksLacking("owned", 3) };
    const href = (mayWrite: boolean) =>
      readinessOf(facts, { ...setting, mayWrite }).items.find(({ ok }) => !ok)?.href;
    expect(href(true)).toBe("/proposals/63/edit#asks");
    expect(href(false)).toBe("/proposals/63#ask-3");
  });
});

const anyFacts: fc.Arbitrary<ReadinessFacts> = fc.record({
  summary: fc.boolean(),
  saysWhy: fc.boolean(),
  asks: fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 300 }),
      kind: fc.constantFrom("board_decision", "infra_request", "sig_work", "external", "inform"),
      owned: fc.boolean(),
      tested: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  questions: fc.array(
    fc.record({ number: fc.integer({ min: 1, max: 99 }), of: fc.constantFrom("Ada", "Bea") }),
    {
      maxLength: 3,
    },
  ),
  concerns: fc.array(
    fc.record({ number: fc.integer({ min: 1, max: 99 }), waitsFor: fc.constantFrom("Ada", "Bea") }),
    { maxLength: 3 },
  ),
  sponsor: fc.record({
    confirmed: fc.option(fc.constant("Mira")),
    asked: fc.option(fc.constant("Cy")),
  }),
  materials: fc.array(fc.record({ number: fc.integer({ min: 1, max: 99 }), outdated: fc.boolean() }), {
    maxLength: 3,
  }),
  revision: fc.nat(9),
  informationAt: fc.option(fc.constantFrom("2021-09-20T08:00:00Z", "2021-10-12T20:00:00Z")),
  meeting: fc.option(fc.constantFrom(october, november)),
  coming: fc.constantFrom([], [october], [october, november]),
});

describe("readiness, whatever the facts", () => {
  const everywhere =
    /^\/proposals\/63(\/(edit#(summary|asks|section-why)|questions(#question-\d+)?|concerns(#concern-\d+)?|support|materials(#material-\d+)?|history|board)|#asks|#ask-\d+)?$/;

  it("is ready exactly where nothing is missing, and says every need and where to mend it", () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (facts, mayWrite) => {
        const { ready, items, sentence } = readinessOf(facts, { ...setting, mayWrite });
        const missing = items.filter(({ ok }) => !ok);
        expect(ready).toBe(missing.length === 0);
        expect(sentence.startsWith("Ready for the board. ")).toBe(ready);
        expect(items.filter(({ ok }) => ok).every(({ need, waitsFor }) => !need && !waitsFor)).toBe(true);
        for (const { need, waitsFor } of missing) {
          expect(sentence).toContain(need ?? "(no words)");
          expect(waitsFor).toBeTruthy();
        }
        for (const { href } of items) expect(href).toMatch(everywhere);
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      }),
      { numRuns: 500 },
    );
  });

  it("never gets worse by mending one thing", () => {
    const mendings: Partial<ReadinessFacts>[] = [
      { summary: true },
      { saysWhy: true },
      { questions: [] },
      { concerns: [] },
      { sponsor: complete.sponsor },
      { materials: [] },
    ];
    const lacking = (facts: ReadinessFacts) =>
      readinessOf(facts, setting).items.filter(({ ok }) => !ok).length;
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...mendings), (facts, mended) => {
        expect(lacking({ ...facts, ...mended })).toBeLessThanOrEqual(lacking(facts));
      }),
    );
  });
});
