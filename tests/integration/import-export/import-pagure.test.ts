import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { importPagure } from "@/lib/import-export/commands/import-pagure";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { findProposalHead } from "@/lib/proposals/queries";
import { proposalInput } from "@/lib/proposals/schema";
import { thePublic } from "@/lib/workflow/actor";
import { aNote, anIssue, aTrackerComment, imported, theImport } from "../../factories/imports";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";
import { countJobs, digestOfAllTables, findImported } from "./tables";

describe("a thread that is new", () => {
  it("becomes a proposal with its number, its text to the letter and its author as a placeholder", async () => {
    const issue = anIssue({ user: { name: "Zoë.K", fullname: "Zoë Kim" } });
    expect(await imported(issue)).toMatchObject({
      created: 1,
      proposals: [{ sourceKey: `centos/board#${issue.id}`, number: issue.id, keptNumber: true }],
    });
    expect(await findImported(issue.id)).toMatchObject({
      ...{ number: issue.id, status: "discussion", title: issue.title, revision: 1 },
      sections: [{ key: "body", markdown: issue.content, html: expect.stringContaining("<strong>") }],
      author: { name: "Zoë Kim", isPlaceholder: true },
      revisions: [{ number: 1 }],
      createdAt: new Date(1632500000250),
    });
  });

  it("keeps who answered whom, who edited what, and the reactions", async () => {
    const question = aTrackerComment({ comment: "Is it a SIG?", reactions: { "Thumbs up": ["amara"] } });
    const answer = aTrackerComment({
      ...{ comment: "> Is it a SIG?\n\nNot yet.", parent: question.id, edited_on: "1632700000" },
      editor: { name: "cy", fullname: "Cy Example" },
    });
    const issue = anIssue({ comments: [question, answer] });
    await imported(issue);
    const { comments } = await findImported(issue.id);
    expect(comments[0]?.reactions).toEqual({ "Thumbs up": ["amara"] });
    expect(comments[1]).toMatchObject({
      parentId: comments[0]?.id,
      editedAt: new Date(1632700000000),
      editorId: expect.any(Number),
    });
  });

  it("gives its notes of changes as events of the time, and tells nobody", async () => {
    const note = aNote("- Issue tagged with: next-meeting\n- Issue assigned to cy");
    const issue = anIssue({ comments: [note] });
    await imported(issue);
    const { events } = await findImported(issue.id);
    expect(events.map(({ type, at, sourceKey }) => ({ type, at, sourceKey }))).toEqual([
      {
        ...{ type: "proposal.imported", at: new Date(1632500000250) },
        sourceKey: `centos/board#${issue.id}/imported`,
      },
      ...["tagged", "assigned"].map((what, place) => ({
        ...{ type: `tracker.${what}`, at: new Date(1632600000500) },
        sourceKey: `centos/board#${issue.id}/${note.id}.${place}`,
      })),
    ]);
    expect(events[1]?.data).toMatchObject({ text: "- Issue tagged with: next-meeting" });
    expect(await countJobs()).toBe(0);
  });

  it("offers what asks something, and asks nobody by itself", async () => {
    const issue = anIssue({ comments: [aTrackerComment({ comment: "What is it for? Who decides on it?" })] });
    await imported(issue);
    const { id, candidates } = await findImported(issue.id);
    expect(candidates.map(({ sentence, status }) => [sentence, status])).toEqual([
      ["Who decides on it?", "offered"],
      ["What is it for?", "offered"],
      ["Who decides on it?", "offered"],
    ]);
    expect(await db.question.count({ where: { proposalId: id } })).toBe(0);
  });

  it.each([
    ["Fixed", "completed"],
    ["Won't fix", "declined"],
    ["Invalid", "declined"],
    ["Deferred", "no_follow_up"],
    ["Duplicate", "no_follow_up"],
    ["Insufficient data", "no_follow_up"],
    [null, "no_follow_up"],
  ])("closed as %s is closed here as %s, and keeps the tracker's own word", async (status, closedAs) => {
    const closed_at = "1632700000.5";
    const issue = anIssue({ status: "Closed", close_status: status, closed_at, last_updated: closed_at });
    await imported(issue);
    const head = await findProposalHead(thePublic, issue.id);
    expect(head).toMatchObject({ status: "closed", closedAs });
    expect(head?.journey.find((step) => step.status === "closed")?.at).toContain("2021-09-26T23:46:40.5");
    const { sourceState } = await findImported(issue.id);
    expect(sourceState).toMatchObject({ status: "closed", closed: { status } });
  });

  it("gets the next number where its own is taken, and says so", async () => {
    const { number } = await aProposal().inDiscussion();
    const { proposals } = await imported(anIssue({ id: number }));
    expect(proposals[0]?.keptNumber).toBe(false);
    expect(await findProposalHead(thePublic, proposals[0]?.number ?? 0)).toMatchObject({ imported: true });
    expect(await findProposalHead(thePublic, number)).toMatchObject({ imported: false });
  });

  it("never gets in the way of a number given later", async () => {
    const { proposals } = await imported(anIssue({ id: 950_000 }));
    expect(proposals[0]?.number).toBe(950_000);
    const next = await aProposal().draft();
    expect(next.number).toBe(950_001);
  });

  it("with a number beyond all reason does not use up ours", async () => {
    const { proposals } = await imported(anIssue({ id: 2_147_483_647 }));
    expect(proposals[0]?.number).toBeLessThan(1_100_000);
  });

  it("gives way where somebody of that handle is here already", async () => {
    const here = await aPerson();
    const issue = anIssue({ user: { name: here.handle, fullname: "Somebody else" } });
    await imported(issue);
    expect((await findImported(issue.id)).author.handle).toBe(`${here.handle}-pagure`);
  });
});

