import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { diffRevisions } from "@/lib/proposals/revision-diff";
import { findRevisions, listRevisions } from "@/lib/proposals/revision-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, type Made } from "../../factories/proposals";
import { revised, usualAsks } from "../../factories/revisions";

const [decision, hosts] = usualAsks;

describe("the revisions of a proposal", () => {
  let made: Made;
  beforeAll(async () => {
    made = await aProposal().inDiscussion();
    await revised(made, "Answers question 2", {
      summary: "Everything as elsewhere.",
      sections: { why: "So that it is used.", risks: "It may fail." },
      asks: [decision, { ...hosts, owner: `@${made.author.handle}`, size: "weeks" }],
    });
    await revised(made, "A third ask", { asks: [...usualAsks, { ...decision, text: "Say it aloud." }] });
  });

  it("stand in a list, the latest first, with reason and what each changed", async () => {
    const { items, nextCursor } = await listRevisions(thePublic, made.number);
    expect(items).toMatchObject([
      { number: 3, reason: "A third ask", changed: "summary, 2 sections and asks 2 and 3" },
      { number: 2, reason: "Answers question 2", changed: "summary, 2 sections and ask 2" },
      { number: 1, reason: "First published.", changed: "" },
    ]);
    expect(items[0]?.by.handle).toBe(made.author.handle);
    expect(nextCursor).toBeUndefined();
  });

  it("are found as readers saw them, with owners by name", async () => {
    const { revisions, all } = await findRevisions(thePublic, made.number, [2]);
    expect(revisions).toMatchObject([
      {
        number: 2,
        summary: "Everything as elsewhere.",
        sections: [{ key: "why" }, { key: "risks", markdown: "It may fail." }],
        asks: [{ owner: { handle: "board" } }, { owner: { handle: made.author.handle }, size: "weeks" }],
      },
    ]);
    expect(all.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it("are compared, any two of them", async () => {
    const { revisions } = await findRevisions(thePublic, made.number, [1, 3]);
    const [first, third] = [1, 3].map((number) => revisions.find((each) => each.number === number));
    if (!first || !third) throw new Error("both are there");
    expect(diffRevisions(first, third).changes).toMatchObject([{ name: "Ask 3", state: "added" }]);
    expect(diffRevisions(third, first).changes).toMatchObject([{ name: "Ask 3", state: "removed" }]);
  });

  it("from before asks had a size and a rationale are read, and do not count as changed", async () => {
    const old = await aProposal().inDiscussion();
    const asks = [
      { number: 1, kind: "board_decision", text: "Say yes.", ownerBodyId: null, ownerPersonId: null },
    ];
    const later = asks.map((ask) => ({
      ...ask,
      rationale: "",
      acceptanceTest: "",
      size: null,
      ownerRole: null,
    }));
    const columns = { proposalId: old.id, title: "T", summary: "S", sections: [], reason: "r" };
    const author = { authorId: old.author.personId };
    await db.proposalRevision.create({ data: { ...columns, ...author, number: 8, asks } });
    await db.proposalRevision.create({ data: { ...columns, ...author, number: 9, asks: later } });
    const { items } = await listRevisions(thePublic, old.number);
    expect(items[0]).toMatchObject({ number: 9, changed: "" });
    const { revisions } = await findRevisions(thePublic, old.number, [8, 9]);
    expect(revisions.map(({ asks: [ask] }) => ask?.size)).toEqual([null, null]);
  });

  it("of a long history come in pages, nothing twice", async () => {
    const long = await aProposal().inDiscussion();
    for (let n = 2; n <= 30; n++) {
      await db.proposalRevision.create({
        data: {
          proposalId: long.id,
          number: n,
          title: `Title ${n}`,
          summary: "",
          sections: [],
          asks: [],
          reason: "more",
          authorId: long.author.personId,
        },
      });
    }
    const first = await listRevisions(thePublic, long.number);
    const rest = await listRevisions(thePublic, long.number, Number(first.nextCursor));
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(
      Array.from({ length: 30 }, (_, n) => 30 - n),
    );
    expect(first.items.at(-1)?.changed).toBe("title");
  });

  it("of a draft and of an executive proposal are nobody's but its readers'", async () => {
    const { chair, secretary } = await theBoard();
    const hidden = await aProposal({ by: chair, executive: true }).inDiscussion();
    for (const stranger of [thePublic, await aPerson()]) {
      expect(await listRevisions(stranger, hidden.number)).toEqual({ items: [] });
      expect(await findRevisions(stranger, hidden.number, [1])).toEqual({ revisions: [], all: [] });
    }
    expect((await listRevisions(secretary, hidden.number)).items).toHaveLength(1);
    expect((await findRevisions(secretary, hidden.number, [1])).revisions).toHaveLength(1);
  });
});
