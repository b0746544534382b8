import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { textOfFailure } from "@/lib/db/refusals";
import { onlyOnce } from "@/lib/db/submission";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { listProposals } from "@/lib/proposals/list-queries";
import { findProposalHead, findProposalText } from "@/lib/proposals/queries";
import { fieldOfProposalForm, proposalInput, readProposalForm, reviseInput } from "@/lib/proposals/schema";
import { thePublic } from "@/lib/workflow/actor";
import { aBody, aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
  await aBody({ handle: "infra", kind: "infra" });
});

const ask = { kind: "infra_request", text: "Lend us a host.", owner: "infra" };

function revision(number: number, version: number, change: object = {}) {
  return reviseInput.parse({
    number,
    version,
    title: "A better title",
    summary: "Still a region.",
    asks: [ask],
    ...change,
  });
}

describe("a draft", () => {
  it("is seen by its author and by nobody else, not even by its number", async () => {
    const { number, author } = await aProposal().draft();
    expect(await findProposalHead(author, number)).toMatchObject({ status: "draft" });
    for (const other of [thePublic, await aPerson(), board.chair])
      expect(await findProposalHead(other, number)).toBeNull();
  });

  it("takes a name that nobody has as a fault of that field, and saves nothing", async () => {
    const before = await db.proposal.count();
    const input = proposalInput.parse({
      title: "A region",
      asks: [ask, { ...ask, owner: "@nobody-at-all" }],
    });
    const result = await createProposal(await aPerson(), input);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "invalid", errors: [{ path: "asks.1.owner" }] },
    });
    expect(await db.proposal.count()).toBe(before);
  });

  it("is made once when its form is sent twice at the same time", async () => {
    const author = await aPerson();
    const input = proposalInput.parse({ title: "Sent twice" });
    const send = () => onlyOnce("twice", author.personId, () => createProposal(author, input));
    const [first, second] = await Promise.all([send(), send()]);
    expect(expectDone(first)).toEqual(expectDone(second));
    expect(await db.proposal.count({ where: { title: "Sent twice" } })).toBe(1);
  });

  it("cannot take the key of somebody else's form", async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const input = proposalInput.parse({ title: "Mine" });
    expectDone(await onlyOnce("stolen", one.personId, () => createProposal(one, input)));
    expect(await onlyOnce("stolen", other.personId, () => createProposal(other, input))).toMatchObject({
      refusal: { code: "repeated" },
    });
  });
});

