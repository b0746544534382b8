import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { moveNames, movesWithReason } from "../../../lib/tickets/policy";
import {
  createTicketInput,
  linkIssueInput,
  moveTicketInput,
  placeSourceInput,
  readTicketForm,
  ticketContent,
} from "../../../lib/tickets/schema";

const content = {
  title: " Six hosts ",
  markdown: "For the region.\r\n",
  destination: "infra",
  owner: "infra",
  requestType: "bare_metal",
  details: { count: "6" },
  dueOn: "2021-12-01",
  capabilities: ["hosts", "hosts"],
};

function problems(schema: z.ZodType, input: unknown): string[] {
  return (schema.safeParse(input).error?.issues ?? []).map(
    (issue) => `${issue.path.join(".")}: ${issue.message}`,
  );
}

test("a ticket is read as it was meant", () => {
  expect(ticketContent.parse(content)).toEqual({
    ...content,
    title: "Six hosts",
    markdown: "For the region.",
    capabilities: ["hosts"],
    ...{ priority: "normal", size: null, labels: [] },
  });
});

test("what may be left out may be left out", () => {
  expect(
    ticketContent.parse({ title: "Agree", destination: "board", owner: "@mkowalska", dueOn: "" }),
  ).toEqual({
    title: "Agree",
    markdown: "",
    destination: "board",
    owner: "@mkowalska",
    requestType: "",
    details: {},
    dueOn: null,
    ...{ priority: "normal", size: null, labels: [] },
  });
});

test.each<[Record<string, unknown>, string]>([
  [{ title: "  " }, "title: Give it a title"],
  [{ title: undefined }, "title: A title is missing."],
  [{ title: "x".repeat(201) }, "title: A title may have 200 characters; this has 201."],
  [{ markdown: "x".repeat(200_000) }, "markdown: The text may have 60,000 characters; this has 200,000."],
  [{ destination: "moon" }, "destination: Choose where it goes: Board, Infra team"],
  [{ owner: " " }, "owner: Name who sees to it"],
  [{ requestType: "" }, "requestType: Choose what kind of request it is: namespace_quota"],
  [{ requestType: "toString" }, "requestType: Choose what kind"],
  [{ dueOn: "2021-02-30" }, "dueOn: 30 February does not exist; give a date such as 2021-10-13."],
  [{ dueOn: "soon" }, "dueOn: “soon” is not a date"],
  [{ capabilities: ["<b>"] }, "capabilities.0: Choose capabilities"],
  [
    { capabilities: Array.from({ length: 21 }, (_, at) => `c${at}`) },
    "capabilities: A ticket serves at most 20",
  ],
])("a ticket with %o is refused at its field", (changes, problem) => {
  expect(problems(ticketContent, { ...content, ...changes }).join("\n")).toContain(problem);
});

test("characters that the database cannot keep are left out", () => {
  const parsed = ticketContent.parse({
    ...content,
    title: "Six\u0000 ho\u0007sts\nnow",
    markdown: "a\u0000\tb\rc",
  });
  expect([parsed.title, parsed.markdown]).toEqual(["Six hosts now", "a\tb\nc"]);
});

test("a new ticket can bring the link of its issue, in one form for all", () => {
  const parsed = createTicketInput.parse({
    ...content,
    issue: "http://pagure.io/centos-infra/issue/1836#c",
    proposal: "63",
  });
  expect(parsed).toMatchObject({ proposal: 63, issue: { short: "centos-infra#1836" } });
  expect(createTicketInput.parse(content).issue).toBeNull();
  expect(problems(createTicketInput, { ...content, issue: "javascript:alert(1)" }).join()).toMatch(
    /^issue: A link to/,
  );
});

describe("placing one thing of a split", () => {
  const source = { number: "63", sourceKind: "ask", sourceId: "3" };

  test.each([
    [{ disposition: "answered", text: "In October." }],
    [{ disposition: "dropped", text: "Out of scope." }],
    [{ disposition: "ticketed", ...content }],
  ])("takes %o", (placing) => {
    expect(placeSourceInput.parse({ ...placing, ...source })).toMatchObject({ number: 63, sourceId: 3 });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ disposition: "answered", text: " " }, "text: Write down the answer."],
    [{ disposition: "answered" }, "text: Write down the answer."],
    [{ disposition: "dropped", text: "\u200b" }, "text: Say why it is dropped."],
    [{ disposition: "ticketed", ...content, owner: "" }, "owner: Name who sees to it"],
    [{ disposition: "ticketed", ...content, requestType: "" }, "requestType: Choose"],
    [{ disposition: "lost" }, "disposition: Choose what becomes of it"],
    [{ disposition: "dropped", text: "No.", sourceKind: "dream" }, "sourceKind: "],
    [{ disposition: "dropped", text: "No.", sourceId: "-1" }, "sourceId: Give a number"],
    [{ disposition: "dropped", text: "No.", sourceId: "9999999999" }, "sourceId: There is no such number."],
  ])("refuses %o", (placing, problem) => {
    expect(problems(placeSourceInput, { ...source, ...placing }).join("\n")).toContain(problem);
  });
});

test.each(moveNames)("moving by %s asks for a reason exactly when the table says so", (move) => {
  const without = problems(moveTicketInput, { number: "1", version: "1", move, reason: " " });
  expect(without.length).toBe(movesWithReason.includes(move) ? 1 : 0);
  for (const problem of without) expect(problem).toMatch(/^reason: “.*” needs a sentence: [a-z].*\.$/);
  expect(problems(moveTicketInput, { number: "1", version: "1", move, reason: "Because of #2." })).toEqual(
    [],
  );
});

test("an unknown move is refused", () => {
  expect(problems(moveTicketInput, { number: 1, version: 1, move: "constructor" }).join()).toMatch(
    /no such move/,
  );
});

test("an issue can be linked and taken away again", () => {
  const base = { number: "5", version: "2" };
  expect(linkIssueInput.parse({ ...base, issue: "https://codeberg.org/a/b/issues/3" }).issue?.short).toBe(
    "a/b#3",
  );
  expect(linkIssueInput.parse({ ...base, issue: " " }).issue).toBeNull();
});

test("the flat form of a ticket is read into details and capabilities", () => {
  expect(
    readTicketForm({ title: "A", "details.count": "6", "capabilities.dns": "on", capabilities: "tls, sso" }),
  ).toMatchObject({ title: "A", details: { count: "6" }, capabilities: ["dns", "tls", "sso"] });
  expect(readTicketForm({ title: "A" })).toEqual({ title: "A", details: {} });
});
