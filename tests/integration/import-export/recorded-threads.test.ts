import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { importPagure } from "@/lib/import-export/commands/import-pagure";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { sourceKeyOf } from "@/lib/import-export/pagure/schema";
import { theImport } from "../../factories/imports";
import { expectDone } from "../../factories/proposals";
import { recordedIssues, recording, recordings } from "../../unit/import-export/pagure-recordings";
import { countJobs, digestOfAllTables } from "./tables";

// One database for all recordings: they show the same threads at different times, and come in any order.
describe.each(recordings)("the recorded answer %s", (name) => {
  const issues = recordedIssues(name);

  beforeAll(async () => {
    const { created, updated, unchanged } = expectDone(await importPagure(theImport, recording(name)));
    expect(created + updated + unchanged).toBe(issues.length);
  });

  it("is there with every comment, by whom and when", async () => {
    for (const issue of issues) {
      const proposal = await db.proposal.findUniqueOrThrow({
        where: { sourceKey: sourceKeyOf(issue) },
        select: { id: true, author: { select: { name: true } }, createdAt: true },
      });
      expect(proposal.author.name).toBe(issue.user.fullname);
      expect(proposal.createdAt).toEqual(issue.date_created);
      for (const comment of issue.comments.filter(({ notification }) => !notification)) {
        const row = await db.comment.findUniqueOrThrow({
          where: { sourceKey: `${sourceKeyOf(issue)}/${comment.id}` },
          select: { proposalId: true, author: { select: { name: true } }, createdAt: true },
        });
        expect(row).toEqual({
          proposalId: proposal.id,
          author: { name: comment.user.fullname },
          createdAt: comment.date_created,
        });
      }
    }
  });

  it("can be imported again without changing anything", async () => {
    const before = await digestOfAllTables();
    const again = expectDone(await importPagure(theImport, recording(name)));
    expect(again).toEqual({
      ...{ created: 0, updated: 0, unchanged: issues.length },
      ...{ comments: 0, events: 0, questionsOffered: 0, proposals: [] },
    });
    expect(await digestOfAllTables()).toBe(before);
  });

  it("is in the export with every sentence", async () => {
    const strings = new Set<string>();
    for await (const line of exportAll(theImport)) collectStrings(JSON.parse(line), strings);
    const everything = [...strings].join("\n");
    for (const sentence of issues.flatMap(sentencesOf)) expect(everything).toContain(sentence);
  });
});

afterAll(async () => {
  expect(await countJobs(), "an import of the past tells nobody").toBe(0);
});

type Issue = ReturnType<typeof recordedIssues>[number];

function sentencesOf(issue: Issue): string[] {
  const notes = issue.comments.filter(({ notification }) => notification);
  const written = issue.comments.filter(({ notification }) => !notification);
  return [
    issue.title,
    issue.content,
    ...written.map(({ comment }) => comment),
    // The first line names who did it, and that is the event's own column.
    ...notes.flatMap(({ comment }) => comment.split("\n").slice(1)).filter((line) => line.trim() !== ""),
  ];
}

function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  else if (typeof value === "object" && value !== null)
    for (const each of Object.values(value)) collectStrings(each, into);
}
