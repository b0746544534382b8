import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { adjustTicket } from "@/lib/tickets/commands/adjust-ticket";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { linkExternalIssue } from "@/lib/tickets/commands/link-external-issue";
import { updateTicket } from "@/lib/tickets/commands/update-ticket";
import { listTickets } from "@/lib/tickets/list-queries";
import { findTicket } from "@/lib/tickets/queries";
import { adjustTicketInput, createTicketInput, editTicketInput, linkIssueInput } from "@/lib/tickets/schema";
import { listOverdueSplits } from "@/lib/tickets/split-queries";
import { listWaitingOn } from "@/lib/tickets/waiting-queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import {
  aDelivery,
  aLoneTicket,
  aProject,
  aSplit,
  moves,
  someHosts,
  ticketed,
  underWay,
} from "../../factories/tickets";

const statusOf = async (id: number) => (await db.proposal.findUniqueOrThrow({ where: { id } })).status;
const versionOf = async (number: number) =>
  (await db.ticket.findUniqueOrThrow({ where: { number } })).version;

describe("a request that needs the board", () => {
  const tickets: [object, object] = [{}, someHosts];

  it("is not filed while the minutes that approve it are unpublished", async () => {
    const made = await aDelivery({ outcome: "approved", minutes: "draft", tickets });
    expect(await moves(made.author, made.tickets[1], "file")).toMatchObject({
      ok: false,
      refusal: { message: "The board approved this, but the minutes that say so are not published yet." },
    });
  });

  it("is filed once they are published", async () => {
    const made = await aDelivery({ outcome: "approved", minutes: "published", tickets });
    expect(expectDone(await moves(made.author, made.tickets[1], "file")).status).toBe("filed");
  });

  it("is not filed after a redirection, which is no approval", async () => {
    const made = await aDelivery({ outcome: "redirected", tickets });
    expect(await moves(made.author, made.tickets[1], "file")).toMatchObject({
      ok: false,
      refusal: { message: "This needs a board decision first, and none is approved yet." },
    });
  });

  it("does not hold up what needs no board: after a redirection that is filed at once", async () => {
    const made = await aDelivery({ outcome: "redirected", minutes: "draft", tickets: [{}, aProject] });
    expect(expectDone(await moves(made.author, made.tickets[1], "file")).status).toBe("filed");
  });
});

