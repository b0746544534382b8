import { describe, expect, it } from "vitest";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { findComment } from "@/lib/discussion/comment-queries";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aComment } from "../../factories/discussion";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

describe("the page of a comment", () => {
  it("tells all that it said, by whom and in order, to everybody who may read it", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const comment = await aComment(author, number, "First.");
    for (const markdown of ["Second.", "Third."])
      expectDone(await editComment(author, { comment, markdown }));
    const shown = await findComment(thePublic, { proposal: number, comment });
    expect(shown?.versions.map(({ markdown }) => markdown)).toEqual(["First.", "Second.", "Third."]);
    expect(shown?.versions.map(({ by }) => by?.handle)).toEqual(Array(3).fill(author.handle));
    expect(shown).toMatchObject({ html: "<p>Third.</p>", mayEdit: false, revision: 1, currentRevision: 1 });
  });

  it("is at its own proposal only, and not there for who may not read that", async () => {
    const board = await theBoard();
    const open = await aProposal().inDiscussion();
    const secret = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    const comment = await aComment(board.ada, secret.number);
    expect(await findComment(thePublic, { proposal: secret.number, comment })).toBeNull();
    expect(await findComment(board.bea, { proposal: open.number, comment })).toBeNull();
    expect(await findComment(board.bea, { proposal: secret.number, comment })).not.toBeNull();
  });
});

describe("a quote", () => {
  it("comes with the part that it stands in, and the reply keeps whom it answers", async () => {
    const { id, number, author } = await aProposal().inDiscussion();
    const first = await aComment(author, number, "What I said.");
    for (let count = 0; count < 30; count++) await aComment(author, number);
    const reader = await aPerson();
    const part = await listTimeline(reader, id, { anchor: first, quote: first });
    expect(part.quote).toEqual({
      id: first,
      markdown: "What I said.",
      author: author.name,
      boardOnly: false,
    });
    expect(part.place).toEqual({ from: 1, to: 20, of: 31 });
    const { comment } = expectDone(
      await postComment(reader, { proposal: number, markdown: "I see.", parent: first }),
    );
    const { entries } = await listTimeline(reader, id);
    expect(entries.find((entry) => entry.kind === "comment" && entry.id === comment)).toMatchObject({
      replyTo: { id: first, name: author.name },
    });
  });

  it("of a comment of another proposal is none", async () => {
    const [one, other] = [await aProposal().inDiscussion(), await aProposal().inDiscussion()];
    const elsewhere = await aComment(other.author, other.number);
    expect((await listTimeline(one.author, one.id, { quote: elsewhere })).quote).toBeUndefined();
  });
});

describe("a long discussion", () => {
  it("says which comments are shown, and goes to the first and to the newest", async () => {
    const { id, number, author } = await aProposal().inDiscussion();
    const ids: number[] = [];
    for (let count = 0; count < 45; count++) ids.push(await aComment(author, number));
    const placeOf = async (cut: object) => (await listTimeline(thePublic, id, cut)).place;
    expect(await placeOf({})).toEqual({ from: 26, to: 45, of: 45 });
    expect(await placeOf({ first: true })).toEqual({ from: 1, to: 20, of: 45 });
    expect(await placeOf({ anchor: ids[2] })).toEqual({ from: 1, to: 20, of: 45 });
    expect(await placeOf({ anchor: ids[25] })).toEqual({ from: 12, to: 31, of: 45 });
    expect(await placeOf({ anchor: ids[44] })).toEqual({ from: 26, to: 45, of: 45 });
  });
});
