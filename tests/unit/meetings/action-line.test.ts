import { describe, expect, it } from "vitest";
import { actionHead, isOwnerless, whatIsWrongWithLine } from "@/lib/meetings/action-line";
import { writeLineInput } from "@/lib/meetings/session-schema";

const ada = { kind: "person", handle: "ada" } as const;
const infra = { kind: "body", handle: "infra" } as const;

describe("an ACTION says who does it and by when", () => {
  it.each([
    { owner: ada, dueOn: "2021-10-01", head: "@ada, by 2021-10-01: " },
    { owner: infra, dueOn: null, head: "infra: " },
    { owner: null, dueOn: null, head: "nobody yet: " },
  ])("$head", ({ owner, dueOn, head }) => {
    expect(actionHead({ kind: "action", owner, dueOn })).toBe(head);
  });

  it("is without an owner until somebody is named", () => {
    expect(isOwnerless({ kind: "action", owner: null, dueOn: null })).toBe(true);
    expect(isOwnerless({ kind: "action", owner: ada, dueOn: null })).toBe(false);
    expect(isOwnerless({ kind: "note", owner: null, dueOn: null })).toBe(false);
  });
});

describe("other lines have neither owner nor due date", () => {
  it.each([
    { kind: "note", owner: "@ada", dueOn: "", path: "owner" },
    { kind: "agreed", owner: "", dueOn: "2021-10-01", path: "dueOn" },
  ] as const)("$kind with $path is refused at that field", ({ path, ...line }) => {
    expect(whatIsWrongWithLine(line)?.path).toBe(path);
  });

  it("and a line without them is fine", () => {
    expect(whatIsWrongWithLine({ kind: "vote", owner: "", dueOn: "" })).toBeUndefined();
  });
});

describe("a line of the record", () => {
  const line = { itemId: "1", kind: "note", text: "Said." };
  const wrongFields = (given: object) =>
    writeLineInput.safeParse({ ...line, ...given }).error?.issues.map((issue) => issue.path.join("."));

  it("is refused when it is empty or longer than 20 kB, and accepted at 20 kB", () => {
    expect(wrongFields({ text: "  \n " })).toEqual(["text"]);
    expect(wrongFields({ text: "é".repeat(10_001) })).toEqual(["text"]);
    expect(wrongFields({ text: "é".repeat(10_000) })).toBeUndefined();
  });

  it("is due on a day that exists", () => {
    expect(wrongFields({ kind: "action", dueOn: "2021-02-30" })).toEqual(["dueOn"]);
    expect(wrongFields({ kind: "action", dueOn: "2021-02-28" })).toBeUndefined();
  });

  it("loses control characters that no record needs, and keeps its line breaks", () => {
    expect(writeLineInput.parse({ ...line, text: "a\u0000b\r\nc\u0007" }).text).toBe("ab\nc");
  });
});
