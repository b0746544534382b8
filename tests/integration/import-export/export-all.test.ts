import { describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aComment, aQuestion } from "../../factories/discussion";
import { anIssue, imported, theImport } from "../../factories/imports";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";

async function kindsFor(actor: Actor): Promise<Map<string, { id: number; title?: string }[]>> {
  const kinds = new Map<string, { id: number; title?: string }[]>();
  for await (const line of exportAll(actor)) {
    const { kind, ...row } = JSON.parse(line);
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  return kinds;
}

describe("an export", () => {
  it("holds a proposal with its asks, talk, questions and history, each once, beyond one batch", async () => {
    const { author, number, id } = await aProposal().inDiscussion();
    for (let count = 0; count < 3; count += 1) await aComment(author, number, `Comment ${count}`);
    await aQuestion(await aPerson(), number, `@${author.handle}`);
    await imported(...Array.from({ length: 230 }, () => anIssue()));
    const kinds = await kindsFor(theImport);
    for (const [kind, count] of [
      ["proposal", await db.proposal.count()],
      ["proposal_revision", await db.proposalRevision.count()],
      ["ask", await db.ask.count()],
      ["comment", await db.comment.count()],
      ["question", await db.question.count()],
      ["question_candidate", await db.questionCandidate.count()],
      ["event", await db.event.count()],
      ["person", await db.person.count()],
    ] as const) {
      const ids = kinds.get(kind)?.map((row) => row.id) ?? [];
      expect([kind, new Set(ids).size, ids.length]).toEqual([kind, count, count]);
    }
    expect(kinds.get("proposal")?.find((row) => row.id === id)).toMatchObject({ number });
  });

  it("shows a draft to its author only, and an executive proposal to the board", async () => {
    const { ada } = await theBoard();
    const draft = await aProposal({ title: "Only a draft" }).draft();
    const secret = await aProposal({ title: "For the board", by: ada, executive: true }).inDiscussion();
    const seenBy = async (actor: Actor) => (await kindsFor(actor)).get("proposal")?.map((row) => row.title);
    expect(await seenBy(draft.author)).toContain("Only a draft");
    expect(await seenBy(secret.author)).toContain("For the board");
    for (const title of ["Only a draft", "For the board"])
      expect(await seenBy(thePublic)).not.toContain(title);
    expect(await seenBy(ada)).not.toContain("Only a draft");
  });

  it("is of one instant, however much is written meanwhile", async () => {
    const author = await aPerson();
    const { number } = await aProposal({ by: author }).inDiscussion();
    const lines = exportAll(theImport)[Symbol.asyncIterator]();
    const first = await lines.next();
    await aComment(author, number, "Written while the export was running.");
    let rest = String(first.value);
    for (let next = await lines.next(); !next.done; next = await lines.next()) rest += next.value;
    expect(rest).not.toContain("Written while the export was running.");
  });

  it("gives its connection back when nobody listens any more", async () => {
    for (let count = 0; count < 12; count += 1) for await (const _line of exportAll(theImport)) break;
    expect(pool.waitingCount).toBe(0);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it("of many readers at once gives each all of it, and two at a time hold the database", async () => {
    const all = async () => {
      let count = 0;
      for await (const _ of exportAll(thePublic)) count += 1;
      return count;
    };
    const slow = exportAll(thePublic)[Symbol.asyncIterator]();
    await slow.next();
    const counts = await Promise.all([all(), all(), all()]);
    expect(new Set(counts).size).toBe(1);
    await slow.return?.();
    expect(await all()).toBe(counts[0]);
  });
});
