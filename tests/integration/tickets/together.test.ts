import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { onlyOnce } from "@/lib/db/submission";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { listOwedBy, listTicketQuestions } from "@/lib/discussion/queries";
import { answerQuestionInput, askQuestionInput, postCommentInput } from "@/lib/discussion/schema";
import { setWatch } from "@/lib/discussion/set-watch";
import { listTicketTimeline } from "@/lib/discussion/talk-queries";
import { findHome } from "@/lib/home/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import type { Result } from "@/lib/result";
import { listBoard } from "@/lib/tickets/board-queries";
import { bundleTickets } from "@/lib/tickets/commands/bundle-tickets";
import { changeTickets } from "@/lib/tickets/commands/change-tickets";
import { fileBundle } from "@/lib/tickets/commands/file-bundle";
import { reassignLeft } from "@/lib/tickets/commands/reassign-left";
import { remindAging } from "@/lib/tickets/commands/remind-aging";
import { unbundleTicket } from "@/lib/tickets/commands/unbundle-ticket";
import { exportTickets } from "@/lib/tickets/list-export";
import { listTickets } from "@/lib/tickets/list-queries";
import { findOutcomes } from "@/lib/tickets/outcome-queries";
import { findTicket } from "@/lib/tickets/queries";
import { bundleTicketsInput, changeTicketsInput, readChangeTickets } from "@/lib/tickets/work-schema";
import { thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aPerson, type Person } from "../../factories/people";
import { expectDone, versionOf } from "../../factories/proposals";
import {
  aDelivery,
  aLoneTicket,
  aProject,
  aSplit,
  moves,
  someHosts,
  ticketed,
} from "../../factories/tickets";

const infraPerson = () => aPerson({ roles: [{ role: "infra", body: "infra" }] });

function codes(results: readonly Result<unknown>[]): string[] {
  return results.map((result) => (result.ok ? "done" : result.refusal.code)).sort();
}

async function filed(by: Person): Promise<number> {
  const number = await aLoneTicket(by);
  expectDone(await moves(by, number, "file"));
  return number;
}

async function chosen(...numbers: number[]): Promise<Record<string, string>> {
  const rows = await db.ticket.findMany({ where: { number: { in: numbers } } });
  return Object.fromEntries(rows.map(({ number, version }) => [`t.${number}`, String(version)]));
}

const change = (values: Record<string, string>) => changeTicketsInput.parse(readChangeTickets(values));

