import { describe, expect, it } from "vitest";
import { findProposalHead } from "@/lib/proposals/queries";
import { thePublic } from "@/lib/workflow/actor";
import { aComment } from "../../factories/discussion";
import { aNote, anIssue, aTrackerComment, imported } from "../../factories/imports";
import { aPerson } from "../../factories/people";
import { digestOfAllTables, findImported } from "./tables";

describe("a thread that is known", () => {
  it("gets only what is new", async () => {
    const first = aTrackerComment();
    const issue = anIssue({ comments: [first] });
    await imported(issue);
    const more = [first, aTrackerComment({ parent: first.id }), aNote("- Issue tagged with: late")];
    const again = await imported({ ...issue, comments: more, tags: ["late"], last_updated: "1632800000" });
    expect(again).toMatchObject({ created: 0, updated: 1, unchanged: 0, comments: 1, events: 1 });
    const proposal = await findImported(issue.id);
    expect(proposal.comments).toHaveLength(2);
    expect(proposal.comments[1]?.parent?.id).toBe(proposal.comments[0]?.id);
    expect(proposal.updatedAt).toEqual(new Date(1632800000000));
    expect(proposal.events.map(({ type }) => type)).toContain("proposal.import_updated");
  });

  it("loses nothing to a file without its comments, or to an older one", async () => {
    const comments = [aTrackerComment()];
    const issue = anIssue({ comments, last_updated: "1632900000", title: "The newer title" });
    await imported(issue);
    const before = await digestOfAllTables();
    await imported({ ...issue, comments: [] });
    await imported({ ...issue, title: "The older title", last_updated: "1632800000" });
    expect(await digestOfAllTables()).toBe(before);
  });

  it("follows a comment that was edited in the tracker, and keeps what it said before", async () => {
    const comment = aTrackerComment({ comment: "We agree." });
    const issue = anIssue({ comments: [comment] });
    await imported(issue);
    const edited = { ...comment, comment: "We do not agree.", edited_on: "1632800000", editor: comment.user };
    await imported({ ...issue, comments: [edited] });
    const { comments, events } = await findImported(issue.id);
    expect(comments[0]).toMatchObject({ markdown: "We do not agree.", html: "<p>We do not agree.</p>" });
    const event = events.find(({ type }) => type === "comment.edited");
    expect(event?.data).toMatchObject({ old: "We agree." });
    const before = await digestOfAllTables();
    await imported({ ...issue, comments: [edited] });
    await imported(issue);
    expect(await digestOfAllTables()).toBe(before);
  });

  it("follows reactions that came later", async () => {
    const comment = aTrackerComment();
    const issue = anIssue({ comments: [comment] });
    await imported(issue);
    const reactions = { Heart: ["cy", "amara"] };
    expect(await imported({ ...issue, comments: [{ ...comment, reactions }] })).toMatchObject({ updated: 1 });
    expect((await findImported(issue.id)).comments[0]?.reactions).toEqual(reactions);
  });

  it("follows a text that was changed in the tracker with a new revision", async () => {
    const issue = anIssue();
    await imported(issue);
    await imported({ ...issue, title: "Another title", last_updated: "1632800000" });
    const { title, revision, revisions } = await findImported(issue.id);
    expect([title, revision]).toEqual(["Another title", 2]);
    expect(revisions.map((each) => each.title)).toEqual([issue.title, "Another title"]);
  });

  it("is closed and opened again with the tracker while nobody acted on it here", async () => {
    const issue = anIssue();
    await imported(issue);
    const closed = { ...issue, status: "Closed", close_status: "Fixed", closed_at: "1632800000" };
    await imported({ ...closed, last_updated: "1632800000" });
    const head = await findProposalHead(thePublic, issue.id);
    expect(head).toMatchObject({ status: "closed", closedAs: "completed" });
    await imported({ ...issue, last_updated: "1632900000" });
    const opened = await findProposalHead(thePublic, issue.id);
    expect(opened).toMatchObject({ status: "discussion", closedAs: null });
  });

  it("keeps the portal's state once somebody acted on it here, and notes the tracker's", async () => {
    const issue = anIssue();
    await imported(issue);
    await aComment(await aPerson(), issue.id, "Let us do this.");
    await imported({ ...issue, status: "Closed", close_status: "Fixed", last_updated: "1632800000" });
    const { status, sourceState } = await findImported(issue.id);
    expect(status).toBe("discussion");
    expect(sourceState).toMatchObject({ status: "closed", closed: { status: "Fixed" } });
  });

  it("is another one where the tracker gave the number of a deleted issue away", async () => {
    const issue = anIssue();
    await imported(issue);
    const times = { date_created: "1700000000", last_updated: "1700000000" };
    const later = { ...issue, ...times, title: "Something else" };
    expect(await imported(later)).toMatchObject({ created: 1, updated: 0 });
    expect(await imported(later)).toMatchObject({ created: 0, unchanged: 1 });
    expect((await findImported(issue.id)).title).toBe(issue.title);
  });
});
