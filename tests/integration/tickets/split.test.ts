import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { placeSource } from "@/lib/tickets/commands/place-source";
import { unplaceSource } from "@/lib/tickets/commands/unplace-source";
import { placeSourceInput } from "@/lib/tickets/schema";
import { findSplit } from "@/lib/tickets/split-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";
import {
  aProject,
  aSplit,
  dropped,
  type Splitting,
  someHosts,
  sourceOf,
  ticketed,
} from "../../factories/tickets";

async function confirm(split: { number: number; author: Splitting["author"] }) {
  return confirmSplit(split.author, { number: split.number, version: await versionOf(split.number) });
}

async function statusOf(number: number): Promise<string> {
  return (await db.proposal.findUniqueOrThrow({ where: { number } })).status;
}

describe("a split", () => {
  it("is confirmed once every ask, question and condition is a ticket, answered or dropped", async () => {
    const split = await aSplit({ questions: ["Who is on call?"], conditions: ["Report back in a year."] });
    await ticketed(split, "ask", 1);
    await ticketed(split, "ask", 2, aProject);
    await dropped(split, "condition", 1);
    const input = { ...(await sourceOf(split, "question", 1)), disposition: "answered", text: "The SIG is." };
    expectDone(await placeSource(split.author, placeSourceInput.parse(input)));
    expect((await findSplit(thePublic, split.number))?.balance).toMatchObject({
      placed: 4,
      total: 4,
      open: [],
    });
    expect(expectDone(await confirm(split))).toEqual({ number: split.number, completed: false });
    expect(await statusOf(split.number)).toBe("delivering");
    const receipt = await db.event.findFirst({
      where: { type: "proposal.split_confirmed", proposalId: split.id },
    });
    expect(receipt).toMatchObject({
      actorId: split.author.personId,
      data: { counts: { ticketed: 2, answered: 1, dropped: 1 } },
    });
  });

  it("leaves its tickets as drafts until they are filed", async () => {
    const split = await aSplit();
    const tickets = [await ticketed(split, "ask", 1), await ticketed(split, "ask", 2)];
    expectDone(await confirm(split));
    const drafts = await db.ticket.findMany({ where: { number: { in: tickets } }, select: { status: true } });
    expect(drafts).toEqual([{ status: "draft" }, { status: "draft" }]);
  });

  it("is not confirmed while something is open, and says what by name", async () => {
    const split = await aSplit({ questions: ["Who is on call?"], conditions: ["Report back."] });
    await ticketed(split, "ask", 1);
    expect(await confirm(split)).toMatchObject({
      ok: false,
      refusal: {
        code: "refused",
        message: "Not everything is accounted for yet: ask 2, question 1, condition 1.",
      },
    });
    expect(await statusOf(split.number)).toBe("splitting");
  });

  it("is confirmed by its requester only", async () => {
    const split = await aSplit();
    await dropped(split, "ask", 1);
    await dropped(split, "ask", 2);
    expect(await confirm({ ...split, author: split.chair })).toMatchObject({
      ok: false,
      refusal: { code: "forbidden" },
    });
  });

  it("says where each thing came from and where it would go", async () => {
    const split = await aSplit({ conditions: ["Report back."] });
    const { sources = [] } = (await findSplit(thePublic, split.number)) ?? {};
    expect(sources.map(({ key, route }) => [key, route.destination, route.requestType])).toEqual([
      ["ask-1", "board", undefined],
      ["ask-2", "infra", "bare_metal"],
      [expect.stringMatching(/^condition-\d+$/), "sig", undefined],
    ]);
    expect(sources[0]?.from).toEqual({ label: "The proposal", href: `/proposals/${split.number}#ask-1` });
    expect(sources[2]?.from.label).toMatch(/^The decision of 2021-/);
  });
});

