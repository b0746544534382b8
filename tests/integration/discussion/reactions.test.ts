import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { react } from "@/lib/discussion/commands/react";
import { reactInput } from "@/lib/discussion/schema";
import { listTimeline } from "@/lib/discussion/talk-queries";
import { thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { aComment, send } from "../../factories/discussion";
import { aPerson, type Person } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

let proposal: Made;
let comment: number;
let ada: Person;
beforeAll(async () => {
  proposal = await aProposal().inDiscussion();
  comment = await aComment(proposal.author, proposal.number);
  ada = await aPerson({ handle: "ada" });
});

const agree = (give: boolean, by = ada) => react(by, { comment, kind: "thumbs_up", give });
const shown = async (reader: Parameters<typeof listTimeline>[0]) => {
  const { entries } = await listTimeline(reader, proposal.id);
  return entries.flatMap((entry) => (entry.kind === "comment" ? entry.reactions : []));
};

describe("a reaction", () => {
  it("is given and taken back, each recorded once, and shown to everybody with its count", async () => {
    expectDone(await agree(true));
    expect(await shown(ada)).toMatchObject([{ kind: "thumbs_up", count: 1, mine: true }]);
    expect(await shown(thePublic)).toMatchObject([{ kind: "thumbs_up", count: 1, mine: false }]);
    expectDone(await agree(false));
    expect(await shown(ada)).toEqual([]);
    const events = await db.event.findMany({
      where: { subjectId: comment, type: { startsWith: "comment.rea" } },
    });
    expect(events.map(({ type }) => type)).toEqual(["comment.reacted", "comment.reaction_removed"]);
  });

  it("given twice at once is there once, and recorded once", async () => {
    const results = await Promise.all([agree(true), agree(true), agree(true)]);
    for (const result of results) expectDone(result);
    expect(await shown(ada)).toMatchObject([{ count: 1 }]);
    expect(await db.reaction.count({ where: { commentId: comment } })).toBe(1);
    expect(
      await db.event.count({ where: { subjectId: comment, type: "comment.reacted", actorId: ada.personId } }),
    ).toBe(2);
  });

  it("counts what an imported tracker kept, and does not bury the history", async () => {
    await db.comment.update({
      where: { id: comment },
      data: { reactions: { "Thumbs up": ["ada", "old-friend"] } },
    });
    expect(await shown(thePublic)).toMatchObject([{ kind: "thumbs_up", count: 2 }]);
    const { entries } = await listHistory(ada, { proposalId: proposal.id });
    expect(entries.map(({ sentence }) => sentence).join(" ")).not.toContain("react");
  });

  it("is one of those offered, by somebody who is signed in, on what they may see", async () => {
    expect(await send(reactInput, react, ada, { comment, kind: "rage", give: true })).toMatchObject({
      refusal: { code: "invalid" },
    });
    expect(await react(thePublic, { comment, kind: "eyes", give: true })).toMatchObject({
      refusal: { code: "signed_out" },
    });
    expect(await react(ada, { comment: 987654, kind: "eyes", give: true })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
