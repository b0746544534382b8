import { beforeAll, describe, expect, it } from "vitest";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { react } from "@/lib/discussion/commands/react";
import { postCommentInput, reactInput } from "@/lib/discussion/schema";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { removeMaterial } from "@/lib/materials/commands/remove-material";
import { removeMaterialInput } from "@/lib/materials/schema";
import { addRelation } from "@/lib/proposals/commands/add-relation";
import { addRelationInput } from "@/lib/proposals/relation-schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aConcern } from "../../factories/concerns";
import { aComment, aQuestion, send } from "../../factories/discussion";
import { aSupporter } from "../../factories/endorsements";
import { aFile, aLink, hasRead } from "../../factories/materials";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

type Line = Record<string, unknown> & { id: number; kind: string };

/** The lines of a proposal that stand beside its text. */
async function linesOf(actor: Actor, { id }: Made): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const text of exportAll(actor)) {
    const line = JSON.parse(text) as Line;
    if (line.proposalId === id || line.fromId === id) lines.push(line);
  }
  return lines;
}

const beside = ["endorsement", "proposal_relation", "concern", "material", "comment", "question"];
const kindsOf = (lines: Line[]) =>
  [...new Set(lines.map(({ kind }) => kind))].filter((kind) => beside.includes(kind));

async function withEverything(executive: boolean): Promise<Made> {
  const made = await aProposal({ by: board.ada, executive }).inDiscussion();
  await aSupporter(made, board.bea);
  await aConcern(board.bea, made.number);
  await aLink(board.ada, made.number);
  await aFile(board.ada, made.number);
  await aComment(board.bea, made.number);
  await aQuestion(board.bea, made.number, `@${board.ada.handle}`);
  const other = await aProposal({ by: board.ada }).inDiscussion();
  const relation = { number: made.number, other: `#${other.number}`, kind: "depends_on" };
  expectDone(await send(addRelationInput, addRelation, board.ada, relation));
  return made;
}

describe("an export", () => {
  it("holds all that stands with a proposal, for whoever sees the proposal", async () => {
    const made = await withEverything(false);
    expect(kindsOf(await linesOf(thePublic, made)).sort()).toEqual([...beside].sort());
  });

  it("holds nothing that stands with an executive proposal, but for who reads those", async () => {
    const made = await withEverything(true);
    expect(await linesOf(thePublic, made)).toEqual([]);
    expect(await linesOf(await aPerson(), made)).toEqual([]);
    expect(kindsOf(await linesOf(board.cy, made)).sort()).toEqual([...beside].sort());
  });

  it("says of a file what it is and where its bytes are, and nothing of who has read what", async () => {
    const made = await aProposal().inDiscussion();
    const { attachment, material } = await aFile(made.author, made.number);
    await hasRead(board.ada, made.number, material);
    const lines = await linesOf(thePublic, made);
    expect(lines.find(({ kind }) => kind === "material")).toMatchObject({
      materialKind: "slides",
      file: { name: "slides.pdf", mediaType: "application/pdf", path: `/attachments/${attachment.id}/file` },
    });
    expect(JSON.stringify(lines)).not.toContain("bytes");
    expect(lines.map(({ kind }) => kind)).not.toContain("preread_mark");
  });

  it("gives no address of what was removed, but to the portal itself", async () => {
    const made = await aProposal().inDiscussion();
    const material = await aLink(made.author, made.number);
    const gone = { proposal: made.number, material, version: 1, reason: "It names people." };
    expectDone(await send(removeMaterialInput, removeMaterial, made.author, gone));
    const [line] = (await linesOf(thePublic, made)).filter(({ kind }) => kind === "material");
    expect(line).toMatchObject({ title: "Slides", removedReason: "It names people." });
    expect(line).not.toHaveProperty("url");
    const backup = await linesOf({ kind: "system", name: "Backup" }, made);
    expect(backup.find(({ kind }) => kind === "material")).toHaveProperty("url");
  });

  it("holds reactions with their comment, and a comment for the board for nobody else", async () => {
    const made = await aProposal().inDiscussion();
    const comment = await aComment(board.bea, made.number, "I like it.");
    expectDone(await send(reactInput, react, board.cy, { comment, kind: "thanks", give: true }));
    const secret = { proposal: made.number, markdown: "Only for us.", boardOnly: "on" };
    expectDone(await send(postCommentInput, postComment, board.bea, secret));
    const seenBy = async (actor: Actor) =>
      (await linesOf(actor, made)).filter(({ kind }) => kind === "comment");
    expect((await seenBy(thePublic)).map(({ given }) => given)).toEqual([
      [{ personId: board.cy.personId, kind: "thanks" }],
    ]);
    expect(await seenBy(board.cy)).toHaveLength(2);
  });
});
