import fc from "fast-check";
import { expect, test } from "vitest";
import {
  balance,
  type Entry,
  mayConfirm,
  type Source,
  sourceKinds,
  sourcesOf,
  whatEntryLacks,
  whyNotConfirm,
} from "../../../lib/tickets/split-balance";

function source(kind: Source["kind"], number: number): Source {
  return { kind, id: 100 + number, number, text: `${kind} ${number}` };
}

const ticket = { id: 7, destination: "infra", ownerPersonId: 12, ownerBodyId: null } as const;

function entry(of: Source, changes: Partial<Entry> = {}): Entry {
  return { sourceKind: of.kind, sourceId: of.id, disposition: "ticketed", ticket, ...changes };
}

const ask1 = source("ask", 1);
const ask3 = source("ask", 3);
const question2 = source("question", 2);
const condition1 = source("condition", 1);

test("the balance names what is still open", () => {
  const sources = [ask1, ask3, question2, condition1];
  const current = balance(sources, [
    entry(ask1),
    entry(condition1, { disposition: "dropped", text: "Met already." }),
  ]);
  expect(current).toMatchObject({ placed: 2, total: 4, open: [ask3, question2] });
  expect(current.sentence).toBe("2 of 4 placed. Still open: ask 3, question 2.");
  expect(whyNotConfirm(current)).toBe(current.sentence);
});

test("with everything placed the split may be confirmed", () => {
  const current = balance([ask1], [entry(ask1)]);
  expect(current.sentence).toBe("1 of 1 placed. Nothing is open.");
  expect(whyNotConfirm(current)).toBeUndefined();
  expect(balance([], []).sentence).toBe("There is nothing to place.");
});

test.each<[string, Partial<Entry>, RegExp | undefined]>([
  ["a ticket with destination and owner", {}, undefined],
  ["a ticket that a body owns", { ticket: { ...ticket, ownerPersonId: null, ownerBodyId: 2 } }, undefined],
  ["a ticket that is gone", { ticket: null }, /not there any more/],
  ["a ticket that was never made", { ticket: undefined }, /not there any more/],
  ["a ticket without destination", { ticket: { ...ticket, destination: null } }, /no destination/],
  ["a ticket without owner", { ticket: { ...ticket, ownerPersonId: null } }, /no owner/],
  ["a ticket without owner, but with text", { ticket: null, text: "Because." }, /not there any more/],
  ["an answer", { disposition: "answered", text: "In October." }, undefined],
  ["an answer of one letter", { disposition: "answered", text: "Ω" }, undefined],
  ["an answer without text", { disposition: "answered", text: undefined }, /answer is empty/],
  ["an answer of spaces", { disposition: "answered", text: " \n\t\u00a0" }, /answer is empty/],
  ["an answer nobody can see", { disposition: "answered", text: "\u200b\u2060\ufeff" }, /answer is empty/],
  ["an answer of punctuation", { disposition: "answered", text: "…" }, /answer is empty/],
  ["a drop with a reason", { disposition: "dropped", text: "Out of scope." }, undefined],
  ["a drop without a reason", { disposition: "dropped", text: "" }, /why/],
])("%s", (_name, changes, lacks) => {
  const made = entry(ask1, changes);
  if (lacks) expect(whatEntryLacks(made)).toMatch(lacks);
  else expect(whatEntryLacks(made)).toBeUndefined();
  expect(mayConfirm(balance([ask1], [made]))).toBe(lacks === undefined);
});

test("an ask in two tickets counts only while both are there", () => {
  expect(mayConfirm(balance([ask1], [entry(ask1), entry(ask1)]))).toBe(true);
  expect(mayConfirm(balance([ask1], [entry(ask1), entry(ask1, { ticket: null })]))).toBe(false);
});

test("an entry for something else places nothing", () => {
  expect(balance([ask1], [{ ...entry(ask1), sourceKind: "question" }]).placed).toBe(0);
});

test("every ask counts, questions without an answer count, answered and withdrawn ones do not", () => {
  const numbered = (number: number) => ({ id: number, number, text: "?" });
  const sources = sourcesOf({
    asks: [{ ...numbered(1) }],
    questions: ["open", "answered", "withdrawn", "unanswered"].map((status, at) => ({
      ...numbered(at + 1),
      status,
    })),
    conditions: [numbered(1)],
    actionLines: [numbered(1)],
    followUps: [numbered(1)],
  });
  expect(sources.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    "ask 1",
    "question 1",
    "question 4",
    "condition 1",
    "action_line 1",
    "follow_up 1",
  ]);
});

test("an action of the minutes and a promise in a comment hold up the split like an ask", () => {
  const [action, promise] = [source("action_line", 1), source("follow_up", 2)];
  const current = balance([ask1, action, promise], [entry(ask1)]);
  expect(current.sentence).toBe("1 of 3 placed. Still open: action 1, follow-up 2.");
  expect(mayConfirm(current)).toBe(false);
  expect(mayConfirm(balance([ask1, action], [entry(ask1), entry(action)]))).toBe(true);
});

test("an answer does not count once its question was opened again", () => {
  const answered = entry(question2, { disposition: "answered", text: "In October.", ticket: null });
  expect(mayConfirm(balance([question2], [answered]))).toBe(true);
  expect(mayConfirm(balance([question2], [{ ...answered, isOwedAgain: true }]))).toBe(false);
});

/** One thing that may happen while a proposal is split. */
const happening = fc.oneof(
  fc.record({ deed: fc.constant("add source" as const), kind: fc.constantFrom(...sourceKinds) }),
  fc.record({
    deed: fc.constantFrom("ticket", "answer", "drop", "unplace", "withdraw ticket", "empty text"),
    at: fc.nat(),
  }),
);

test("no sequence of moves lets a split be confirmed with anything unaccounted for", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      const sources: Source[] = [];
      let entries: Entry[] = [];
      // Told independently of the code under test: the sources that somebody has accounted for.
      const accounted = new Set<number>();
      for (const each of happenings) {
        if ("kind" in each) {
          sources.push({ kind: each.kind, id: sources.length, number: sources.length + 1, text: "" });
          continue;
        }
        const chosen = sources[sources.length ? each.at % sources.length : 0];
        if (!chosen) continue;
        const own = entries.find((made) => made.sourceId === chosen.id);
        const others = entries.filter((made) => made.sourceId !== chosen.id);
        if (each.deed === "unplace") {
          entries = others;
          accounted.delete(chosen.id);
        } else if (each.deed === "withdraw ticket" && own?.disposition === "ticketed") {
          entries = [...others, { ...own, ticket: null }];
          accounted.delete(chosen.id);
        } else if (each.deed === "empty text" && own && own.disposition !== "ticketed") {
          entries = [...others, { ...own, text: "  " }];
          accounted.delete(chosen.id);
        } else if (each.deed === "ticket") {
          entries = [...others, entry(chosen)];
          accounted.add(chosen.id);
        } else if (each.deed === "answer" || each.deed === "drop") {
          const disposition = each.deed === "answer" ? "answered" : "dropped";
          entries = [...others, entry(chosen, { disposition, ticket: null, text: "Said." })];
          accounted.add(chosen.id);
        }
        const current = balance(sources, entries);
        expect(mayConfirm(current)).toBe(sources.every((one) => accounted.has(one.id)));
        expect(current.placed + current.open.length).toBe(current.total);
      }
    }),
  );
});
