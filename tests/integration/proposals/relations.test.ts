import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listInbox } from "@/lib/notifications/queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { addRelation } from "@/lib/proposals/commands/add-relation";
import { removeRelation } from "@/lib/proposals/commands/remove-relation";
import { findProposalHead } from "@/lib/proposals/queries";
import { listRelations } from "@/lib/proposals/relation-queries";
import { addRelationInput } from "@/lib/proposals/relation-schema";
import type { RelationKind } from "@/lib/proposals/relation-text";
import { findProposalSide } from "@/lib/proposals/side-queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { send } from "../../factories/discussion";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const relate = (from: Made, kind: RelationKind, other: { number: number } | string, by?: Actor) =>
  send(addRelationInput, addRelation, by ?? from.author, {
    number: from.number,
    kind,
    other: typeof other === "string" ? other : `#${other.number}`,
  });
const two = async () => [await aProposal().inDiscussion(), await aProposal().inDiscussion()] as const;
const seen = async (actor: Actor, of: Made) =>
  (await listRelations(actor, of.id)).map(({ kind, end, number }) => `${kind} ${end} #${number}`);

/** As the proposal's own page shows it. */
async function atTheSide(actor: Actor, of: Made) {
  const head = await findProposalHead(actor, of.number);
  if (!head) throw new Error("it is not there");
  return (await findProposalSide(actor, head)).relations;
}

describe("a relation", () => {
  it("is read from both ends, with the title and the state of the other", async () => {
    const [a, b] = await two();
    expectDone(await relate(a, "replaces", b));
    expect(await seen(thePublic, a)).toEqual([`replaces from #${b.number}`]);
    expect(await seen(thePublic, b)).toEqual([`replaces to #${a.number}`]);
    expect(await atTheSide(thePublic, b)).toEqual([
      {
        ...{ kind: "replaces", end: "to", number: a.number, title: "A region on CentOS Stream" },
        ...{ status: "discussion", closedAs: null },
      },
    ]);
  });

  it("is added by an author or an officer, not by others, and not signed out", async () => {
    const [a, b] = await two();
    expect(await relate(a, "relates_to", b, b.author)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await relate(a, "relates_to", b, thePublic)).toMatchObject({ refusal: { code: "signed_out" } });
    expectDone(await relate(a, "relates_to", b, board.secretary));
  });

  it("to itself, to nothing, or to no number is refused at its field", async () => {
    const [a] = await two();
    for (const other of [`#${a.number}`, "#99999999", "soon"]) {
      expect(await relate(a, "depends_on", other)).toMatchObject({
        refusal: { code: "invalid", errors: [{ path: "other" }] },
      });
    }
  });

  it("“related to” counts from both ends: said from the other end, it is there already", async () => {
    const [a, b] = await two();
    expectDone(await relate(a, "relates_to", b));
    expect(await relate(b, "relates_to", a)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await relate(a, "relates_to", b)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("said from both ends at the same moment is there once", async () => {
    const [a, b] = await two();
    const results = await Promise.all([relate(a, "relates_to", b), relate(b, "relates_to", a)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.proposalRelation.count({ where: { OR: [{ fromId: a.id }, { toId: a.id }] } })).toBe(1);
  });

  it.each(["depends_on", "replaces", "duplicates"] as const)("“%s” never goes in a circle", async (kind) => {
    const [a, b] = await two();
    const c = await aProposal().inDiscussion();
    expectDone(await relate(a, kind, b));
    expectDone(await relate(b, kind, c));
    expect(await relate(c, kind, a)).toMatchObject({
      refusal: { errors: [{ path: "other", message: expect.stringContaining("in a circle") }] },
    });
    expectDone(await relate(a, kind, c));
  });

  it("that would make a circle with another of the same moment is refused: one of two is there", async () => {
    const [a, b] = await two();
    const results = await Promise.all([relate(a, "depends_on", b), relate(b, "depends_on", a)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { message: expect.stringContaining("in a circle") },
    });
  });

  it("is taken back once, and both stay in the history", async () => {
    const [a, b] = await two();
    expectDone(await relate(a, "depends_on", b));
    const [line] = await listRelations(a.author, a.id);
    const relation = line?.id ?? 0;
    expect((await listRelations(b.author, b.id))[0]?.mayRemove).toBe(false);
    expect(await removeRelation(b.author, { number: b.number, relation })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const removed = await Promise.all(
      [1, 2].map(() => removeRelation(a.author, { number: a.number, relation })),
    );
    expect(removed.filter((result) => result.ok)).toHaveLength(1);
    const { entries } = await listHistory(thePublic, { proposalId: a.id });
    expect(entries.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      `took back that it depends on #${b.number}.`,
      `wrote down that it depends on #${b.number}.`,
    ]);
  });

  it("is told to the author of the other proposal", async () => {
    const [a, b] = await two();
    expectDone(await relate(a, "replaces", b));
    for (const event of await db.event.findMany({ where: { proposalId: a.id, subject: "relation" } })) {
      await tellOfEvent(event.id);
    }
    const [line] = (await listInbox(b.author)).lines;
    expect(line?.sentence).toContain(`replaces your #${b.number}.`);
  });
});

describe("a relation to what not everybody may see", () => {
  it("is there only for who may see both ends, and its number is in no history", async () => {
    const open = await aProposal({ by: board.cy }).inDiscussion();
    const secret = await aProposal({ by: board.cy, executive: true }).inDiscussion();
    expectDone(await relate(open, "depends_on", secret));
    expect(await seen(board.ada, open)).toEqual([`depends_on from #${secret.number}`]);
    for (const outsider of [thePublic, await aPerson()]) {
      expect(await seen(outsider, open)).toEqual([]);
      expect(await atTheSide(outsider, open)).toEqual([]);
      expect(await seen(outsider, secret)).toEqual([]);
      const { entries } = await listHistory(outsider, { proposalId: open.id });
      expect(entries.filter(({ sentence }) => sentence.includes("depends"))).toEqual([]);
    }
    expect(JSON.stringify(await listHistory(board.ada, { proposalId: open.id }))).not.toContain(
      `#${secret.number}`,
    );
  });

  it("cannot be made, removed or guessed by who does not see the other end", async () => {
    const mine = await aProposal().inDiscussion();
    const secret = await aProposal({ by: board.cy, executive: true }).inDiscussion();
    const draft = await aProposal().draft();
    for (const hidden of [secret, draft]) {
      expect(await relate(mine, "relates_to", hidden)).toMatchObject({
        refusal: { message: `There is no proposal #${hidden.number} that you can read.` },
      });
    }
    expectDone(await relate(secret, "relates_to", mine));
    const { id: relation } = await db.proposalRelation.findFirstOrThrow({ where: { fromId: secret.id } });
    expect(await removeRelation(mine.author, { number: mine.number, relation })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it("to one's own draft says nothing of the draft", async () => {
    const open = await aProposal().inDiscussion();
    const draft = await aProposal({ by: open.author }).draft();
    expectDone(await relate(open, "relates_to", draft));
    expect(await seen(thePublic, open)).toEqual([]);
    expect(await seen(open.author, open)).toEqual([`relates_to from #${draft.number}`]);
    const { entries } = await listHistory(thePublic, { proposalId: open.id });
    expect(entries[0]?.sentence).toBe("wrote down that it relates to another proposal.");
  });
});