describe("two infra engineers", () => {
  it("who accept the same ticket at once: one does, the other is told", async () => {
    const [one, other, by] = [await infraPerson(), await infraPerson(), await aPerson()];
    const number = await filed(by);
    expectDone(await moves(one, number, "takeUp"));
    const both = await Promise.all([moves(one, number, "accept"), moves(other, number, "accept")]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const told = both.find((result) => !result.ok);
    expect(told?.ok === false && told.refusal.message).toMatch(
      /Somebody changed this ticket|would have to be/,
    );
    expect(await db.event.count({ where: { type: "ticket.accepted", ticket: { number } } })).toBe(1);
  });
});

describe("several tickets changed at once", () => {
  it("are changed each on its own, and the page tells what became of which", async () => {
    const [infra, by] = [await infraPerson(), await aPerson()];
    const [one, two] = [await filed(by), await filed(by)];
    const done = await filed(by);
    expectDone(await moves(by, done, "withdraw", "Not needed."));
    const values = await chosen(one, two, done);
    values[`t.${two}`] = "99";
    const input = change({
      ...values,
      owner: `@${infra.handle}`,
      priority: "urgent",
      addLabels: "el10",
      move: "takeUp",
    });
    const key = `change-tickets:${randomUUID()}`;
    const send = () => onlyOnce(key, infra.personId, () => changeTickets(infra, input));
    const sent = [await send(), await send()].map(expectDone);
    expect(sent[1]).toEqual(sent[0]);
    const outcomes = (await findOutcomes(infra, key)) ?? [];
    expect(outcomes.find(({ number }) => number === one)).toEqual({
      number: one,
      changed: ["the owner", "the priority", "the labels", "the status"],
    });
    expect(outcomes.find(({ number }) => number === two)?.refusal).toMatch(/after you opened the list/);
    expect(outcomes.find(({ number }) => number === done)?.refusal).toMatch(/while it is open/);
    expect(await findOutcomes(by, key)).toBeNull();
    expect(await findTicket(thePublic, one)).toMatchObject({
      priority: "urgent",
      labels: ["el10"],
      status: "needs_review",
    });
    expect(await db.event.count({ where: { type: "ticket.taken_up", ticket: { number: one } } })).toBe(1);
  });
});

describe("a bundle", () => {
  it("of six requests is filed as one, or not at all while one of them may not be", async () => {
    const split = await aSplit({
      asks: [1, 2, 3, 4, 5, 6].map((n) => ({ kind: "infra_request", text: `Part ${n}`, owner: "infra" })),
    });
    const tickets: number[] = [];
    for (const n of [1, 2, 3, 4, 5]) tickets.push(await ticketed(split, "ask", n, aProject));
    tickets.push(await ticketed(split, "ask", 6, someHosts));
    const made = expectDone(
      await bundleTickets(
        split.author,
        bundleTicketsInput.parse({ title: "What the region needs", tickets }),
      ),
    );
    const refused = await fileBundle(split.author, made);
    expect(refused).toMatchObject({
      refusal: { message: expect.stringMatching(/^Nothing was filed\. T-\d+: .*board decision/) },
    });
    expect(await db.ticket.count({ where: { number: { in: tickets }, status: "draft" } })).toBe(6);
    const gated = tickets.at(-1) ?? 0;
    const { version } = await db.ticket.findUniqueOrThrow({ where: { number: gated } });
    expectDone(await unbundleTicket(split.author, { number: gated, version }));
    const both = await Promise.all([fileBundle(split.author, made), fileBundle(split.author, made)]);
    expect(codes(both)).toEqual(["done", "refused"]);
    expect(await db.ticket.count({ where: { bundleId: made.bundle, status: "filed" } })).toBe(5);
    expect((await listTickets(thePublic, { bundle: made.bundle })).items).toHaveLength(5);
  });

  it("is of one's own drafts, of one proposal, each in one bundle", async () => {
    const [by, stranger] = [await aPerson(), await aPerson()];
    const [one, two, late] = [await aLoneTicket(by), await aLoneTicket(by), await filed(by)];
    const delivery = await aDelivery({ by });
    const bundle = (who: Person, ...tickets: number[]) => bundleTickets(who, { title: "Some", tickets });
    expect(await bundle(stranger, one, two)).toMatchObject({ refusal: { message: /not yours/ } });
    expect(await bundle(by, one, late)).toMatchObject({ refusal: { message: /filed already/ } });
    expect(await bundle(by, one, delivery.tickets[0])).toMatchObject({ refusal: { code: "refused" } });
    expectDone(await bundle(by, one, two));
    expect(await bundle(by, one, two)).toMatchObject({ refusal: { message: /in a bundle already/ } });
  });
});

describe("questions on a ticket", () => {
  it("are owed on home, answered by a comment, and stand in its talk", async () => {
    const [by, asked] = [await aPerson(), await aPerson({ name: "Ada" })];
    const number = await filed(by);
    const asking = { ticket: number, markdown: "Hello. Which site is it?", askOf: `@${asked.handle}` };
    expectDone(await postComment(by, postCommentInput.parse(asking)));
    expectDone(
      await askQuestion(by, askQuestionInput.parse({ ticket: number, of: "infra", text: "Who racks it?" })),
    );
    expect(await listOwedBy(asked)).toMatchObject([
      { ticket: number, proposal: null, text: "Which site is it?" },
    ]);
    const href = `/tickets/${number}/questions#question-1`;
    expect((await findHome(asked)).moves).toMatchObject([{ button: "Answer", href }]);
    expectDone(
      await answerQuestion(
        asked,
        answerQuestionInput.parse({ ticket: number, question: 1, markdown: "The second." }),
      ),
    );
    expect(await listOwedBy(asked)).toEqual([]);
    const id = (await findTicket(by, number))?.id ?? 0;
    const [first, second] = await listTicketQuestions(by, id);
    expect(first).toMatchObject({ status: "answered", answeredBy: { name: "Ada" } });
    expect(second).toMatchObject({ status: "open", of: { handle: "infra" } });
    const { entries } = await listTicketTimeline(thePublic, id);
    expect(entries.filter(({ kind }) => kind === "comment")).toHaveLength(2);
    expect(entries.flatMap((entry) => (entry.kind === "event" ? [entry.sentence] : [])).join(" ")).toMatch(
      /filed/,
    );
  });

  it("and its moves are told to who watches it, and not to who has muted it", async () => {
    const [by, watcher] = [await aPerson(), await aPerson()];
    const number = await filed(by);
    expectDone(await setWatch(watcher, { ticket: number }, "watching"));
    expectDone(await setWatch(by, { ticket: number }, "muted"));
    const said = await aPerson();
    expectDone(await postComment(said, postCommentInput.parse({ ticket: number, markdown: "Soon." })));
    const event = await db.event.findFirstOrThrow({ where: { type: "comment.posted", ticket: { number } } });
    await tellOfEvent(event.id);
    const told = await db.notice.findMany({ where: { eventId: event.id }, select: { personId: true } });
    expect(told.map(({ personId }) => personId)).toContain(watcher.personId);
    expect(told.map(({ personId }) => personId)).not.toContain(by.personId);
  });
});

describe("whoever leaves", () => {
  it("leaves no open ticket behind: each goes to the body that sees to it, once, with an event", async () => {
    const by = await aPerson();
    const gone = await infraPerson();
    const roles = (["infra", "admin"] as const).map((role) => ({ role, body: "infra" }));
    const moved = await aPerson({ roles }); // from now on they only administer the portal
    const stays = await aPerson();
    const mine = async (owner: Person) => aLoneTicket(by, { ...aProject, owner: `@${owner.handle}` });
    const [ofGone, ofMoved, ofStays] = [await mine(gone), await mine(moved), await mine(stays)];
    const finished = await mine(gone);
    expectDone(await moves(by, finished, "withdraw", "Not needed."));
    await db.person.update({ where: { id: gone.personId }, data: { disabledAt: new Date() } });
    await db.roleGrant.updateMany({
      where: { personId: moved.personId, role: "infra" },
      data: { until: new Date() },
    });
    expect(expectDone(await reassignLeft()).tickets).toBe(2);
    expect(expectDone(await reassignLeft()).tickets).toBe(0);
    for (const number of [ofGone, ofMoved]) {
      expect((await findTicket(thePublic, number))?.owner).toMatchObject({ kind: "body", handle: "infra" });
    }
    expect((await findTicket(thePublic, ofStays))?.owner?.handle).toBe(stays.handle);
    expect((await findTicket(thePublic, finished))?.owner?.handle).toBe(gone.handle);
    const { id } = await db.ticket.findUniqueOrThrow({ where: { number: ofGone } });
    const { entries } = await listHistory(thePublic, { ticketId: id });
    expect(entries[0]?.sentence).toBe(`gave ticket ${ofGone} to infra, as ${gone.name} has left.`);
  });
});

describe("a ticket that stands still", () => {
  it("is shown to whom it concerns until somebody acts, and reminded of once", async () => {
    const start = new Date("2031-01-01T08:00:00Z");
    const later = new Date("2031-02-20T08:00:00Z");
    const [infra, by] = [await infraPerson(), await aPerson()];
    const chair = await aPerson({ roles: [{ role: "chair", body: "board" }] });
    const [quiet, asked] = await at(start, async () => {
      const numbers = [await filed(by), await filed(by)] as const;
      expectDone(await moves(infra, numbers[1], "takeUp"));
      expectDone(await moves(infra, numbers[1], "askReporter", "Which cluster?"));
      return numbers;
    });
    await at(later, async () => {
      const still = async (needs: "news" | "reporter") =>
        (await listTickets(thePublic, { needs }, undefined, 100)).items.map(({ number }) => number);
      expect(await still("news")).toContain(quiet);
      expect(await still("reporter")).toEqual([asked]);
      const sentences = (await findHome(by)).moves.map(({ sentence }) => sentence).join("\n");
      expect(sentences).toMatch(new RegExp(`Ticket ${quiet}: .*no news for 50 days`));
      expect(sentences).toMatch(new RegExp(`Ticket ${asked}: .*waiting on the requester for 50 days`));
      expect((await findHome(chair)).moves.map(({ sentence }) => sentence).join()).toMatch(
        /tickets stand still/,
      );
      const reminders = () =>
        db.event.count({ where: { type: "ticket.reminded", ticket: { number: { in: [quiet, asked] } } } });
      await Promise.all([remindAging(), remindAging()]);
      expect(await reminders()).toBe(2);
      expectDone(await remindAging());
      expect(await reminders()).toBe(2);
      expectDone(await moves(by, asked, "answerReporter", "The new one."));
      expect(await still("reporter")).toEqual([]);
    });
  });
});

describe("a ticket of a proposal that was closed without it", () => {
  it("stays, says so, cannot be filed any more, and may be declined", async () => {
    const made = await aDelivery();
    const [open, draft] = made.tickets;
    expectDone(await moves(made.author, open, "file"));
    const closing = {
      number: made.number,
      version: await versionOf(made.number),
      reason: "Nobody has time.",
    };
    expectDone(await closeWithoutFollowUp(made.chair, closing));
    expect(await moves(made.author, draft, "file")).toMatchObject({
      refusal: { message: /closed without it/ },
    });
    expect((await findTicket(thePublic, open))?.facts.proposalClosedAs).toBe("no_follow_up");
    expectDone(await moves(made.chair, open, "decline", "Its proposal was closed."));
    expectDone(await moves(made.author, draft, "withdraw", "Its proposal was closed."));
  });
});

describe("the board", () => {
  it("counts a column, shows the most urgent first and so many cards, and offers each reader their moves", async () => {
    const [infra, by] = [await infraPerson(), await aPerson()];
    const numbers: number[] = [];
    for (let count = 0; count < 17; count += 1) numbers.push(await filed(by));
    const values = await chosen(numbers[0] ?? 0);
    expectDone(
      await changeTickets(infra, change({ ...values, priority: "urgent", addLabels: "board-test" })),
    );
    for (const number of numbers.slice(1)) {
      expectDone(await changeTickets(infra, change({ ...(await chosen(number)), addLabels: "board-test" })));
    }
    const filter = { label: "board-test" };
    const [column] = await listBoard(infra, filter);
    expect(column).toMatchObject({ status: "filed", count: 17 });
    expect(column?.cards).toHaveLength(15);
    expect(column?.cards[0]).toMatchObject({ number: numbers[0], priority: "urgent" });
    expect(column?.cards[0]?.moves.map(({ name }) => name)).toContain("takeUp");
    const [more] = await listBoard(thePublic, filter, "filed");
    expect(more?.cards).toHaveLength(17);
    expect(more?.cards.flatMap(({ moves: offered }) => offered)).toEqual([]);
  });

  it("and a list give the same by pages and as a file", async () => {
    const by = await aPerson();
    const numbers: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      numbers.push(
        await aLoneTicket(by, {
          labels: "paged",
          priority: count % 2 ? "high" : "low",
          dueOn: `2032-01-0${count + 1}`,
        }),
      );
    }
    for (const sort of ["changed", "newest", "priority", "due"] as const) {
      const filter = { label: "paged", sort };
      const whole = (await listTickets(by, filter)).items.map(({ number }) => number);
      expect(whole).toHaveLength(5);
      const paged: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listTickets(by, filter, cursor, 2);
        paged.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      } while (cursor);
      expect([sort, paged]).toEqual([sort, whole]);
    }
    let file = "";
    for await (const part of exportTickets(by, { label: "paged" })) file += part;
    expect(file.split("\r\n")).toHaveLength(7);
    expect(file).toContain(`T-${numbers[0]}`);
  });
});
