import { beforeAll, describe, expect, test } from "vitest";
import { db, type Prisma } from "@/lib/db/client";
import { isEmpty, seedDemo } from "@/prisma/seed/index";
import { toldInFull } from "./told-in-full";

let wasEmpty = false;

beforeAll(async () => {
  wasEmpty = await isEmpty();
  await seedDemo();
});

describe("the demo's story", () => {
  test("is told once: in an empty database, which is not empty afterwards", async () => {
    expect(wasEmpty).toBe(true);
    expect(await isEmpty()).toBe(false);
  });

  test("shows a proposal at every step of its journey", async () => {
    const rows = await db.proposal.findMany({ select: { status: true, closedAs: true } });
    const steps = new Set(rows.map(({ status, closedAs }) => closedAs ?? status));
    for (const step of [
      "draft",
      "discussion",
      "scheduled",
      "splitting",
      "delivering",
      "declined",
      "withdrawn",
    ]) {
      expect(steps, step).toContain(step);
    }
  });

  test("happened in the past, in the order in which its history is read", async () => {
    const events = await db.event.findMany({
      where: { sourceKey: null },
      orderBy: { id: "asc" },
      select: { at: true },
    });
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(Date.now());
  });
});

describe("after it there is something to do for", () => {
  test("the requester: a draft, a split that is not balanced, a ticket that waits for an answer", async () => {
    const noor = { handle: "noor" };
    expect(await db.proposal.count({ where: { author: noor, status: "draft" } })).toBe(1);
    expect(await db.proposal.count({ where: { author: noor, status: "splitting" } })).toBe(1);
    expect(await db.ticket.count({ where: { requester: noor, status: "waiting_on_reporter" } })).toBe(1);
  });

  test("the secretary: a request for time, and minutes that are not published", async () => {
    expect(await db.slotRequest.count({ where: { status: "requested" } })).toBe(1);
    expect(await db.meeting.count({ where: { minutesStatus: "draft" } })).toBe(1);
  });

  test("the chair: an agenda to call to order, with something for the board only", async () => {
    const [next] = await db.meeting.findMany({
      where: { status: "published" },
      select: { items: { select: { visibility: true, section: true } } },
    });
    expect(next?.items.some(({ section }) => section === "presentations")).toBe(true);
    expect(next?.items.some(({ visibility }) => visibility === "executive")).toBe(true);
  });

  test("a director and the infra team: questions that they owe an answer", async () => {
    const open = { status: "open" } as const;
    expect(await db.question.count({ where: { ...open, askedOfPerson: { handle: "imani" } } })).toBe(1);
    expect(await db.question.count({ where: { ...open, askedOfBody: { handle: "infra" } } })).toBe(1);
  });

  test("the SIG's chair: tickets that wait to be taken up or done", async () => {
    const where: Prisma.TicketWhereInput = {
      ownerBody: { handle: "sig-cloud" },
      status: { in: ["filed", "waiting_on_assignee"] },
    };
    expect(await db.ticket.count({ where })).toBeGreaterThan(1);
  });

  test("a SIG's chair of the SIG leaders: one has answered what the role was asked, the other has not", async () => {
    const asked = await db.question.findFirstOrThrow({
      where: { askedOfRole: "sig-leaders" },
      select: { status: true, answers: { select: { person: { select: { handle: true } } } } },
    });
    expect(asked).toEqual({ status: "open", answers: [{ person: { handle: "tomas" } }] });
  });

  test("the operator: evidence that somebody else gave", async () => {
    expect(await db.evidence.count({ where: { status: "submitted" } })).toBeGreaterThan(0);
  });
});

toldInFull();
