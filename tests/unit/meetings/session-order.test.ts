import { describe, expect, it } from "vitest";
import { rollCallKeys } from "@/components/meetings/live/roll-call-keys";
import { answersGiven, type SaidLine } from "@/lib/meetings/answers-given";
import { nextOf } from "@/lib/meetings/next-of";

describe("where an agenda goes on", () => {
  const list = (text: string) =>
    [...text].map((each, index) => ({
      id: index + 1,
      status: each === "d" ? ("done" as const) : each === "o" ? ("open" as const) : ("planned" as const),
      executive: each === "E",
    }));
  it.each([
    ["opp", 1, false, 2],
    ["dop", 2, false, 3],
    ["ddo", 3, false, null],
    ["pdo", 3, false, 1],
    ["oEp", 1, false, 3],
    ["oEE", 1, false, null],
    ["oEp", 1, true, 2],
    ["ppp", null, false, 1],
  ])("%s after %s (executive: %s) is %s", (items, from, executive, next) => {
    expect(nextOf(list(items), from, executive)).toBe(next);
  });
});

describe("answers given in a meeting", () => {
  it("belong to the question before them, until the next one; struck lines and answers to nothing do not count", () => {
    const line = (id: number, kind: SaidLine["kind"], text = "", struck = false) => ({
      id,
      kind,
      text,
      struck,
    });
    const said = answersGiven([
      line(1, "answer", "to nothing"),
      line(2, "question"),
      line(3, "note"),
      line(4, "answer", "the sponsor"),
      line(5, "answer", "for a year"),
      line(6, "question"),
      line(7, "answer", "nobody", true),
    ]);
    expect([...said]).toEqual([[2, "the sponsor\n\nfor a year"]]);
  });
});

describe("the keys of a roll call", () => {
  it("are letters of the names, one for each, and no two the same", () => {
    const people = ["Ada Lind", "Amir Khan", "Bea Ode", "Álvaro Noh", "李雷"].map((name) => ({
      name,
      handle: name,
    }));
    expect([...rollCallKeys(people).values()]).toEqual(["a", "k", "b", "n", "1"]);
  });

  it("reach for 36 people, and leave out who comes after them", () => {
    const people = Array.from({ length: 40 }, (_, index) => ({ name: "Ann", handle: String(index) }));
    const keys = rollCallKeys(people);
    expect(new Set(keys.values()).size).toBe(36);
    expect(keys.size).toBe(36);
  });
});
