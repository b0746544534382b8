import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { openItem } from "@/lib/meetings/commands/open-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { placeItemInput } from "@/lib/meetings/schema";
import { findSession } from "@/lib/meetings/session-queries";
import { listSuggestions } from "@/lib/meetings/suggestion-queries";
import { findTicket } from "@/lib/tickets/queries";
import { thePublic } from "@/lib/workflow/actor";
import { aMeeting, inDays, meetingVersionOf } from "../../factories/meetings";
import { aBody, aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, decided, itemVersionOf } from "../../factories/sessions";
import { aDelivery, aLoneTicket, aProject, moves, someHosts } from "../../factories/tickets";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let infra: Person;
let day = 300;
beforeAll(async () => {
  board = await theBoard();
  infra = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
  await aBody({ handle: "sig-cloud", kind: "sig" });
});

/** A request without a proposal that the infra team sends to the board. */
async function bounced(by?: Person): Promise<number> {
  const requester = by ?? (await aPerson());
  const number = await aLoneTicket(requester, aProject);
  expectDone(await moves(requester, number, "file"));
  expectDone(await moves(infra, number, "bounce", "Who pays for it is the board’s to say."));
  return number;
}

const place = (date: string, ticket: number) =>
  placeItem(
    board.secretary,
    placeItemInput.parse({ date, section: "new", source: `ticket:${ticket}`, presentMinutes: 5 }),
  );

/** The ticket before the board: its item is open in a meeting that is in session. */
async function beforeTheBoard(ticket: number): Promise<{ date: string; itemId: number }> {
  day += 1;
  const { date } = await aSession({ board, date: inDays(day) }).attended();
  const { itemId } = expectDone(await place(date, ticket));
  expectDone(await openItem(board.chair, { itemId, version: await itemVersionOf(itemId) }));
  return { date, itemId };
}

async function endMeeting(date: string): Promise<void> {
  const version = await meetingVersionOf(date);
  expectDone(await adjourn(board.chair, { date, version, followUp: "" }));
}

const statusOf = async (number: number) => (await findTicket(thePublic, number))?.status;

