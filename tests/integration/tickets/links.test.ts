import { describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import type { Result } from "@/lib/result";
import { addDependency } from "@/lib/tickets/commands/add-dependency";
import { addItem } from "@/lib/tickets/commands/add-item";
import { changeItem } from "@/lib/tickets/commands/change-item";
import { planInitiative } from "@/lib/tickets/commands/plan-initiative";
import { removeDependency } from "@/lib/tickets/commands/remove-dependency";
import { rerouteTicket } from "@/lib/tickets/commands/reroute-ticket";
import { setPart } from "@/lib/tickets/commands/set-part";
import { listTickets } from "@/lib/tickets/list-queries";
import { findTicket } from "@/lib/tickets/queries";
import { thePublic } from "@/lib/workflow/actor";
import { aBody, aPerson, type Person } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aDelivery, aLoneTicket, moves } from "../../factories/tickets";

const waits = (by: Person, number: number, other: number) =>
  addDependency(by, { number, other, way: "blocked_by" });
const board = { title: "A decision", destination: "board", owner: "board" };

async function someTickets(by: Person, count: number): Promise<number[]> {
  await aBody({ handle: "board", kind: "board" });
  const numbers: number[] = [];
  for (let made = 0; made < count; made += 1) numbers.push(await aLoneTicket(by, board));
  return numbers;
}

function codes(results: readonly Result<unknown>[]): string[] {
  return results.map((result) => (result.ok ? "done" : result.refusal.code)).sort();
}