describe("a ticket", () => {
  it("is filed by its requester, and worked on by the infra team only", async () => {
    const made = await aDelivery({ tickets: [{}, aProject] });
    const [, ticket] = made.tickets;
    expect(await moves(made.infra, ticket, "file")).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await moves(made.author, ticket, "file"));
    expect(await moves(made.author, ticket, "takeUp")).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await moves(made.infra, ticket, "takeUp"));
    expectDone(await moves(made.infra, ticket, "accept"));
    expectDone(await moves(made.infra, ticket, "askReporter", "Which cluster?"));
    const waiting = (await listWaitingOn(made.author)).map(({ number, wants }) => [number, wants]);
    expect(waiting).toContainEqual([ticket, "Answer"]);
    expectDone(await moves(made.author, ticket, "answerReporter", "The new one."));
    expect(expectDone(await moves(made.infra, ticket, "fulfil")).status).toBe("done");
    const shown = await findTicket(thePublic, ticket);
    const { entries } = await listHistory(thePublic, { ticketId: shown?.id ?? 0 });
    expect(entries.map(({ why }) => why)).toContain("Which cluster?");
    expect(shown?.sources).toMatchObject([{ kind: "ask", number: 2 }]);
  });

  it("that is a duplicate names another one that is there", async () => {
    const made = await aDelivery();
    const [one, two] = made.tickets;
    expectDone(await moves(made.author, one, "file"));
    expect(await moves(made.chair, one, "markDuplicate", `ticket#${one}`)).toMatchObject({
      refusal: { errors: [{ path: "reason" }] },
    });
    expectDone(await moves(made.chair, one, "markDuplicate", `ticket#${two}`));
  });

  it("changes in all its parts as a draft, and only in title, owner and date once it is filed", async () => {
    const made = await aDelivery({ tickets: [{}, aProject] });
    const [, number] = made.tickets;
    const edit = async (title: string) => {
      const version = await versionOf(number);
      return updateTicket(made.author, editTicketInput.parse({ ...aProject, title, number, version }));
    };
    expectDone(await edit("A better title"));
    expectDone(await moves(made.author, number, "file"));
    expect(await edit("Too late")).toMatchObject({ refusal: { code: "refused" } });
    const later = { number, title: "Clearer", owner: "infra", dueOn: "2022-03-01" };
    const input = adjustTicketInput.parse({ ...later, version: await versionOf(number) });
    expectDone(await adjustTicket(made.infra, input));
    expect(await adjustTicket(await aPerson(), input)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await findTicket(thePublic, number)).toMatchObject({ title: "Clearer", dueOn: "2022-03-01" });
  });

  it("changed by somebody else meanwhile is not overwritten", async () => {
    const by = await aPerson();
    const number = await aLoneTicket(by);
    const stale = linkIssueInput.parse({
      number,
      version: 1,
      issue: "https://pagure.io/centos-infra/issue/77",
    });
    expectDone(await linkExternalIssue(by, stale));
    expect(await linkExternalIssue(by, stale)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("is added to a proposal in delivery by its requester, and not to one that is still split", async () => {
    const [made, split] = [await aDelivery(), await aSplit()];
    const input = (proposal: number) => createTicketInput.parse({ ...aProject, proposal });
    expectDone(await createTicket(made.author, input(made.number)));
    expect(await createTicket(made.chair, input(made.number))).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await createTicket(split.author, input(split.number))).toMatchObject({
      refusal: { message: expect.stringContaining("make its tickets there") },
    });
  });

  it("of an executive proposal is not found by others, in no list and by no move", async () => {
    const author = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const split = await aSplit({ by: author, executive: true });
    const number = await ticketed(split, "ask", 1, aProject);
    const listed = async (actor: Actor) => (await listTickets(actor, {})).items.map((line) => line.number);
    expect(await findTicket(thePublic, number)).toBeNull();
    expect(await listed(split.infra)).not.toContain(number);
    expect(await listed(author)).toContain(number);
    expect(await moves(split.infra, number, "file")).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("a proposal in delivery", () => {
  it("is not complete while a ticket is a draft, and closes with the last one finished", async () => {
    const made = await aDelivery();
    const [one, two] = made.tickets;
    await underWay(made, one);
    expect(expectDone(await moves(made.chair, one, "fulfil")).completed).toBe(false);
    expect(await statusOf(made.id)).toBe("delivering");
    expectDone(await moves(made.author, two, "file"));
    expect(expectDone(await moves(made.chair, two, "decline", "It exists already.")).completed).toBe(true);
    expect(await db.proposal.findUnique({ where: { id: made.id } })).toMatchObject({
      status: "closed",
      closedAs: "completed",
    });
    const event = await db.event.findFirst({ where: { type: "proposal.completed", proposalId: made.id } });
    expect(event).toMatchObject({ actorId: null, onBehalfOf: "the portal" });
  });

  it("stays closed when one of its tickets is reopened", async () => {
    const made = await aDelivery();
    for (const ticket of made.tickets) {
      await underWay(made, ticket);
      expectDone(await moves(made.chair, ticket, "fulfil"));
    }
    expectDone(await moves(made.author, made.tickets[0], "reopen", "The second host is missing."));
    expect(await statusOf(made.id)).toBe("closed");
  });
});

describe("a list of tickets", () => {
  it("finds by words and by number, and goes on where the last page ended", async () => {
    const by = await aPerson();
    const numbers: number[] = [];
    for (let left = 27; left > 0; left -= 1) numbers.push(await aLoneTicket(by, { title: "Zebra crossing" }));
    const first = await listTickets(thePublic, { q: "zebra" });
    const second = await listTickets(thePublic, { q: "zebra" }, first.nextCursor);
    const seen = [...first.items, ...second.items].map(({ number }) => number);
    expect(first.items).toHaveLength(25);
    expect(seen.sort((a, b) => a - b)).toEqual(numbers);
    expect(second.nextCursor).toBeUndefined();
    const found = await listTickets(thePublic, { q: `T-${numbers[3]}` });
    expect(found.items).toMatchObject([{ number: numbers[3] }]);
  });
});

describe("a split that nobody finishes", () => {
  it("is shown after the days of grace to its requester and the board, and to nobody else", async () => {
    const split = await aSplit();
    const later = new Date(now().getTime() + 31 * 86_400_000);
    const listed = async (actor: Actor, days: number) =>
      (await listOverdueSplits(actor, days, later)).map(({ number }) => number);
    expect(await listed(split.author, 30)).toContain(split.number);
    expect(await listed(split.chair, 30)).toContain(split.number);
    expect(await listed(split.author, 40)).not.toContain(split.number);
    expect(await listed(await aPerson(), 30)).toEqual([]);
  });
});