describe("publishing", () => {
  it.each([
    ["without a summary", { summary: " ", asks: [ask] }, "Write a summary"],
    ["without an ask", { summary: "A region.", asks: [] }, "Add at least one ask"],
    [
      "with an ask that nobody owns",
      { summary: "A region.", asks: [{ ...ask, owner: "" }] },
      "Name an owner for ask 1",
    ],
  ])("%s is refused with the sentence why", async (_case, wish, sentence) => {
    const { number, author } = await aProposal(wish).draft();
    const result = await publishProposal(author, { number, version: await versionOf(number) });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "refused", message: expect.stringContaining(sentence) },
    });
    expect(await findProposalHead(author, number)).toMatchObject({ status: "draft" });
  });

  it("is for the author: for others the draft is not there", async () => {
    const { number } = await aProposal().draft();
    expect(await publishProposal(board.chair, { number, version: 1 })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it("by two at once has one winner, and the other is told who was quicker", async () => {
    const { number, author } = await aProposal().draft();
    const version = await versionOf(number);
    const results = await Promise.all([1, 2].map(() => publishProposal(author, { number, version })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: {
        code: expect.stringMatching(/conflict|refused/),
        message: expect.stringMatching(/before you|not possible/),
      },
    });
    expect(await db.event.count({ where: { type: "proposal.published", proposal: { number } } })).toBe(1);
  });

  it("keeps what readers saw as revision 1, which the database refuses to change", async () => {
    const { id } = await aProposal().inDiscussion();
    const kept = await db.proposalRevision.findFirstOrThrow({ where: { proposalId: id } });
    expect(kept).toMatchObject({ number: 1, reason: "First published." });
    const attempt = db.proposalRevision.update({ where: { id: kept.id }, data: { reason: "Rewritten." } });
    await expect(attempt).rejects.toSatisfy((failure) => textOfFailure(failure).includes("append-only"));
  });
});

describe("revising", () => {
  it("a published proposal needs a reason, and makes a new revision", async () => {
    const { number, id, author } = await aProposal({ asks: [{ ...ask }] }).inDiscussion();
    const version = await versionOf(number);
    expect(await reviseProposal(author, revision(number, version))).toMatchObject({
      refusal: { errors: [{ path: "reason" }] },
    });
    expectDone(await reviseProposal(author, revision(number, version, { reason: "answers question 1" })));
    expect(
      await db.proposalRevision.findMany({ where: { proposalId: id }, orderBy: { number: "asc" } }),
    ).toMatchObject([
      { number: 1, title: "A region on CentOS Stream" },
      { number: 2, title: "A better title", reason: "answers question 1" },
    ]);
  });

  it("never takes a published ask away", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const result = await reviseProposal(
      author,
      revision(number, await versionOf(number), { reason: "shorter" }),
    );
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "refused", message: expect.stringContaining("stays on the record") },
    });
    const head = await findProposalHead(author, number);
    expect(head && (await findProposalText(head)).asks).toHaveLength(2);
  });

  it("what somebody else just saved is a conflict", async () => {
    const { number, author } = await aProposal({ asks: [{ ...ask }] }).inDiscussion();
    const version = await versionOf(number);
    const save = (title: string) =>
      reviseProposal(author, revision(number, version, { title, reason: "a better title" }));
    const results = await Promise.all([save("One"), save("Other")]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("is not for readers", async () => {
    const { number } = await aProposal().inDiscussion();
    const result = await reviseProposal(
      board.ada,
      revision(number, await versionOf(number), { reason: "I know better" }),
    );
    expect(result).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

describe("closing", () => {
  it("by withdrawing takes a reason, which stays in the history", async () => {
    const { number, id, author } = await aProposal().inDiscussion();
    const version = await versionOf(number);
    expectDone(await withdrawProposal(author, { number, version, reason: "Somebody else does it already." }));
    expect(await findProposalHead(thePublic, number)).toMatchObject({
      status: "closed",
      closedAs: "withdrawn",
    });
    expect(await db.event.findFirst({ where: { proposalId: id, type: "proposal.withdrawn" } })).toMatchObject(
      {
        data: { from: "discussion", to: "closed", reason: "Somebody else does it already." },
      },
    );
  });

  it("without follow-up is the officers' move, not the author's", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const input = { number, version: await versionOf(number), reason: "The hardware is gone." };
    expect(await closeWithoutFollowUp(author, input)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await closeWithoutFollowUp(board.secretary, input));
  });
});

describe("the list", () => {
  it("shows each proposal once over all its pages, newest first", async () => {
    const author = await aPerson();
    for (let count = 0; count < 30; count += 1)
      await aProposal({ by: author, title: `Number ${count}` }).inDiscussion();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listProposals(thePublic, { authorId: author.personId }, cursor);
      seen.push(...page.items.map((item) => item.number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(30);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it("finds words of the title and the summary", async () => {
    const { number } = await aProposal({ title: "Zeppelins for the mirror network" }).inDiscussion();
    const { items } = await listProposals(thePublic, { q: "zeppelin mirrors" });
    expect(items.map((item) => item.number)).toEqual([number]);
  });

  it.each(["", "nonsense", "bm9uc2Vuc2U", "MjAyNi0xMy00NSAx"])(
    "takes the cursor %j as the first page",
    async (cursor) => {
      expect((await listProposals(thePublic, {}, cursor)).items.length).toBeGreaterThan(0);
    },
  );
});

describe("the form", () => {
  it("skips rows that were left empty, and still names the field that is wrong", () => {
    const values = {
      "asks.0.kind": "inform",
      "asks.2.kind": "inform",
      "asks.2.text": "",
      "asks.2.owner": "@ada",
      title: "A region",
    };
    const parsed = proposalInput.safeParse(readProposalForm(values));
    expect(parsed.error?.issues.map((issue) => fieldOfProposalForm(issue.path.join("."), values))).toEqual([
      "asks.2.text",
    ]);
  });

  it("says how long a text is that is too long, and how long it may be", () => {
    const parsed = proposalInput.safeParse({
      title: "x".repeat(250),
      sections: { why: "y".repeat(200_000) },
    });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
      expect.stringContaining("may have 200 characters; this has 250"),
      expect.stringContaining("may have 60,000 characters; this has 200,000"),
    ]);
  });
});