describe("a thing of a split", () => {
  it("is placed by the requester only", async () => {
    const split = await aSplit();
    const input = placeSourceInput.parse({
      ...(await sourceOf(split, "ask", 1)),
      disposition: "dropped",
      text: "No.",
    });
    expect(await placeSource(split.chair, input)).toMatchObject({
      ok: false,
      refusal: { code: "forbidden", message: "Only its requester splits a proposal." },
    });
  });

  it("is not placed before the board has decided", async () => {
    const early = await aProposal().inDiscussion();
    const input = { ...(await sourceOf(early, "ask", 1)), disposition: "dropped", text: "No need." };
    expect(await placeSource(early.author, placeSourceInput.parse(input))).toMatchObject({
      ok: false,
      refusal: { code: "refused", message: expect.stringContaining("after the board has decided") },
    });
  });

  it("is not placed any more once the split is confirmed", async () => {
    const split = await aSplit();
    await ticketed(split, "ask", 1);
    await dropped(split, "ask", 2);
    expectDone(await confirm(split));
    expect(await unplaceSource(split.author, await sourceOf(split, "ask", 1))).toMatchObject({
      ok: false,
      refusal: { message: "The split is confirmed; it cannot be changed any more." },
    });
  });

  it("of another proposal is not found", async () => {
    const [split, other] = [await aSplit(), await aSplit()];
    const stolen = { ...(await sourceOf(other, "ask", 1)), number: split.number };
    const input = placeSourceInput.parse({ ...stolen, disposition: "dropped", text: "Mine." });
    expect(await placeSource(split.author, input)).toMatchObject({
      ok: false,
      refusal: { code: "not_found" },
    });
  });

  it("with wrong details is refused at each field, and nothing is saved", async () => {
    const split = await aSplit();
    const wrong = {
      ...someHosts,
      owner: "nobody-here",
      details: { ...someHosts.details, count: "0", raid: "x" },
    };
    const input = { ...(await sourceOf(split, "ask", 2)), disposition: "ticketed", ...wrong };
    const refused = await placeSource(split.author, placeSourceInput.parse(input));
    const paths = refused.ok ? [] : refused.refusal.errors?.map(({ path }) => path);
    expect(paths).toEqual(["owner", "details.count", "details.raid"]);
    expect(await db.ticket.count({ where: { proposalId: split.id } })).toBe(0);
  });

  it("may have two tickets, but is not dropped beside one", async () => {
    const split = await aSplit();
    await ticketed(split, "ask", 1);
    await ticketed(split, "ask", 1, aProject);
    await expect(dropped(split, "ask", 1)).rejects.toThrow("The ask 1 has a ticket already");
  });

  it("may rest on a ticket that is there, which must be of the same proposal", async () => {
    const [split, other] = [await aSplit(), await aSplit()];
    const ticket = await ticketed(split, "ask", 1);
    const foreign = await ticketed(other, "ask", 1);
    const place = async (number: number) =>
      placeSource(
        split.author,
        placeSourceInput.parse({
          ...(await sourceOf(split, "ask", 2)),
          disposition: "existing",
          ticket: number,
          routeReason: "The SIG has the hosts.",
        }),
      );
    expect(await place(foreign)).toMatchObject({ ok: false, refusal: { errors: [{ path: "ticket" }] } });
    expect(expectDone(await place(ticket))).toEqual({ number: split.number, ticket });
    expect(expectDone(await confirm(split)).number).toBe(split.number);
  });

  it("can be taken back, and a draft that then stands for nothing is withdrawn", async () => {
    const split = await aSplit();
    const ticket = await ticketed(split, "ask", 1);
    expectDone(await unplaceSource(split.author, await sourceOf(split, "ask", 1)));
    expect(await db.ticket.findUnique({ where: { number: ticket } })).toMatchObject({ status: "declined" });
    expect((await findSplit(thePublic, split.number))?.balance.placed).toBe(0);
  });
});

describe("the split of an executive proposal", () => {
  it("is read by its author and the board, and by nobody else", async () => {
    const author = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const split = await aSplit({ by: author, executive: true });
    await ticketed(split, "ask", 1);
    expect(await findSplit(author, split.number)).toMatchObject({ balance: { placed: 1 } });
    expect(await findSplit(split.chair, split.number)).not.toBeNull();
    expect(await findSplit(thePublic, split.number)).toBeNull();
    expect(await findSplit(await aPerson(), split.number)).toBeNull();
  });
});
