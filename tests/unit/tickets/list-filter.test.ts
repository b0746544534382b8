import { describe, expect, it, test } from "vitest";
import { filterParts, listHref, readTicketAddress, type TicketFilter } from "@/lib/tickets/list-filter";

const full: TicketFilter = {
  status: ["filed", "needs_review"],
  destination: "infra",
  type: "general",
  owner: "infra",
  requester: "me",
  waiting: "me",
  block: "unblocked",
  needs: "news",
  priority: "urgent",
  label: "el10",
  bundle: 3,
  initiative: 12,
  proposal: 63,
  q: "six hosts",
  sort: "due",
};

const read = (href: string) => {
  const query = new URLSearchParams(href.split("?")[1] ?? "");
  return readTicketAddress(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])));
};

describe("an address of the list", () => {
  it("says all that it was made from", () => {
    expect(read(listHref({ filter: full, view: "board", more: "filed" }))).toEqual({
      filter: full,
      view: "board",
      more: "filed",
    });
  });

  it("is short where nothing is asked for", () => {
    expect(listHref({ filter: {} })).toBe("/tickets");
    expect(listHref({ filter: { sort: undefined, status: [] } })).toBe("/tickets");
  });

  test.each([
    [{ status: "nonsense" }, {}],
    [{ status: ["filed", "x", "filed"] }, { status: ["filed"] }],
    [{ bundle: "-1", initiative: "1e99", proposal: "x" }, {}],
    [{ destination: ["board", "infra"] }, { destination: "infra" }],
    [{ q: "\u0000  " }, {}],
    [{ owner: "@Ada" }, { owner: "Ada" }],
    [{ sort: "changed", waiting: "you", needs: "love" }, {}],
  ])("leaves out what makes no sense in %j", (search, filter) =>
    expect(readTicketAddress(search)).toEqual({ filter, view: "lines" }),
  );
});

it("each condition can be taken away alone", () => {
  const parts = filterParts(full);
  expect(parts).toHaveLength(15);
  for (const { label, without } of parts) {
    expect(filterParts(without)).toHaveLength(14);
    expect(filterParts(without).map((part) => part.label)).not.toContain(label);
  }
});