describe("what a ticket waits for", () => {
  it("is another one, across destinations; a circle of 40 is refused with its whole path", async () => {
    const by = await aPerson();
    const chain = await someTickets(by, 40);
    for (const [place, number] of chain.slice(1).entries()) {
      expectDone(await waits(by, number, chain[place] ?? 0));
    }
    const [first = 0] = chain;
    const last = chain.at(-1) ?? 0;
    const closing = await waits(by, first, last);
    const path = [...chain, first].map((number) => `T-${number}`).join(" → ");
    expect(closing).toMatchObject({ refusal: { code: "invalid", errors: [{ path: "other" }] } });
    expect(closing.ok || closing.refusal.message).toContain(path);
    expect(await waits(by, first, first)).toMatchObject({ refusal: { message: /itself/ } });
    expect(await waits(by, last, chain.at(-2) ?? 0)).toMatchObject({ refusal: { message: /already/ } });
  });

  it("closes no circle either where two are added at once, and whoever writes", async () => {
    const by = await aPerson();
    for (let round = 0; round < 3; round += 1) {
      const [one = 0, two = 0, three = 0] = await someTickets(by, 3);
      const all = await Promise.all([waits(by, one, two), waits(by, two, three), waits(by, three, one)]);
      expect(codes(all)).toEqual(["done", "done", "invalid"]);
    }
    const [one = 0, two = 0] = await someTickets(by, 2);
    expectDone(await waits(by, one, two));
    const raw = pool.query(
      `INSERT INTO "TicketDependency" ("blockedId", "blockerId", "byId")
       SELECT b."id", a."id", $3 FROM "Ticket" a, "Ticket" b WHERE a."number" = $1 AND b."number" = $2`,
      [one, two, by.personId],
    );
    await expect(raw).rejects.toThrow("a circle of dependencies");
  });

  it("keeps it from being done, and its owner is told once nothing blocks it any more", async () => {
    const made = await aDelivery();
    const [first, second] = made.tickets;
    const third = await aLoneTicket(made.author, board);
    for (const blocker of [second, third]) expectDone(await waits(made.author, first, blocker));
    for (const number of [first, second]) expectDone(await moves(made.author, number, "file"));
    expectDone(await moves(made.chair, first, "takeUp"));
    expectDone(await moves(made.chair, first, "accept"));
    expect(await moves(made.chair, first, "fulfil")).toMatchObject({
      refusal: { message: /blocked by 2 tickets/ },
    });
    const shown = await findTicket(thePublic, first);
    expect(shown?.blockedBy.map(({ number }) => number).sort()).toEqual([second, third].sort());
    expect((await listTickets(thePublic, { block: "blocked" })).items.map(({ number }) => number)).toContain(
      first,
    );
    // The last two blockers are finished at the same moment: one of the two says that it is free.
    const both = await Promise.all([
      moves(made.chair, second, "decline", "Not needed."),
      moves(made.author, third, "withdraw", "Not needed."),
    ]);
    expect(codes(both)).toEqual(["done", "done"]);
    const freed = await db.event.count({ where: { type: "ticket.unblocked", ticket: { number: first } } });
    expect(freed).toBe(1);
    const free = await listTickets(thePublic, { block: "unblocked" });
    expect(free.items.map(({ number }) => number)).toContain(first);
    expectDone(await moves(made.chair, first, "fulfil"));
  });

  it("is taken away again by those whom the ticket concerns, and by nobody else", async () => {
    const [by, stranger] = [await aPerson(), await aPerson()];
    const [one = 0, two = 0] = await someTickets(by, 2);
    expectDone(await waits(by, one, two));
    const away = { number: one, other: two, way: "blocked_by" as const };
    expect(await removeDependency(stranger, away)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await removeDependency(by, away));
    expect(await removeDependency(by, away)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("of which only the board may know is counted for others, and not named", async () => {
    const by = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const secret = await aDelivery({ by, executive: true });
    const director = secret.chair;
    const open = await aLoneTicket(director, board);
    const [hidden] = secret.tickets;
    expectDone(await waits(director, open, hidden));
    const seen = await findTicket(thePublic, open);
    expect([seen?.blockedBy, seen?.hiddenBlockers]).toEqual([[], 1]);
    expect((await findTicket(director, open))?.blockedBy).toMatchObject([{ number: hidden }]);
    const event = await db.event.findFirstOrThrow({
      where: { type: "ticket.blocked", ticket: { number: open } },
    });
    expect(event.data).toEqual({});
  });
});

describe("a checklist", () => {
  it("keeps its order, and who did what and when; two who tick the same item do it once", async () => {
    const by = await aPerson();
    const number = await aLoneTicket(by, board);
    expectDone(await addItem(by, { number, text: ["Ask", "Order", "Rack"] }));
    const items = async () => (await findTicket(by, number))?.checklist ?? [];
    const [ask, order] = await items();
    const tick = { number, item: ask?.id ?? 0, deed: "tick" as const };
    expect(codes(await Promise.all([changeItem(by, tick), changeItem(by, tick)]))).toEqual(["done", "done"]);
    expect(await db.event.count({ where: { type: "ticket.item_done", ticket: { number } } })).toBe(1);
    expect((await items())[0]).toMatchObject({ text: "Ask", doneBy: { handle: by.handle } });
    expectDone(await changeItem(by, { number, item: order?.id ?? 0, deed: "up" }));
    expect((await items()).map(({ text }) => text)).toEqual(["Order", "Ask", "Rack"]);
    expectDone(await changeItem(by, { ...tick, deed: "remove" }));
    expect(await changeItem(by, tick)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await addItem(await aPerson(), { number, text: ["No"] })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });
});

describe("a request that is too large", () => {
  it("goes to the initiative process with its reason, and slips a quarter", async () => {
    const infra = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
    const by = await aPerson();
    const number = await aLoneTicket(by);
    expectDone(await moves(by, number, "file"));
    const version = async () => (await findTicket(by, number))?.version ?? 0;
    const reroute = async (who: Person) =>
      rerouteTicket(who, {
        number,
        version: await version(),
        quarter: "2027Q1",
        reason: "It is three racks.",
      });
    expect(await reroute(by)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await reroute(infra));
    expect(await reroute(infra)).toMatchObject({ refusal: { message: /already/ } });
    const plan = async (quarter: string, reason = "") =>
      planInitiative(infra, { number, version: await version(), quarter, reason });
    expect(await plan("2027Q2")).toMatchObject({ refusal: { errors: [{ path: "reason" }] } });
    expectDone(await plan("2027Q2", "The hardware is late."));
    expectDone(await plan("2027Q1"));
    expectDone(await plan("2027Q3", "It is late again."));
    expect(await findTicket(by, number)).toMatchObject({
      destination: "initiative",
      quarter: "2027Q3",
      slips: 2,
      status: "filed",
      details: { projectName: "stream-region" },
    });
  });

  it("has parts, and is done when they are; no part is an initiative", async () => {
    const by = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
    const large = await aLoneTicket(by, { title: "Racks", destination: "initiative", owner: "infra" });
    const [one = 0] = await someTickets(by, 1);
    expectDone(await setPart(by, { number: large, part: one, isPart: true }));
    expect(await setPart(by, { number: one, part: large, isPart: true })).toMatchObject({
      refusal: { message: /Only an initiative/ },
    });
    for (const name of ["file", "takeUp", "accept"] as const) expectDone(await moves(by, large, name));
    expect(await moves(by, large, "fulfil")).toMatchObject({ refusal: { message: /parts is still open/ } });
    expect((await findTicket(by, large))?.parts).toMatchObject([{ number: one }]);
    const raw = pool.query(`UPDATE "Ticket" SET "destination" = 'initiative' WHERE "number" = $1`, [one]);
    await expect(raw).rejects.toThrow("only an initiative has parts");
    expectDone(await moves(by, one, "withdraw", "Not needed."));
    expectDone(await moves(by, large, "fulfil"));
  });
});
