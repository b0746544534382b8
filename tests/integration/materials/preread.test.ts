import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { markRead, unmarkRead } from "@/lib/materials/commands/mark-read";
import { repinMaterial } from "@/lib/materials/commands/repin-material";
import { sayChanged } from "@/lib/materials/commands/say-changed";
import { ownMark, whoRead } from "@/lib/materials/preread";
import { listMaterials } from "@/lib/materials/queries";
import { markReadInput } from "@/lib/materials/schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { send } from "../../factories/discussion";
import { aLink, hasRead } from "../../factories/materials";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const mark = (by: Actor, proposal: number, material?: number) =>
  send(markReadInput, markRead, by, { proposal, material });
const unmark = (by: Actor, proposal: number, material?: number) =>
  send(markReadInput, unmarkRead, by, { proposal, material });

async function readers(proposalId: number, revision = 1) {
  const { preread } = await listMaterials(thePublic, proposalId);
  return whoRead(preread.directors, preread.marks, { revision, changedAt: null });
}

async function ownOf(person: Person, proposalId: number, number: number) {
  const { materials } = await listMaterials(person, proposalId);
  const found = materials.find((each) => each.number === number);
  if (!found) throw new Error(`no material ${number}`);
  const thing = { revision: found.revision, changedAt: found.lastChangeAt };
  return ownMark(person.personId, found.marks, thing);
}

describe("a director's mark", () => {
  it("says that they have read the text, and who has not", async () => {
    const { number, id } = await aProposal().inDiscussion();
    await hasRead(board.ada, number);
    await hasRead(board.secretary, number);
    const who = await readers(id);
    expect(who).toMatchObject({ directors: 5, read: [board.ada.name], along: [board.secretary.name] });
    expect(who.notYet).toHaveLength(4);
  });

  it("is of the revision that was read; after a new one it says so, and moves when they read again", async () => {
    const { number, id } = await aProposal().inDiscussion();
    await hasRead(board.ada, number);
    await db.proposal.update({ where: { id }, data: { revision: 2 } });
    expect(await readers(id, 2)).toMatchObject({ read: [], earlier: [`${board.ada.name} (revision 1)`] });
    await hasRead(board.ada, number);
    expect(await readers(id, 2)).toMatchObject({ read: [board.ada.name], earlier: [] });
    expect(await db.prereadMark.count({ where: { proposalId: id } })).toBe(1);
  });

  it("of a material is over when the material has changed, also after it was pinned again", async () => {
    const { number, id, author } = await aProposal().inDiscussion();
    const material = await aLink(author, number);
    await hasRead(board.ada, number, material);
    expect(await ownOf(board.ada, id, material)).toBe("current");
    const of = { proposal: number, material };
    expectDone(await sayChanged(author, { ...of, version: 1, note: "New numbers" }));
    expect(await ownOf(board.ada, id, material)).toBe("earlier");
    expectDone(await repinMaterial(author, { ...of, version: 2 }));
    expect(await ownOf(board.ada, id, material)).toBe("earlier");
    await hasRead(board.ada, number, material);
    expect(await ownOf(board.ada, id, material)).toBe("current");
    expect(await ownOf(board.bea, id, material)).toBe("none");
  });

  it("is taken back, and taking it back twice changes nothing", async () => {
    const { number, id } = await aProposal().inDiscussion();
    await hasRead(board.ada, number);
    expectDone(await unmark(board.ada, number));
    expectDone(await unmark(board.ada, number));
    expect((await readers(id)).read).toEqual([]);
    expect(await db.event.count({ where: { proposalId: id, type: "preread.unmarked" } })).toBe(1);
  });

  it("is one, however often it is clicked at once", async () => {
    const { number, id } = await aProposal().inDiscussion();
    const outcomes = await Promise.all([1, 2, 3].map(() => mark(board.ada, number)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await db.prereadMark.count({ where: { proposalId: id } })).toBe(1);
  });

  it("is made by directors and officers only", async () => {
    const { number, author } = await aProposal().inDiscussion();
    expect(await mark(author, number)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await mark(await aPerson(), number)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await mark(thePublic, number)).toMatchObject({ refusal: { code: "signed_out" } });
    expect(await mark(board.ada, number, 3)).toMatchObject({ refusal: { code: "not_found" } });
  });

  it("is not made on a draft, and leaves no word of an executive proposal", async () => {
    const draft = await aProposal({ by: board.ada }).draft();
    expect(await mark(board.ada, draft.number)).toMatchObject({ refusal: { code: "refused" } });
    expect(await mark(board.bea, draft.number)).toMatchObject({ refusal: { code: "not_found" } });
    const secret = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    await hasRead(board.bea, secret.number);
    const events = await db.event.findMany({ where: { proposalId: secret.id, type: "preread.marked" } });
    expect(events.map(({ visibility }) => visibility)).toEqual(["executive"]);
    expect(await mark(await aPerson(), secret.number)).toMatchObject({ refusal: { code: "not_found" } });
  });
});