describe("a request that the infra team bounces", () => {
  it("is suggested for the next agenda, and no more once it stands there", async () => {
    const ticket = await bounced();
    const meeting = await aMeeting({ by: board.secretary, date: inDays(290) }).planned();
    const suggested = async () =>
      (await listSuggestions(board.secretary, meeting.id)).map(({ source }) => source);
    expect(await suggested()).toContain(`ticket:${ticket}`);
    expectDone(await place(meeting.date, ticket));
    expect(await suggested()).not.toContain(`ticket:${ticket}`);
    const other = await aMeeting({ by: board.secretary, date: inDays(291) }).planned();
    expect(await place(other.date, ticket)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("comes before the board with its history, and returns approved; work waits for the minutes", async () => {
    const ticket = await bounced();
    const { date, itemId } = await beforeTheBoard(ticket);
    const item = (await findSession(thePublic, date))?.items.find(({ id }) => id === itemId);
    expect(item?.ticket?.events.map(({ type }) => type).slice(0, 3)).toEqual([
      "ticket.created",
      "ticket.filed",
      "ticket.bounced",
    ]);
    expectDone(await decided(board.chair, itemId));
    expect(await statusOf(ticket)).toBe("needs_review");
    expect(await moves(infra, ticket, "accept")).toMatchObject({
      refusal: { message: expect.stringContaining("not published yet") },
    });
    // Not even by hand.
    await expect(
      db.$executeRaw`UPDATE "Ticket" SET "status" = 'waiting_on_assignee' WHERE "number" = ${ticket}`,
    ).rejects.toThrow("waits for the board");
    await endMeeting(date);
    expectDone(
      await publishMinutes(board.secretary, {
        date,
        version: await meetingVersionOf(date),
        confirmed: "on",
      } as Parameters<typeof publishMinutes>[1]),
    );
    expect(expectDone(await moves(infra, ticket, "accept")).status).toBe("waiting_on_assignee");
    const events = await db.event.findMany({ where: { ticket: { number: ticket } }, select: { type: true } });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        ...["ticket.bounced", "agenda_item.planned", "agenda_item.opened", "decision.recorded"],
        ...["ticket.returned_from_board", "ticket.accepted"],
      ]),
    );
  });

  it("is declined by a decision, with the board’s words as the reason, and closes its proposal if it was the last", async () => {
    const made = await aDelivery({ outcome: "approved", tickets: [{}, someHosts] });
    const [sig, hosts] = made.tickets;
    expectDone(await moves(made.author, sig, "withdraw", "Not needed."));
    expectDone(await moves(made.author, hosts, "file"));
    expectDone(await moves(made.infra, hosts, "bounce", "Three more than was decided on."));
    const { itemId } = await beforeTheBoard(hosts);
    expectDone(await decided(board.chair, itemId, { outcome: "declined", text: "Two are enough." }));
    expect(await statusOf(hosts)).toBe("declined");
    const event = await db.event.findFirst({
      where: { type: "ticket.declined_by_board", ticket: { number: hosts } },
    });
    expect(event?.data).toMatchObject({ reason: "Two are enough." });
    expect(await db.proposal.findUnique({ where: { id: made.id } })).toMatchObject({
      status: "closed",
      closedAs: "completed",
    });
  });

  it("stays with the board where nothing is decided, and is carried to another agenda", async () => {
    const ticket = await bounced();
    const { date } = await beforeTheBoard(ticket);
    await endMeeting(date);
    expect(await statusOf(ticket)).toBe("bounced");
    const decision = await db.decision.findFirst({ where: { ticket: { number: ticket } } });
    expect(decision).toMatchObject({ outcome: "no_decision", proposalId: null });
    const { itemId } = await beforeTheBoard(ticket);
    expect(await db.agendaItem.findUnique({ where: { id: itemId } })).toMatchObject({ carryCount: 1 });
  });

  it("needs a new decision when it is bounced again: an earlier approval opens nothing", async () => {
    const ticket = await bounced();
    expectDone(await decided(board.chair, (await beforeTheBoard(ticket)).itemId));
    expectDone(await moves(infra, ticket, "bounce", "It is twice as much as it was."));
    expect(await moves(board.chair, ticket, "returnFromBoard")).toMatchObject({
      refusal: { message: expect.stringContaining("has not decided") },
    });
  });

  it("is taken back by the infra team until it stands on an agenda, and is then as it was before", async () => {
    const ticket = await bounced();
    expect(await moves(board.chair, ticket, "takeBack", "No.")).toMatchObject({
      refusal: { code: "forbidden" },
    });
    await expect(moves(infra, ticket, "takeBack")).rejects.toThrow("needs a sentence");
    expect(expectDone(await moves(infra, ticket, "takeBack", "It was meant for another.")).status).toBe(
      "needs_review",
    );
    expect(await db.ticket.findUnique({ where: { number: ticket } })).toMatchObject({
      ...{ boardGated: false, bouncedAt: null },
    });
    const event = await db.event.findFirst({
      where: { type: "ticket.taken_back", ticket: { number: ticket } },
    });
    expect(event).toMatchObject({ actorId: infra.personId, data: { reason: "It was meant for another." } });
    expect(expectDone(await moves(infra, ticket, "accept")).status).toBe("waiting_on_assignee");
    expectDone(await moves(infra, ticket, "bounce", "Now it is too much."));
    const { itemId } = await beforeTheBoard(ticket);
    expect(await moves(infra, ticket, "takeBack", "No.")).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("stands on an agenda") },
    });
    expectDone(await decided(board.chair, itemId));
    expect(await moves(infra, ticket, "accept")).toMatchObject({ refusal: { code: "refused" } });
    // A second bounce by mistake leaves the first one's approval in force, and its wait for the minutes.
    const gate = async () => db.ticket.findUniqueOrThrow({ where: { number: ticket } });
    const { bouncedAt } = await gate();
    expectDone(await moves(infra, ticket, "bounce", "Twice as much."));
    expectDone(await moves(infra, ticket, "takeBack", "It was not."));
    expect(await gate()).toMatchObject({ bouncedAt, boardGated: true });
    expect(await moves(infra, ticket, "accept")).toMatchObject({
      refusal: { message: expect.stringContaining("not published yet") },
    });
  });

  it("placed on an agenda while it is taken back is either there or not", async () => {
    for (let round = 0; round < 4; round += 1) {
      const ticket = await bounced();
      day += 1;
      const { date } = await aMeeting({ by: board.secretary, date: inDays(day) }).planned();
      const both = await Promise.all([place(date, ticket), moves(infra, ticket, "takeBack", "By mistake.")]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const items = await db.agendaItem.count({ where: { ticket: { number: ticket }, status: "planned" } });
      expect([await statusOf(ticket), items]).toEqual(both[0].ok ? ["bounced", 1] : ["needs_review", 0]);
    }
  });

  it("is not redirected, and not decided twice at once", async () => {
    const ticket = await bounced();
    const { itemId } = await beforeTheBoard(ticket);
    expect(await decided(board.chair, itemId, { outcome: "redirected" })).toMatchObject({
      refusal: { errors: [{ path: "outcome" }] },
    });
    const both = await Promise.all([
      decided(board.chair, itemId),
      decided(board.chair, itemId, { outcome: "declined" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.decision.count({ where: { itemId } })).toBe(1);
  });
});

it("the database itself files no request that the board has not cleared", async () => {
  const made = await aDelivery({ outcome: "approved", minutes: "draft", tickets: [{}, someHosts] });
  await expect(
    db.$executeRaw`UPDATE "Ticket" SET "status" = 'filed' WHERE "number" = ${made.tickets[1]}`,
  ).rejects.toThrow("waits for the board");
});
