import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { onlyOnce } from "@/lib/db/submission";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { postCommentInput } from "@/lib/discussion/schema";
import { aComment, send } from "../../factories/discussion";
import { aPerson } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

const say = (actor: Parameters<typeof postComment>[0], proposal: number, markdown: string) =>
  send(postCommentInput, postComment, actor, { proposal, markdown });

describe("a comment", () => {
  it("is kept with its author, its time, its event and the revision that it speaks about", async () => {
    const proposal = await aProposal().inDiscussion();
    const reader = await aPerson();
    const id = await aComment(reader, proposal.number, "I **like** it.");
    expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      proposalId: proposal.id,
      authorId: reader.personId,
      html: "<p>I <strong>like</strong> it.</p>",
      revision: 1,
    });
    expect(await db.event.count({ where: { type: "comment.posted", subjectId: id } })).toBe(1);
  });

  it("of 200 kB is refused with its length, and one of nothing with a hint; neither is kept", async () => {
    const proposal = await aProposal().inDiscussion();
    expect(await say(proposal.author, proposal.number, "x".repeat(200_000))).toMatchObject({
      refusal: {
        code: "invalid",
        message:
          "A comment may have 60,000 characters; this has 200,000. Shorten it, or link to the long version.",
        errors: [{ path: "markdown" }],
      },
    });
    expect(await say(proposal.author, proposal.number, "  \n ")).toMatchObject({
      refusal: { message: "Write something first." },
    });
    expect(await db.comment.count({ where: { proposalId: proposal.id } })).toBe(0);
    expectDone(await say(proposal.author, proposal.number, "x".repeat(60_000)));
  });

  it("with HTML and script in it is kept as it was typed, and shown harmless", async () => {
    const proposal = await aProposal().inDiscussion();
    const typed =
      'Hi <script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) <b onclick="x">b</b>';
    const id = await aComment(proposal.author, proposal.number, typed);
    const { markdown, html } = await db.comment.findUniqueOrThrow({ where: { id } });
    expect(markdown).toBe(typed);
    expect(html).not.toMatch(/<script|<img|<b[ >]|href="javascript/i);
    expect(html).toContain("&lt;script&gt;");
  });

  it("sent twice by a double click is there once, and both are told the same", async () => {
    const proposal = await aProposal().inDiscussion();
    const { author } = proposal;
    const click = () =>
      onlyOnce("comment:key-1", author.personId, () => say(author, proposal.number, "Only once, please."));
    const [first, second] = await Promise.all([click(), click()]);
    expect(expectDone(first)).toEqual(expectDone(second));
    expect(await db.comment.count({ where: { proposalId: proposal.id } })).toBe(1);
  });

  it("lifts the proposal in the list", async () => {
    const proposal = await aProposal().inDiscussion();
    const before = await db.proposal.findUniqueOrThrow({ where: { id: proposal.id } });
    await aComment(proposal.author, proposal.number);
    const after = await db.proposal.findUniqueOrThrow({ where: { id: proposal.id } });
    expect(after.updatedAt.getTime()).toBeGreaterThanOrEqual(before.updatedAt.getTime());
    expect(after.version).toBe(before.version);
  });

  it("is changed by its author only, and what it said before stays in the event", async () => {
    const proposal = await aProposal().inDiscussion();
    const reader = await aPerson();
    const comment = await aComment(reader, proposal.number, "Frist!");
    expect(await editComment(proposal.author, { comment, markdown: "Mine." })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await editComment(reader, { comment, markdown: "First!" }));
    const kept = await db.comment.findUniqueOrThrow({ where: { id: comment } });
    expect(kept).toMatchObject({ markdown: "First!", html: "<p>First!</p>", editorId: reader.personId });
    expect(kept.editedAt).not.toBeNull();
    const event = await db.event.findFirstOrThrow({ where: { type: "comment.edited", subjectId: comment } });
    expect(event.data).toMatchObject({ old: "Frist!" });
  });

  it("needs somebody who is signed in", async () => {
    const proposal = await aProposal().inDiscussion();
    expect(await say({ kind: "public" }, proposal.number, "Hello?")).toMatchObject({
      refusal: { code: "signed_out" },
    });
  });
});
