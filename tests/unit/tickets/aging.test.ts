import { describe, expect, test } from "vitest";
import { agingOf, agingText, type Standing } from "@/lib/tickets/aging";
import { ticketStatuses } from "@/lib/tickets/policy";

const days = { news: 14, reporter: 10 };
const at = new Date("2027-03-01T12:00:00Z");
const ago = (count: number, ms = 0) => new Date(at.getTime() - count * 86_400_000 - ms);

function standing(changes: Partial<Standing>): Standing {
  return { status: "filed", requestType: null, updatedAt: at, movedAt: at, ...changes };
}

describe("a ticket without news", () => {
  test.each(["filed", "needs_review", "waiting_on_assignee", "reopened"] as const)(
    "that is %s stands still after its days, and not exactly then",
    (status) => {
      expect(agingOf(standing({ status, updatedAt: ago(14) }), at, days)).toBeNull();
      expect(agingOf(standing({ status, updatedAt: ago(14, 1) }), at, days)).toEqual({
        kind: "news",
        days: 14,
        since: ago(14, 1),
      });
    },
  );

  test("has the time of its type, where it has one", () => {
    const dns = (count: number) => standing({ requestType: "dns_record", updatedAt: ago(count, 1) });
    expect(agingOf(dns(5), at, days)).toMatchObject({ days: 5 });
    expect(agingOf(dns(4), at, days)).toBeNull();
    expect(agingOf(standing({ requestType: "bare_metal", updatedAt: ago(20) }), at, days)).toBeNull();
  });

  test("counts from the last news, however long ago it moved", () => {
    expect(agingOf(standing({ movedAt: ago(100), updatedAt: ago(1) }), at, days)).toBeNull();
  });
});

describe("a ticket that waits for its requester", () => {
  test("does so for too long after the setting's days, whatever else was said meanwhile", () => {
    const waits = (count: number, ms: number) =>
      agingOf(standing({ status: "waiting_on_reporter", movedAt: ago(count, ms), updatedAt: at }), at, days);
    expect(waits(10, 0)).toBeNull();
    expect(waits(10, 1)).toMatchObject({ kind: "reporter", days: 10 });
  });
});

test("drafts, what is with the board and what is finished do not stand still", () => {
  const old = { updatedAt: ago(900), movedAt: ago(900) };
  const still = ticketStatuses.filter((status) => agingOf(standing({ status, ...old }), at, days) !== null);
  expect(still).toEqual(["filed", "needs_review", "waiting_on_assignee", "waiting_on_reporter", "reopened"]);
});

test("is said in words", () => {
  expect(agingText({ kind: "reporter", days: 15 })).toBe("waiting on the requester for 15 days");
  expect(agingText({ kind: "news", days: 21 })).toBe("no news for 21 days");
});