describe("a file", () => {
  it("with a fault imports nothing, and says where and why", async () => {
    const before = await digestOfAllTables();
    const broken = anIssue({ comments: [aTrackerComment({ date_created: "yesterday" })] });
    const result = await importPagure(theImport, JSON.stringify([anIssue(), broken]));
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "invalid", errors: [{ path: "[1].comments[0].date_created" }] },
    });
    expect(await digestOfAllTables()).toBe(before);
  });

  it("that fails in the middle imports nothing", async () => {
    const before = await digestOfAllTables();
    // The name of a reaction may hold what the database cannot store; it is met after the threads are written.
    const reactions = { "Thumbs\u0000up": ["amara"] };
    const failing = anIssue({ comments: [aTrackerComment({ reactions })] });
    await expect(importPagure(theImport, JSON.stringify([anIssue(), failing]))).rejects.toThrow();
    expect(await digestOfAllTables()).toBe(before);
  });

  it("that is imported twice at once is imported once", async () => {
    const issue = anIssue({ comments: [aTrackerComment(), aNote("- Issue tagged with: twice")] });
    const [one, other] = await Promise.all([imported(issue), imported(issue)]);
    expect([one.created, other.created].sort()).toEqual([0, 1]);
    expect([one.unchanged, other.unchanged].sort()).toEqual([0, 1]);
    expect((await findImported(issue.id)).comments).toHaveLength(1);
  });

  it("can be imported while somebody writes proposals, and all get numbers of their own", async () => {
    const author = await aPerson();
    const highest = (await db.proposal.aggregate({ _max: { number: true } }))._max.number ?? 0;
    const issues = Array.from({ length: 30 }, (_, place) => anIssue({ id: highest + 1 + place }));
    const input = proposalInput.parse({ title: "Meanwhile", asks: [] });
    const [brought, ...written] = await Promise.all([
      imported(...issues),
      ...Array.from({ length: 20 }, () => createProposal(author, input)),
    ]);
    const numbers = [...brought.proposals, ...written.map(expectDone)].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(50);
  });

  it("is not imported for somebody who is no administrator", async () => {
    const { chair } = await theBoard();
    const text = JSON.stringify(anIssue());
    for (const actor of [thePublic, chair])
      expect(await importPagure(actor, text)).toMatchObject({ refusal: { code: "forbidden" } });
  });

  it("of 5,000 comments is imported whole", async () => {
    const comments = Array.from({ length: 5000 }, (_, place) =>
      aTrackerComment({ id: 5_000_000 + place, comment: `Word **${place}** for #63 from @amara?` }),
    );
    const issue = anIssue({ comments });
    expect(await imported(issue)).toMatchObject({ comments: 5000, questionsOffered: 5001 });
    expect(await imported(issue)).toMatchObject({ unchanged: 1, comments: 0 });
  }, 120_000);
});
